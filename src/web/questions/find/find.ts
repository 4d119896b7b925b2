/** Finds a question by what somebody types: a thing it can be about, or its own title. */
import { namedIn } from "../../../app/questions/given.ts";
import type { Knowledge } from "../../../core/knowledge/schema.ts";
import type { Fields } from "../../../core/questions/fields.ts";
import { type AnyQuestion, questions } from "../../../core/questions/index.ts";
import { questionTitle } from "../../../words/render-question.ts";
import type { Bilingual, Language } from "../../../words/words.ts";
import type { Given } from "../given.ts";
import { linkOfAsking } from "../link.ts";
import { matches } from "./matching.ts";

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

export function findQuestions(typed: string, knowledge: Knowledge, most = 8): readonly Finding[] {
  return matches(places(knowledge), typed, most).map(({ item: { question, name, given }, by }) => ({
    question,
    name,
    by: by === name.en || by === name.ja ? undefined : by,
    given,
  }));
}

let known: { readonly of: Knowledge; readonly places: readonly Place[] } | undefined;

/** Each question, and each thing of the knowledge that can be its argument. */
function places(knowledge: Knowledge): readonly Place[] {
  if (known?.of === knowledge) return known.places;
  const all = questions.flatMap((question): Place[] => [
    {
      id: question.id,
      name: questionTitle(question.id),
      aliases: [],
      question,
      given: { en: {}, ja: {} },
    },
    ...argumentsOf(question, knowledge),
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
    return namedIn(list, knowledge).map(({ id, name, aliases = [] }) => {
      const filled = (language: Language): Given => {
        const value = isTyped ? name[language] : id;
        return { [field]: isMany ? [value] : value };
      };
      return { id, name, aliases, question, given: { en: filled("en"), ja: filled("ja") } };
    });
  });
}
