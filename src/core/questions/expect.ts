/** What to expect when: each feature of the skin by whoever says it, and what is said elsewhere and promised by nobody. */
import { type Day, daysBetween, nominalDays, plus, spanWithin } from "../calendar.ts";
import { advise } from "../finding.ts";
import type { Expectation } from "../knowledge/topics/evidence.ts";
import { type Feature, features } from "../knowledge/topics/feature.ts";
import { type Asked, answered, question, remark } from "./question.ts";

export const expectations = question({
  id: "expect",
  record: "helps",
  example: { weeks: 5, feature: "oil" },
  fields: {
    firstDay: { kind: "day" },
    weeks: { kind: "number", unit: "wk", least: 0, most: 104, whole: true },
    feature: { kind: "choice", of: features },
  },
  known: ({ firstDoseDay }) => (firstDoseDay === undefined ? {} : { firstDay: firstDoseDay }),
  answer({ firstDay, weeks, feature }, asked) {
    const begunDay = firstDay ?? (weeks === undefined ? undefined : plus(asked.day, -weeks * 7));
    const days = begunDay === undefined ? undefined : daysBetween(begunDay, asked.day);
    const all = Object.values(asked.knowledge.expectations).filter(
      (one) => feature === undefined || one.feature === feature,
    );
    const remarks = [
      ...all.map((one) => said(one, days)),
      ...contradictions(all),
      ...pointers(asked, begunDay, feature),
      ...(feature === "flare" ? studies(asked) : []),
    ];
    const cites = [...new Set(all.flatMap((one) => (counts(one) ? one.cites : [])))];
    if (days === undefined) return answered(advise("any-week", {}, cites), remarks);
    return days < 0
      ? answered(advise("not-begun", {}, cites), remarks)
      : answered(advise("this-week", { weeks: Math.floor(days / 7) }, cites), remarks);
  },
});

/** What a source supports, or a clinic says of its own patients. The rest is shown and promised by nobody. */
function counts({ judged }: Expectation): boolean {
  return judged === "supported" || judged === "house-rule";
}

function said(one: Expectation, days: number | undefined) {
  const { id, by, says, cites, judged } = one;
  const about = { kind: "expectation", id } as const;
  if (!counts(one)) return remark("not-applied", advise("not-promised", { says, judged }, cites), about);
  return remark("know", advise("told", { by, says, phase: phaseOf(one, days) }, cites), about);
}

type Phase = "now" | "later" | "past" | "any-time";

/** A label gives a length and no time at which something happens. */
function phaseOf({ by, from, to }: Expectation, days: number | undefined): Phase {
  if (by === "label" || days === undefined || days < 0 || (from === undefined && to === undefined))
    return "any-time";
  if (from !== undefined && days < nominalDays(from)) return "later";
  return to !== undefined && days > nominalDays(to) ? "past" : "now";
}

/** Pages that give different times for the same thing: none of them is chosen. */
function contradictions(all: readonly Expectation[]) {
  return features.flatMap((feature) => {
    const timed = all.filter(
      (one) => one.feature === feature && one.by === "page" && (one.from ?? one.to) !== undefined,
    );
    const times = new Set(timed.map(({ from, to }) => JSON.stringify([from, to])));
    const first = timed[0];
    return times.size > 1 && first !== undefined
      ? [
          remark(
            "know",
            advise("pages-differ", { name: first.name }, [...new Set(timed.flatMap(({ cites }) => cites))]),
          ),
        ]
      : [];
  });
}

/** Where another question answers better: a flare past its time, and no effect after an adequate trial. */
function pointers({ knowledge, day }: Asked, begunDay: Day | undefined, feature: Feature | undefined) {
  const flare = knowledge.symptoms["flare"];
  const isLate =
    begunDay !== undefined &&
    flare?.expectedWithin !== undefined &&
    day > spanWithin(begunDay, flare.expectedWithin);
  const asksFlare = feature === undefined || feature === "flare";
  const asksSpots = feature === undefined || feature === "spots" || feature === "course";
  return [
    ...(isLate && asksFlare ? [remark("do", advise("flare-late", {}, flare?.cites ?? []))] : []),
    ...(asksSpots ? [remark("do", advise("see-response", {}, []))] : []),
  ];
}

function studies({ knowledge }: Asked) {
  return Object.values(knowledge.studies)
    .filter(({ about }) => about.includes("flare"))
    .map(({ id, found, caveat, people, cites }) =>
      remark("evidence", advise("study", { found, caveat, people }, cites), { kind: "study", id }),
    );
}
