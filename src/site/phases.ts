/** How an activity stands over time: during treatment, and in each stretch after the last capsule. */
import { type Day, plus, type Span } from "../core/calendar.ts";
import type { Activity } from "../core/knowledge/topics/activities.ts";
import type { Permission } from "../core/knowledge/topics/permission.ts";
import { type Applied, type Person, type Standing, standingOf } from "../core/questions/activity-standing.ts";
import type { Asked } from "../core/questions/question.ts";

export interface Phase {
  readonly permission: Permission;
  /** Counted from the last capsule; undefined where it has no end. */
  readonly until: Span | undefined;
}

export interface Phases {
  readonly during: Permission;
  /** After the last capsule, in turn; the last of them has no end. */
  readonly after: readonly Phase[];
}

/** The lengths do not depend on the day, but their order could: "a month" and "30 days" are told apart by one. */
export function phasesOf(activity: Activity, person: Person, asked: Asked): Phases {
  const lastCapsuleDay = asked.day;
  const onDay = (day: Day): Standing => standingOf(activity, { lastCapsuleDay }, person, { ...asked, day });
  const { applied } = onDay(lastCapsuleDay);
  const ends = [...new Set(applied.map(({ untilDay }) => untilDay ?? lastCapsuleDay))]
    .filter((end) => end > lastCapsuleDay)
    .toSorted((a, b) => a - b);
  const stretches: Phase[] = ends.map((end) => ({
    permission: onDay(end).permission,
    until: lengthTo(end, applied),
  }));
  const lastEnd = ends.at(-1) ?? lastCapsuleDay;
  stretches.push({ permission: onDay(plus(lastEnd, 1)).permission, until: undefined });
  return {
    during: standingOf(activity, "during", person, asked).permission,
    // What holds on is one stretch, as long as the longest.
    after: stretches.filter((one, at) => one.permission !== stretches[at + 1]?.permission),
  };
}

function lengthTo(end: Day, applied: readonly Applied[]): Span | undefined {
  const found = applied.find(({ untilDay }) => untilDay === end);
  return found?.months === undefined ? found?.statement.after : { months: found.months };
}

/** The phases of each kind of person, where they differ; one without a name where they do not. */
export function phasesByPerson(
  activity: Activity,
  asked: Asked,
): readonly {
  readonly whom: "can-become-pregnant" | "cannot-become-pregnant" | undefined;
  readonly phases: Phases;
}[] {
  const woman = phasesOf(activity, { canBecomePregnant: true }, asked);
  const other = phasesOf(activity, { canBecomePregnant: false }, asked);
  if (activity.notOfMen || JSON.stringify(woman) === JSON.stringify(other)) {
    return [{ whom: undefined, phases: woman }];
  }
  return [
    { whom: "can-become-pregnant", phases: woman },
    { whom: "cannot-become-pregnant", phases: other },
  ];
}
