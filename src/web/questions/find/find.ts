/** Finds a question by what somebody types: a thing it can be about, or its own title. */
import type { Knowledge } from "../../../core/knowledge/schema.ts";
import { matches, misspeltRank } from "../../../core/names/matching.ts";
import type { Fields } from "../../../core/questions/fields.ts";
import { type AnyQuestion, questions } from "../../../core/questions/index.ts";
import { questionTitle } from "../../../words/render-question.ts";
import type { Bilingual, Language } from "../../../words/words.ts";
import type { Given } from "../given.ts";
import { linkOfAsking } from "../link.ts";
import { questionsText } from "../text.ts";
import { findableIn } from "./findable.ts";
import { wordsFor } from "./question-words.ts";

export interface Finding {
  readonly question: AnyQuestion;
  readonly name: Bilingual;
  /** The name it was found by, where it is not the one that is shown. */
  readonly by: string | undefined;
  /** What the form begins with, in either language: where a name is typed, a name. */
  readonly given: { readonly [L in Language]: Given };
}

interface Place {
  readonly id: string;
  readonly name: Bilingual;
  readonly aliases: readonly string[];
  readonly question: AnyQuestion;
  readonly given: Finding["given"];
}

/** The question's page with what was found filled in. */
export function addressOf({ question, given }: Finding, language: Language): string {
  const asking = { given: given[language], under: undefined, on: undefined };
  return `/ask/${question.id}${linkOfAsking(asking, question.fields, language)}`;
}

/** What was found, and what else can be asked with the very word that was typed. */
export interface Found {
  readonly findings: readonly Finding[];
  /** Where no list has the word: the questions that take one as it is, the one that is most careful first. */
  readonly asTyped: readonly Finding[];
}

export function findQuestions(typed: string, knowledge: Knowledge, most = 8): Found {
  const found = matches(places(knowledge), typed, most);
  const isSure = found.some(({ rank }) => rank < misspeltRank);
  return {
    findings: found.map(({ item: { question, name, given }, by }) => ({
      question,
      name,
      by: by === name.en || by === name.ja ? undefined : by,
      given,
    })),
    asTyped: isSure || typed.trim() === "" ? [] : takingAsTyped(typed.trim()),
  };
}

const listsOfWords = ["symptoms", "medicines", "activities"] as const;

/** The word carried over as a symptom, a medicine, an activity. */
function takingAsTyped(typed: string): readonly Finding[] {
  return listsOfWords.flatMap((list) =>
    questions.flatMap((question): Finding[] => {
      const fields: Fields = question.fields;
      return Object.entries(fields).flatMap(([field, of]): Finding[] => {
        const suggests = "suggest" in of && of.suggest === list;
        const isOpen = of.kind === "known" && of.open === true && of.of === list;
        if (of.argument !== true || !(suggests || isOpen)) return [];
        const given: Given = { [field]: of.kind === "texts" ? [typed] : typed };
        const name = { en: questionsText.en.askAs[list](typed), ja: questionsText.ja.askAs[list](typed) };
        return [{ question, name, by: undefined, given: { en: given, ja: given } }];
      });
    }),
  );
}

let known: { readonly of: Knowledge; readonly places: readonly Place[] } | undefined;

/** Each question, and each thing of the knowledge that can be its argument. */
function places(knowledge: Knowledge): readonly Place[] {
  if (known?.of === knowledge) return known.places;
  const all = questions.flatMap((question): Place[] => [
    {
      id: question.id,
      name: questionTitle(question.id),
      aliases: aliasesOf(question, knowledge),
      question,
      given: { en: {}, ja: {} },
    },
    ...argumentsOf(question, knowledge),
    ...rowsOf(question, knowledge),
  ]);
  known = { of: knowledge, places: all };
  return all;
}

function argumentsOf(question: AnyQuestion, knowledge: Knowledge): readonly Place[] {
  const fields: Fields = question.fields;
  return Object.entries(fields).flatMap(([field, of]): Place[] => {
    if (of.argument !== true) return [];
    const list = "of" in of && typeof of.of === "string" ? of.of : "suggest" in of ? of.suggest : undefined;
    if (list === undefined) return [];
    const isMany = of.kind === "known-list" || of.kind === "texts";
    const isTyped = of.kind === "text" || of.kind === "texts";
    return findableIn(list, knowledge).map(({ id, name, aliases = [] }) => {
      const filled = (language: Language): Given => {
        const value = isTyped ? name[language] : id;
        return { [field]: isMany ? [value] : value };
      };
      return { id, name, aliases, question, given: { en: filled("en"), ja: filled("ja") } };
    });
  });
}

/** Words for a question as a whole; whoever names a contraceptive has trouble with it more often than a symptom. */
function aliasesOf({ id }: AnyQuestion, { contraceptives }: Knowledge): readonly string[] {
  const words = wordsFor[id] ?? [];
  return id === "contraception-trouble"
    ? [...words, ...Object.values(contraceptives).flatMap(({ name }) => [name.en, name.ja])]
    : words;
}

/** What a table's rows are about, such as a laboratory value: the first row begins with it. */
function rowsOf(question: AnyQuestion, knowledge: Knowledge): readonly Place[] {
  const fields: Fields = question.fields;
  return Object.entries(fields).flatMap(([field, of]): Place[] => {
    if (of.kind !== "rows") return [];
    return Object.entries(of.columns).flatMap(([column, { kind, ...more }]): Place[] => {
      if (kind !== "known" || !("of" in more) || typeof more.of !== "string") return [];
      return findableIn(more.of, knowledge).map(({ id, name, aliases = [] }) => {
        const given: Given = { [field]: [{ [column]: id }] };
        return { id, name, aliases, question, given: { en: given, ja: given } };
      });
    });
  });
}
