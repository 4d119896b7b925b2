/** What every report says of the treatment: medicine, dose, time, what else was taken and known. */
import { ageYears, type Day } from "../../calendar.ts";
import { ask, pass } from "../../finding.ts";
import type { Record } from "../../record.ts";
import { step } from "../../steps.ts";
import { type Asked, remark } from "../question.ts";

/** @param knownDay when what is reported became known */
export function treatmentLines(record: Record, { day }: Asked, knownDay: Day) {
  return [...person(record, day), ...medicine(record, day, knownDay), ...beside(record)];
}

function person(record: Record, day: Day) {
  const { birthDate } = record;
  const age =
    birthDate === undefined
      ? ask("age-missing", {}, [], [step("front-desk", "record-birth-date", {}, day)])
      : pass("age", { years: ageYears(birthDate, day) }, []);
  const kg = record.last("weight-measured");
  return [
    remark("counts", age),
    ...(kg === undefined
      ? []
      : [remark("counts", pass("weight", { kg: kg.body.kg, measuredDay: kg.happened.day }, []))]),
  ];
}

/** Whether it was taken somewhere else before, as the record was told. */
export function isTreatedElsewhere(record: Record, on: Day): boolean {
  return record
    .of("prior-therapy-recorded")
    .some(({ body, happened }) => body.agent === "isotretinoin" && happened.day <= on);
}

/**
 * Days of the first and last capsule of the course that was under way, or last over, on a day; of the first course where
 * none had begun. The last is never reckoned from what was handed out.
 */
export function treatedDays(
  record: Record,
  on: Day,
): { readonly firstDay: Day | undefined; readonly lastDay: Day | undefined } {
  const { firstDoseDay } = record;
  const handedOut = daysOf(record, "supply-dispensed");
  const lastSupply = handedOut.findLast((day) => day <= on);
  const begun = [...daysOf(record, "course-started"), ...(firstDoseDay === undefined ? [] : [firstDoseDay])]
    .filter((day) => day <= on)
    .reduce<Day | undefined>((a, b) => (a === undefined || b > a ? b : a), undefined);
  if (lastSupply === undefined && begun === undefined) {
    const elsewhere = daysOf(record, "last-capsule-recorded").findLast((day) => day <= on);
    return {
      firstDay: elsewhere === undefined ? (firstDoseDay ?? handedOut[0]) : undefined,
      lastDay: elsewhere,
    };
  }
  const firstDay = begun ?? handedOut[0];
  const nextSupply = handedOut.find((day) => day > on);
  const lasts = daysOf(record, "last-capsule-recorded").filter((day) => day >= (lastSupply ?? begun ?? day));
  const lastDay = lasts.findLast((day) => nextSupply === undefined || day < nextSupply) ?? lasts[0];
  return { firstDay, lastDay };
}

function daysOf(record: Record, type: "course-started" | "last-capsule-recorded" | "supply-dispensed") {
  return record.of(type).map(({ happened }) => happened.day);
}

/** What was handed out last before it became known: nothing that came later can have done it. */
export function suppliedBefore(record: Record, knownDay: Day) {
  return record.of("supply-dispensed").findLast(({ happened }) => happened.day <= knownDay);
}

function medicine(record: Record, day: Day, knownDay: Day) {
  const out = record.of("supply-dispensed");
  const latest = suppliedBefore(record, knownDay);
  const { firstDay, lastDay } = treatedDays(record, knownDay);
  if (latest === undefined) {
    return [
      remark("counts", ask("product-missing", {}, [], [step("pharmacist", "choose-product", {}, day)])),
    ];
  }
  const { product, capsuleMg, dailyMg, lot } = latest.body;
  return [
    remark(
      "counts",
      product === undefined
        ? ask("product-missing", {}, [], [step("pharmacist", "choose-product", {}, day)])
        : pass("product", { product, capsuleMg, lot, dispensedDay: latest.happened.day }, []),
      product === undefined ? undefined : { kind: "product", id: product },
    ),
    remark(
      "counts",
      dailyMg === undefined
        ? ask("dose-missing", {}, [], [step("prescriber", "state-dose", {}, day)])
        : pass("dose", { dailyMg, supplies: out.length, courseMg: record.courseMg }, []),
    ),
    remark(
      "counts",
      lastDay === undefined
        ? ask("last-capsule-missing", { firstDay }, [], [step("patient", "record-last-capsule", {}, day)])
        : pass("taken-between", { firstDay, lastDay }, []),
    ),
  ];
}

function beside(record: Record) {
  const names = (texts: readonly (string | undefined)[]) => texts.filter((text) => text !== undefined);
  const known = names(record.medicines.map(({ body }) => body.medicine));
  const others = names(
    record.medicines.map(({ body }) => (body.medicine === undefined ? body.text : undefined)),
  );
  const conditions = names(record.conditions.map(({ body }) => body.condition));
  const allergies = names(record.of("allergy-recorded").map(({ body }) => body.allergen));
  const asked = record.last("medicines-asked")?.happened.day;
  return [
    remark("know", pass("medicines", { medicines: known, otherMedicines: others, askedDay: asked }, [])),
    ...(conditions.length === 0 ? [] : [remark("know", pass("conditions", { conditions }, []))]),
    ...(allergies.length === 0 ? [] : [remark("know", pass("allergies", { allergies }, []))]),
  ];
}
