/** Pregnancy tests, periods and contraception. */
import type { Day } from "../../../core/calendar.ts";
import { type Fact, isSinceSupply, renewed, tried, without } from "./fact.ts";
import type { FactValues } from "./values.ts";

/** The latest test. Its sensitivity is taken to be what the protocol asks for, unless the record says. */
export const test: Fact<FactValues["test"]> = {
  read({ record }) {
    const latest = record.tests.at(-1);
    if (latest === undefined) return null;
    return { day: latest.day, result: latest.result ?? "pending", setting: latest.setting ?? "unknown" };
  },
  apply(entries, value, { record, values }) {
    const latest = record.tests.at(-1);
    const rest = without(
      entries,
      ["pregnancy-test-collected", "pregnancy-test-resulted"],
      ({ body }) => body.test === latest?.id,
    );
    if (value === null) return rest;
    const detects = latest?.detectsMiuPerMl ?? values.testDetectsMiuPerMl.value ?? undefined;
    const collected = {
      test: "what-if",
      ...(value.setting === "unknown" ? {} : { setting: value.setting }),
      ...(detects === undefined ? {} : { detectsMiuPerMl: detects }),
    };
    const entry = tried("pregnancy-test-collected", collected, "lab", value.day);
    if (value.result === "pending") return [...rest, entry];
    const resulted = { test: "what-if", result: value.result };
    return [...rest, entry, tried("pregnancy-test-resulted", resulted, "lab", value.day)];
  },
};

export const periodDay: Fact<Day | null> = {
  read({ record }) {
    const latest = record.last("menses-recorded");
    return latest?.body.status === "started" ? latest.happened.day : null;
  },
  apply(entries, value, { record }) {
    const latest = record.last("menses-recorded");
    // Irregular or absent periods are recorded as such: there is no day to take away.
    if (value === null && latest?.body.status !== "started") return entries;
    const rest = without(entries, ["menses-recorded"], (entry) => entry.id === latest?.id);
    return value === null
      ? rest
      : [...rest, tried("menses-recorded", { status: "started" }, "patient", value)];
  },
};

/** The methods in force and the day since which all of them are. */
export const contraception: Fact<FactValues["contraception"]> = {
  read({ record }) {
    const since = new Map<string, Day>();
    const changes = [...record.of("contraception-ended"), ...record.of("contraception-started")].toSorted(
      (a, b) => a.happened.day - b.happened.day,
    );
    for (const change of changes) {
      if (change.type === "contraception-ended") since.delete(change.body.method);
      else if (!since.has(change.body.method)) since.set(change.body.method, change.happened.day);
    }
    const days = [...since.values()];
    return { methods: [...since.keys()], sinceDay: days.length === 0 ? null : (Math.max(...days) as Day) };
  },
  apply(entries, { methods, sinceDay }, { on }) {
    return [
      ...without(entries, ["contraception-started", "contraception-ended"]),
      ...methods.map((method) =>
        tried("contraception-started", { method }, "patient", sinceDay ?? on, `contraception/${method}`),
      ),
    ];
  },
};

/** Whether the patient said that contraception was used all the time. */
export const stated: Fact<FactValues["stated"]> = {
  read(context) {
    const latest = context.record.last("contraception-stated");
    if (latest === undefined || !isSinceSupply(context, latest.happened.day)) return "not-asked";
    return latest.body.usedWithoutGap ? "yes" : "no";
  },
  apply(entries, value, context) {
    if (value === "not-asked") {
      return without(entries, ["contraception-stated"], ({ happened }) =>
        isSinceSupply(context, happened.day),
      );
    }
    return renewed(entries, "contraception-stated", { usedWithoutGap: value === "yes" }, "patient", context);
  },
};

export const breastfeeding: Fact<FactValues["breastfeeding"]> = {
  read({ record }) {
    const latest = record.last("breastfeeding-recorded");
    if (latest === undefined) return "not-asked";
    return latest.body.breastfeeding ? "yes" : "no";
  },
  apply(entries, value, { on }) {
    const rest = without(entries, ["breastfeeding-recorded"]);
    if (value === "not-asked") return rest;
    return [...rest, tried("breastfeeding-recorded", { breastfeeding: value === "yes" }, "nurse", on)];
  },
};
