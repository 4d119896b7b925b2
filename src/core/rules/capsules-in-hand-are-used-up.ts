import { type Day, plus } from "../calendar.ts";
import { inHandOn } from "../capsules-of.ts";
import { type Case, opens } from "../case.ts";
import { ask, pass, wait } from "../finding.ts";
import { rule } from "../rule.ts";
import { draft, step } from "../steps.ts";

/**
 * Nobody has two supplies at once: the next is handed out when the capsules in hand are used up, or as many days
 * before as the clinic has signed for (none by default; clinical.md 12.19c).
 */
export const capsulesInHandAreUsedUp = rule("capsules-in-hand-are-used-up", ["pass", "ask", "wait"], (c) => {
  const { cites } = c.values.capsulesInHandUsedFirst;
  const overlapDays =
    c.record.of("policy-signed").findLast(({ body }) => body.policy === "supply-overlap")?.body.overlapDays ??
    0;
  const inHand = inHandOn(c.record, c.day, c.question.dailyMg);
  if ("unknown" in inHand) {
    const sinceDay = inHand.since;
    return inHand.unknown === "days"
      ? ask("days-unknown", { sinceDay }, cites, [countThem(c)])
      : // What a pause left over is used up one day, and nobody knows which.
        ask("left-from-a-pause", { sinceDay }, cites, [countThem(c)], { until: opens(c, plus(c.day, 1)) });
  }
  const { days } = inHand;
  if (days === 0) return pass("none-in-hand", {}, cites);
  if (days <= overlapDays) return pass("within-overlap", { days, overlapDays }, cites);
  const allowedDay: Day = plus(c.day, Math.ceil(days - overlapDays));
  const until = step("patient", "wait-for-capsules-in-hand", { untilDay: allowedDay }, allowedDay, {
    when: "only-then",
  });
  return wait("still-in-hand", { days, overlapDays, allowedDay }, cites, [until], opens(c, allowedDay));
});

function countThem(c: Case) {
  const none = draft(
    "capsules-counted",
    { capsules: 0, capsuleMg: c.question.capsuleMg ?? 1 },
    "patient",
    c.day,
  );
  return step("patient", "count-capsules-left", {}, c.day, { entries: [none] });
}
