/** Everything that is restricted beyond the last capsule, and what goes on for good. */
import { type Day } from "../../calendar.ts";
import { advise } from "../../finding.ts";
import { heldThrough, type Person, type Standing, type Statement, standingOf } from "../activity-standing.ts";
import { type Asked, remark } from "../question.ts";

/** One thing that is restricted for a time after the last capsule. */
export interface Restriction {
  readonly activity: string;
  readonly about: { readonly kind: "activity"; readonly id: string };
  /** Forbidden, to be asked about, or to be done with care; what is laxer later comes as a restriction of its own. */
  readonly level: "no" | "ask" | "care";
  readonly untilDay: Day;
  /** Whom it is about; undefined: everybody. */
  readonly whom: Statement["whom"];
  readonly cites: readonly string[];
}

/** Everything restricted beyond the last capsule, soonest over first. */
export function restrictionsAfter(lastCapsuleDay: Day, person: Person, asked: Asked): readonly Restriction[] {
  const found: Restriction[] = [];
  for (const activity of activitiesFor(person, asked)) {
    const standing = standingOf(activity, { lastCapsuleDay }, person, asked);
    let covered: Day = lastCapsuleDay;
    for (const level of ["no", "ask", "care"] as const) {
      const untilDay = heldThrough(standing, level);
      if (untilDay === "always") break;
      if (untilDay === undefined || untilDay <= covered) continue;
      covered = untilDay;
      const deciding = standing.applied.filter((one) => one.untilDay === untilDay);
      const whoms = new Set(deciding.map(({ statement }) => statement.whom));
      found.push({
        activity: activity.id,
        about: { kind: "activity", id: activity.id },
        level,
        untilDay,
        whom: whoms.size === 1 ? [...whoms][0] : undefined,
        cites: [...new Set(deciding.flatMap(({ cites }) => cites))],
      });
    }
  }
  return found.toSorted((a, b) => a.untilDay - b.untilDay || (a.activity < b.activity ? -1 : 1));
}

/** The activities somebody is told of. */
export function activitiesFor({ man }: Person, { knowledge }: Asked) {
  return Object.values(knowledge.activities).filter(({ notOfMen }) => !(notOfMen && man === true));
}

/** What holds after the last capsule, as it is said, where nobody knows the day: nothing is counted from a guess. */
export function rulesAfter(person: Person, asked: Asked) {
  return activitiesFor(person, asked).flatMap((activity) => {
    const standing = standingOf(activity, "during", person, asked);
    return standing.applied
      .filter(({ statement, months }) => statement.after !== undefined || months !== undefined)
      .map(({ statement, months, cites }) => {
        const { by, where, clinic, whom, says } = statement;
        const facts = { by, where, clinic, whom, months, says };
        return remark("know", advise("will-hold", facts, cites), { kind: "activity", id: activity.id });
      });
  });
}

/** What goes on after treatment with no last day: never passing on capsules, care with sight and lenses. */
export function lasting(person: Person, asked: Asked) {
  return activitiesFor(person, asked).flatMap(({ id, statements }) => {
    const said = staying(id, standingOf({ id, statements }, "during", person, asked));
    return said === undefined ? [] : [remark("know", said, { kind: "activity", id })];
  });
}

function staying(activity: string, standing: Standing) {
  const cites = [...new Set(standing.applied.flatMap((one) => one.cites))];
  if (heldThrough(standing, "no") === "always") return advise("never", { activity }, cites);
  return heldThrough(standing, "care") === "always" && heldThrough(standing, "ask") !== "always"
    ? advise("care-stays", { activity }, cites)
    : undefined;
}
