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
  alarm: ({ conclusion }) => conclusion === "stop",
  check: ({ rule: named, reason }) => {
    const rule = allRules.find(({ id }) => id === named);
    if (rule === undefined)
      return refuse("no-such-rule", { rule: named, known: allRules.map(({ id }) => id) });
    return whyUnknown("reason", reason, words.en.rules[rule.id].reasons);
  },
});
