/** May someone who takes isotretinoin, or has stopped, do this? The strictest of what is supported counts. */
import { type Day, plus, type Span, spanEnd } from "../calendar.ts";
import { advise, ask, pass, stop, wait } from "../finding.ts";
import type { HouseRule, Permission } from "../knowledge/topics/activities.ts";
import { type Asked, answered, question, remark } from "./question.ts";

/** Thin: deepened in its own change. */
export const mayI = question({
  id: "may-i",
  record: "helps",
  fields: {
    activity: { kind: "known", of: "activities", required: true, argument: true },
    stopped: { kind: "day" },
    during: { kind: "yes-no" },
  },
  known: (record) => {
    const last = record.last("last-capsule-recorded")?.happened.day;
    return record.supplies.length > 0 ? { during: true } : last === undefined ? {} : { stopped: last };
  },
  answer({ activity: id, stopped, during }, asked) {
    const activity = asked.knowledge.activities[id];
    if (activity === undefined) return answered(ask("unknown-activity", { activity: id }, [], []), []);
    const counting = activity.statements.filter(({ judged }) => judged === "supported");
    const cites = [...new Set(counting.flatMap((one) => one.cites))];
    const facts = { activity: id };
    if (during !== true && stopped === undefined) return answered(ask("when-unknown", facts, cites, []), []);
    const untilDay = stopped === undefined ? undefined : restrictedThrough(counting, stopped, asked);
    if (untilDay !== undefined && asked.day <= untilDay) {
      const fromDay = plus(untilDay, 1);
      return answered(wait("not-before", { ...facts, fromDay }, cites, [], asked.at), [], {
        earliestDay: fromDay,
      });
    }
    const strictest =
      during === true
        ? worst(counting.map((one) => one.during))
        : worst(counting.map((one) => one.afterwards));
    const headline = {
      yes: pass("yes", facts, cites),
      care: advise("yes-with-care", facts, cites),
      ask: ask("ask", facts, cites, []),
      no: stop("no", facts, cites, "never"),
    }[strictest];
    return answered(
      headline,
      counting.map((one) =>
        remark("counts", advise("said", { by: one.by, says: one.says }, one.cites), { kind: "activity", id }),
      ),
    );
  },
});

type Statement = Omit<HouseRule, "activity">;

function restrictedThrough(statements: readonly Statement[], stopped: Day, asked: Asked): Day | undefined {
  const ends = statements.map((one) =>
    one.after === undefined ? stopped : spanEnd(stopped, one.after as Span),
  );
  void asked;
  return ends.length === 0 ? undefined : (Math.max(...ends) as Day);
}

const strictness: readonly Permission[] = ["yes", "care", "ask", "no"];
function worst(all: readonly Permission[]): Permission {
  return all.reduce<Permission>((a, b) => (strictness.indexOf(b) > strictness.indexOf(a) ? b : a), "yes");
}
