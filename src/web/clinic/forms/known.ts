import type { Knowledge } from "../../../core/knowledge/schema.ts";
import type { Bilingual } from "../../../words/words.ts";
import { useKnowledge } from "../../api/use-knowledge.ts";
import { useLanguage } from "../../text/language.tsx";
import type { KnownKind } from "./spec.ts";

interface Pick {
  readonly value: string;
  readonly label: string;
}

/** What there is to pick from, in the language that is read now. */
export function useKnown(kind: KnownKind, wanted = true): readonly Pick[] {
  const { language } = useLanguage();
  const knowledge = useKnowledge(wanted);
  if (knowledge === undefined) return [];
  return named(kind, knowledge).map(({ id, name }) => ({ value: id, label: name[language] }));
}

function named(
  kind: KnownKind,
  knowledge: Knowledge,
): readonly { readonly id: string; readonly name: Bilingual }[] {
  if (kind === "programmes") {
    return Object.values(knowledge.protocols)
      .filter(({ values }) => values.enrolments !== undefined)
      .map(({ id, title }) => ({ id, name: title }));
  }
  return Object.values(knowledge[kind]);
}
