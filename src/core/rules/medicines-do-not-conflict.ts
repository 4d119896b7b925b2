import { type Case, judged, lastThisCourse, settled } from "../case.ts";
import type { EntryOf } from "../entry.ts";
import { advise, ask, pass, stop } from "../finding.ts";
import type { Medicine } from "../knowledge/schema.ts";
import { findMedicine } from "../names/find-medicine.ts";
import { rule } from "../rule.ts";
import { draft, step } from "../steps.ts";

const ruleId = "medicines-do-not-conflict";

/** Nothing taken now that must not be taken with isotretinoin; what we do not know is asked about. */
export const medicinesDoNotConflict = rule(
  "medicines-do-not-conflict",
  ["pass", "advise", "ask", "stop"],
  (c) => {
    const asked = c.values.medicinesAsked;
    const hits: Medicine[] = [];
    const unknown: string[] = [];
    const itself: EntryOf<"medicine-started">[] = [];
    const started = c.record.medicines;
    for (const entry of c.record.medicines) {
      const { body } = entry;
      const known = body.medicine === undefined ? undefined : c.knowledge.medicines[body.medicine];
      if (known === undefined && isIsotretinoin(c, body)) itself.push(entry);
      else if (known === undefined)
        unknown.push(body.text ?? body.medicine ?? body.coding?.[0]?.display ?? "?");
      else if (!known.onlyWithHormonalContraception) hits.push(known);
      else if (c.pregnancyPossible && c.coverage.hormonal === "yes") hits.push(known);
      else if (c.pregnancyPossible && c.coverage.hormonal === "unknown")
        hits.push({ ...known, verdict: "ask" });
    }
    const of = (verdict: Medicine["verdict"]) => hits.filter((medicine) => medicine.verdict === verdict);
    const cites = (list: readonly Medicine[]) => [...new Set(list.flatMap((medicine) => medicine.cites))];
    const names = (list: readonly Medicine[]) => list.map((medicine) => medicine.id);

    const stopping = of("stop");
    if (stopping.length > 0) {
      const end = stopping.map((medicine) =>
        step("prescriber", "end-medicine", { medicine: medicine.id }, c.today, {
          when: "now",
          entries: [draft("medicine-ended", { medicine: medicine.id }, "prescriber", c.today)],
        }),
      );
      return stop("not-together", { medicines: names(stopping) }, cites(stopping), end, { floor: true });
    }
    const other = itself.filter(
      (entry) =>
        !settled(c, ruleId, "isotretinoin-already", entry) &&
        !settled(c, ruleId, "isotretinoin-twice", entry),
    );
    if (other.length > 0) {
      const only = draft(
        "judgement-recorded",
        { rule: ruleId, conclusion: "may-continue" },
        "prescriber",
        c.today,
      );
      const settle = [
        step("prescriber", "settle-other-isotretinoin", {}, c.today, { when: "now", entries: [only] }),
      ];
      const { cites: twice } = c.knowledge.itself;
      // Beside the capsules handed out here it would be the second: their doses add up.
      return c.record.supplies.length > 0
        ? stop("isotretinoin-twice", {}, twice, settle, { since: other })
        : ask("isotretinoin-already", {}, twice, settle);
    }
    const judge = (medicines: readonly string[]) => [
      step("prescriber", "judge-medicines", { medicines }, c.today, {
        when: "now",
        entries: [
          draft(
            "judgement-recorded",
            { rule: "medicines-do-not-conflict", conclusion: "may-continue" },
            "prescriber",
            c.today,
          ),
        ],
      }),
    ];
    const asking = of("ask");
    if (asking.length > 0 && !judged(c, "medicines-do-not-conflict", "needs-judgement", started)) {
      return ask("needs-judgement", { medicines: names(asking) }, cites(asking), judge(names(asking)));
    }
    if (unknown.length > 0 && !judged(c, "medicines-do-not-conflict", "unknown-to-us", started)) {
      return ask("unknown-to-us", { medicineTexts: unknown }, asked.cites, judge(unknown));
    }
    if (lastThisCourse(c, "medicines-asked") === undefined && asked.value === true) {
      const done = draft("medicines-asked", {}, "nurse", c.today);
      return ask("not-asked", {}, asked.cites, [
        step("nurse", "ask-medicines", {}, c.today, { when: "now", entries: [done] }),
      ]);
    }
    const advising = [...of("advise"), ...asking];
    return advising.length > 0
      ? advise("take-care", { medicines: names(advising) }, cites(advising))
      : pass("none-conflicts", {}, asked.cites);
  },
);

/** A medicine on record in words or codes of its own that is isotretinoin itself, by whatever name. */
function isIsotretinoin(c: Case, { text, coding }: EntryOf<"medicine-started">["body"]): boolean {
  const written = [text, ...(coding ?? []).map(({ display }) => display)].filter((one) => one !== undefined);
  return written.some((one) =>
    findMedicine(c.knowledge, one).some(({ meant }) => meant.some(({ kind }) => kind === "itself")),
  );
}
