/** Questions and their answers as sentences, in every language. */
import type { Facts } from "../core/finding.ts";
import type { Knowledge } from "../core/knowledge/schema.ts";
import type { QuestionId } from "../core/questions/index.ts";
import type { FoundRemark, Remark, Section } from "../core/questions/question.ts";
import { questions as en } from "./en/questions/index.ts";
import { questions as ja } from "./ja/questions/index.ts";
import type { QuestionsWords } from "./question-words.ts";
import { renderFinding, ruleTitle } from "./render.ts";
import { nameOf, sayIn } from "./say.ts";
import { type Bilingual, type Language, type Say } from "./words.ts";

/** Every question's words, by language. */
export const questionWords: { readonly [L in Language]: QuestionsWords } = { en, ja };

/** A question as a heading. */
export function questionTitle(id: QuestionId): Bilingual {
  return { en: en[id].title, ja: ja[id].title };
}

/** What a question is for. */
export function questionLead(id: QuestionId): Bilingual {
  return { en: en[id].lead, ja: ja[id].lead };
}

/** What an outcome of a question says. */
export function renderAnswerPart(
  id: QuestionId,
  { reason, facts }: { readonly reason: string; readonly facts: Facts },
  knowledge: Knowledge,
  zone: string,
): Bilingual {
  const text = (language: Language) =>
    questionReason(language, id, reason)(facts, sayIn(language, knowledge, zone));
  return { en: text("en"), ja: text("ja") };
}

type Sentence = (facts: Facts, say: Say) => string;

/** The sentence of one reason; throws where there is none, for the compiler has asked for every one. */
export function questionReason(language: Language, id: QuestionId, reason: string): Sentence {
  // An outcome no longer knows which facts its reason brings; `QuestionsWords` was held against each question.
  const reasons: Readonly<Record<string, (facts: never, say: Say) => string>> =
    questionWords[language][id].reasons;
  const found = Object.hasOwn(reasons, reason) ? reasons[reason] : undefined;
  if (found === undefined) throw new Error(`no words in "${language}" for ${id}: ${reason}`);
  return (facts, say) => found(facts as never, say);
}

/** Every reason a question can give. */
export function reasonsOfQuestion(id: QuestionId): readonly string[] {
  return Object.keys(en[id].reasons);
}

/** What a remark says. */
export function remarkText(
  id: QuestionId,
  remark: Remark | FoundRemark,
  knowledge: Knowledge,
  zone: string,
): Bilingual {
  return remark.finding === undefined
    ? renderAnswerPart(id, remark, knowledge, zone)
    : renderFinding(remark.finding, knowledge, zone);
}

/** The heading of a remark: the name of what it is about; undefined where it is about nothing that has a name. */
export function remarkTitle(
  { about, finding }: Remark | FoundRemark,
  knowledge: Knowledge,
): Bilingual | undefined {
  if (finding !== undefined) return ruleTitle(finding.rule);
  return about === undefined ? undefined : nameOf(knowledge, about.kind, about.id);
}

const usual: { readonly [L in Language]: { readonly [S in Section]: string } } = {
  en: {
    unreliable: "Not to be relied on",
    counts: "Why",
    do: "What to do",
    know: "Good to know",
    "not-asked": "Nothing on record, or not asked for here",
    evidence: "What studies found",
    "not-applied": "Said elsewhere, not applied",
  },
  ja: {
    unreliable: "当てにできないこと",
    counts: "理由",
    do: "すること",
    know: "知っておきたいこと",
    "not-asked": "記録に該当がないこと・ここでは求められないこと",
    evidence: "研究でわかっていること",
    "not-applied": "ほかで言われているが、適用しないこと",
  },
};

/** The heading of a part of an answer. */
export function sectionTitle(id: QuestionId, section: Section): Bilingual {
  const title = (language: Language) =>
    questionWords[language][id].sections?.[section] ?? usual[language][section];
  return { en: title("en"), ja: title("ja") };
}

/** The words of a question's fields, by language: labels, hints, choices. */
export function fieldWords(id: QuestionId): {
  readonly [L in Language]: QuestionsWords[QuestionId]["fields"];
} {
  return { en: en[id].fields, ja: ja[id].fields };
}

/** What a drawn line shows: a name of the question's own, or of the knowledge. */
export function seriesTitle(id: QuestionId, series: string, knowledge: Knowledge): Bilingual {
  const named = nameOf(knowledge, "analyte", series);
  const own = (language: Language) => questionWords[language][id].series?.[series];
  return { en: own("en") ?? named?.en ?? series, ja: own("ja") ?? named?.ja ?? series };
}
