/** Finds a question by what somebody types: a thing it can be about, or its own title. */
import { namedIn } from "../../../app/questions/given.ts";
import type { Knowledge } from "../../../core/knowledge/schema.ts";
import type { Fields } from "../../../core/questions/fields.ts";
import { type AnyQuestion, questions } from "../../../core/questions/index.ts";
import { questionTitle } from "../../../words/render-question.ts";
import type { Bilingual } from "../../../words/words.ts";
import { matches } from "./matching.ts";

export interface Finding {
  readonly question: AnyQuestion;
  readonly name: Bilingual;
  /** The name it was found by, where it is not the one that is shown. */
  readonly by: string | undefined;
  /** The form with this filled in, as an address. */
  readonly to: string;
}

interface Place {
  readonly id: string;
  readonly name: Bilingual;
  readonly aliases: readonly string[];
  readonly question: AnyQuestion;
  readonly to: string;
}

export function findQuestions(typed: string, knowledge: Knowledge, most = 8): readonly Finding[] {
  return matches(places(knowledge), typed, most).map(({ item: { question, name, to }, by }) => ({
    question,
    name,
    by: by === name.en || by === name.ja ? undefined : by,
    to,
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
      to: `/ask/${question.id}`,
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
    return namedIn(list, knowledge).map(({ id, name, aliases = [] }) => ({
      id,
      name,
      aliases,
      question,
      to: `/ask/${question.id}#${new URLSearchParams({ [field]: id }).toString()}`,
    }));
  });
}
