import { refuse } from "../../core/refusal.ts";
import { allRules } from "../../core/rules/index.ts";
import { words } from "../../words/say.ts";
import { recording, whyUnknown } from "./recording.ts";

/** What a prescriber concludes where a rule asks for judgement. That treatment stops is an alarm. */
export const recordJudgement = recording({
  name: "record-judgement",
  writes: "judgement-recorded",
  roles: ["prescriber"],
  subject: ({ rule }) => rule,
  // A judgement is of the facts of its moment: what was written since can be what is judged now.
  stillSo: (_body, _state, _happened, since) => since.every(({ type }) => type === "judgement-recorded"),
  alarm: ({ conclusion }) => conclusion === "stop",
  // That treatment stops is not sent back for a reason that is misspelt: it then stands for the whole rule.
  become: ({ reason, ...body }) =>
    reason === undefined || (body.conclusion === "stop" && whyNotItsReason(body.rule, reason) !== undefined)
      ? body
      : { ...body, reason },
  check: ({ rule: named, reason }) => {
    const rule = allRules.find(({ id }) => id === named);
    if (rule === undefined)
      return refuse("no-such-rule", { rule: named, known: allRules.map(({ id }) => id) });
    return whyNotItsReason(named, reason);
  },
});

function whyNotItsReason(named: string, reason: string | undefined) {
  const rule = allRules.find(({ id }) => id === named);
  return rule === undefined ? undefined : whyUnknown("reason", reason, words.en.rules[rule.id].reasons);
}
