/** Words of statements on activities: who says them, of whom, how long they hold. */
import type { Day } from "../../../core/calendar.ts";
import type { Judged } from "../../../core/knowledge/parts.ts";
import type { Whom } from "../../../core/knowledge/topics/activities.ts";
import type { Statement } from "../../../core/questions/activity-standing.ts";
import type { Say } from "../../words.ts";
import { count } from "../grammar.ts";

const bys: { readonly [B in Statement["by"]]: string } = {
  floor: "Everywhere",
  label: "The label",
  regulator: "A regulator",
  guideline: "A guideline",
  literature: "Published literature",
  decision: "Isoward, where sources are silent or differ",
  page: "A clinic's page",
  clinic: "House rule",
  none: "No source",
};

/** "The label (US): ". */
export function saidBy(
  {
    by,
    where,
    clinic,
  }: {
    readonly by: Statement["by"];
    readonly where?: readonly string[] | undefined;
    readonly clinic?: string | undefined;
  },
  say: Say,
): string {
  const of = clinic === undefined ? "" : ` of ${say.name("protocol", clinic)}`;
  const countries = where === undefined ? "" : ` (${say.list(where)})`;
  return `${bys[by]}${of}${countries}: `;
}

/** " Through 20 Nov 2026." */
export function lasting(
  { untilDay, months }: { readonly untilDay?: Day | undefined; readonly months?: number | undefined },
  say: Say,
): string {
  if (untilDay !== undefined) return ` Counted through ${say.day(untilDay)}.`;
  return months === undefined ? "" : ` Here: ${count(say, months, "month")} after the last capsule.`;
}

const people: { readonly [W in Whom]: string } = {
  "can-become-pregnant": "for those who can become pregnant",
  "cannot-become-pregnant": "for those who cannot become pregnant",
  "can-father": "for those who can father a child",
};

/** Whom it is about, before what it says. */
export function whomOf(whom: Whom | undefined): string {
  return whom === undefined ? "" : `${people[whom].replace("for", "For")}: `;
}

/** Whom it is about, after what it says. */
export function inBrackets(whom: Whom | undefined): string {
  return whom === undefined ? "" : ` (${people[whom]})`;
}

/** How a statement was judged, before what it says. */
export function judgedAs(judged: Judged): string {
  switch (judged) {
    case "supported":
      return "";
    case "house-rule":
      return "One clinic's own rule, which holds there alone: ";
    case "outdated":
      return "Out of date: ";
    case "unsupported":
      return "No label or guideline was found to support it: ";
    case "wrong":
      return "Wrong: ";
    case "dangerous":
      return "Dangerous: ";
  }
}

interface MomentFacts {
  readonly stoppedDay?: Day | undefined;
  readonly fromDay?: Day | undefined;
  readonly recordedDay?: Day | undefined;
  readonly lastCoveredDay?: Day | undefined;
}

/** What is asked where nobody can say at which moment of treatment. */
export const momentReasons = {
  "when-unknown": ({ lastCoveredDay }: MomentFacts, say: Say) =>
    `Say whether capsules are still taken, or the day of the last one.${
      lastCoveredDay === undefined
        ? ""
        : ` The capsules handed out could have lasted until ${say.day(lastCoveredDay)}; nothing is allowed on the strength of that.`
    }`,
  "stop-ahead": ({ stoppedDay, fromDay }: MomentFacts, say: Say) =>
    `${say.day(stoppedDay)} is still to come: say it again once the last capsule has been taken.${
      fromDay === undefined ? "" : ` If it is that day, not before ${say.day(fromDay)}.`
    }`,
  "implausible-stop": ({ stoppedDay }: MomentFacts, say: Say) =>
    `Nobody can have stopped on ${say.day(stoppedDay)}: look at the day of the last capsule again.`,
  "still-under-way": ({ stoppedDay }: MomentFacts, say: Say) =>
    `The last capsule is given as ${say.day(stoppedDay)}, and treatment as still under way: record the last capsule first.`,
  contradicted: ({ stoppedDay, recordedDay }: MomentFacts, say: Say) =>
    `The last capsule is given as ${say.day(stoppedDay)}, and the record knows of capsules on ${say.day(recordedDay)}: settle that first.`,
};
