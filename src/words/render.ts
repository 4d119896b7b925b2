/** Findings, steps and verdicts as sentences, in every language. */
import type { Role } from "../core/entry.ts";
import type { Facts, Verdict } from "../core/finding.ts";
import type { Finding } from "../core/judge.ts";
import type { Knowledge } from "../core/knowledge/schema.ts";
import type { GateId } from "../core/rules/index.ts";
import type { ActionId, Step, StepOf } from "../core/steps.ts";
import { sayIn, words } from "./say.ts";
import type { Bilingual, Language, Say } from "./words.ts";

/** The claim that a rule holds a supply to, as a heading. */
export function ruleTitle(rule: Finding["rule"]): Bilingual {
  return inEvery((language) => words[language].rules[rule].title);
}

/** What a finding says; one set aside also says by whom, when and why. */
export function renderFinding(finding: Finding, knowledge: Knowledge, zone: string): Bilingual {
  return inEvery((language) => {
    const say = sayIn(language, knowledge, zone);
    const text = reasonWords(language, finding.rule, finding.reason)(finding.facts, say);
    return finding.overridden === undefined ? text : asideIn[language](text, finding.overridden, say);
  });
}

/** What someone is asked to do. */
export function renderStep(step: Step, knowledge: Knowledge, zone: string): Bilingual {
  return inEvery((language) => actionText(language, step, sayIn(language, knowledge, zone)));
}

/** A finding's verdict in a word or two. */
export function renderVerdict(verdict: Verdict, gate: GateId = "supply"): Bilingual {
  return inEvery(
    (language) => words[language][gate === "supply" ? "verdicts" : "dispensingVerdicts"][verdict],
  );
}

/** Whose turn it is, as a label. */
export function renderRole(role: Role): Bilingual {
  return inEvery((language) => words[language].roles[role]);
}

/** The answer to the whole question: may this supply be prescribed now, or be handed out? */
export function renderAnswer(verdict: Verdict, gate: GateId = "supply"): Bilingual {
  return inEvery((language) => words[language][gate === "supply" ? "answers" : "dispensingAnswers"][verdict]);
}

type ReasonWords = (facts: Facts, say: Say) => string;

/** The sentence of one reason; throws where there is none, for the compiler has asked for every one. */
export function reasonWords(language: Language, rule: Finding["rule"], reason: string): ReasonWords {
  // A finding no longer knows which facts its reason brings; `RuleWords` was held against each rule when it was written.
  const reasons = words[language].rules[rule].reasons as Readonly<Record<string, ReasonWords>>;
  const found = Object.hasOwn(reasons, reason) ? reasons[reason] : undefined;
  if (found === undefined) throw new Error(`no words in "${language}" for ${rule}: ${reason}`);
  return found;
}

function actionText<A extends ActionId>(language: Language, { action, facts }: StepOf<A>, say: Say): string {
  return words[language].actions[action](facts, say);
}

type Aside = NonNullable<Finding["overridden"]>;
const asideIn: { readonly [L in Language]: (text: string, aside: Aside, say: Say) => string } = {
  en: (text, { because, day }, say) =>
    `${text} The prescriber set this finding aside for this supply on ${say.day(day)}, with the reason “${because}”.`,
  ja: (text, { because, day }, say) =>
    `${text}${say.day(day)}に、処方医が今回の処方に限りこの判定を適用しないと記録しました(理由「${because}」)。`,
};

function inEvery(text: (language: Language) => string): Bilingual {
  return { en: text("en"), ja: text("ja") };
}
