import { currentUntil, lastCurrent, latestOf, nextCurrentDay, settled } from "../case.ts";
import { ask, pass } from "../finding.ts";
import { rule } from "../rule.ts";
import { draft, step } from "../steps.ts";

/**
 * Sexual function is asked about for every supply. A new problem is looked at by the prescriber: no scale and no limit
 * is cited for it, so nothing here grades it.
 */
export const sexualFunctionHasBeenAsked = rule("sexual-function-has-been-asked", ["pass", "ask"], (c) => {
  const id = "sexual-function-has-been-asked";
  const { value, cites } = c.values.sexualFunctionEverySupply;
  if (value !== true) return pass("not-asked-for", {}, cites);
  const open = c.record
    .of("sexual-function-asked")
    .filter((answer) => answer.body.newProblem && !settled(c, id, "needs-judgement", answer));
  const problem = latestOf(open);
  if (problem !== undefined) {
    const word = draft(
      "judgement-recorded",
      { rule: id, reason: "needs-judgement", conclusion: "may-continue" },
      "prescriber",
      c.day,
    );
    return ask(
      "needs-judgement",
      { reportedDay: problem.day },
      cites,
      [step("prescriber", "judge-sexual-function", {}, c.day, { entries: [word] })],
      { since: open },
    );
  }
  const answer = lastCurrent(c, "sexual-function-asked");
  if (answer !== undefined) {
    const askedDay = answer.happened.day;
    return pass("asked", { askedDay }, cites, currentUntil(c, askedDay));
  }
  const day = nextCurrentDay(c);
  const none = draft("sexual-function-asked", { newProblem: false }, "nurse", day);
  return ask("not-asked", {}, cites, [step("nurse", "ask-sexual-function", {}, day, { entries: [none] })]);
});
