/** A comparison in every language: each value as it reads, who set it, from which source and how far it was checked. */
import { dayText } from "../core/calendar.ts";
import type { ComparedValue, Comparison, Side, SideValue, Stricter } from "../core/knowledge/compare.ts";
import type { ParameterTopic } from "../core/knowledge/parameter-topics.ts";
import type { AnyValue, ParameterId } from "../core/knowledge/parameters.ts";
import type { Knowledge, Source } from "../core/knowledge/schema.ts";
import { comparison as en } from "./en/comparison.ts";
import { parameterWords as enParameters } from "./en/parameters.ts";
import { comparison as ja } from "./ja/comparison.ts";
import { parameterWords as jaParameters } from "./ja/parameters.ts";
import type { ParameterWords, WordsOf } from "./parameter-words.ts";
import { nameOf, sayIn } from "./say.ts";
import { type Bilingual, type Language, languages } from "./words.ts";

/** English holds the list; every other language must hold the same. */
export type ComparisonWords = {
  readonly [K in keyof typeof en]: (typeof en)[K] extends (...args: infer A) => string
    ? (...args: A) => string
    : (typeof en)[K] extends string
      ? string
      : { readonly [S in keyof (typeof en)[K]]: string };
};

/** The words around a comparison, by language. */
export const comparisonWords: { readonly [L in Language]: ComparisonWords } = { en, ja };
/** Titles and topics of parameters, by language. */
export const parameterWords: { readonly [L in Language]: ParameterWords } = {
  en: enParameters,
  ja: jaParameters,
};

/** One side's value, readable. */
export interface ReadSideValue {
  readonly value: AnyValue | null;
  readonly text: Bilingual;
  readonly from: { readonly id: string; readonly title: Bilingual } | null;
  readonly sources: readonly Source[];
  readonly deviation?: { readonly signedBy: string; readonly because: string };
  readonly mayLoosen?: { readonly text: Bilingual; readonly onlyIf?: "pregnancy-impossible" };
  /** By the edition that counts beside, where it differs. */
  readonly besides?: Bilingual;
}

export interface ReadValue {
  readonly parameter: ParameterId;
  readonly topic: ParameterTopic;
  readonly title: Bilingual;
  readonly floor: boolean;
  readonly stricter: Stricter;
  readonly a: ReadSideValue;
  readonly b: ReadSideValue;
}

export interface ReadSide {
  readonly id: string;
  readonly is: Side["is"];
  readonly title: Bilingual;
  readonly protocol: { readonly id: string; readonly title: Bilingual };
  /** First days of the edition in force, and of the one that counts beside it. */
  readonly edition: string;
  readonly beside: string | null;
}

export interface ReadComparison {
  readonly on: string;
  readonly a: ReadSide;
  readonly b: ReadSide;
  /** Values that differ first, then those that are the same; each in the order of the register. */
  readonly values: readonly ReadValue[];
}

/** Turns a comparison into words of every language. */
export function renderComparison(found: Comparison, knowledge: Knowledge): ReadComparison {
  const values = found.values.map((one) => readValue(one, knowledge));
  return {
    on: dayText(found.on),
    a: readSide(found.a, knowledge),
    b: readSide(found.b, knowledge),
    values: [
      ...values.filter(({ stricter }) => stricter !== "same"),
      ...values.filter(({ stricter }) => stricter === "same"),
    ],
  };
}

function readSide(side: Side, knowledge: Knowledge): ReadSide {
  return {
    id: side.id,
    is: side.is,
    title: titleOf(side.id, knowledge),
    protocol: { id: side.protocol, title: titleOf(side.protocol, knowledge) },
    edition: dayText(side.edition.since),
    beside: side.beside === undefined ? null : dayText(side.beside.since),
  };
}

function readValue({ a, b, ...rest }: ComparedValue, knowledge: Knowledge): ReadValue {
  const { parameter } = rest;
  return {
    ...rest,
    title: inBoth((language) => parameterWords[language].parameters[parameter].title),
    a: readSideValue(parameter, a, knowledge),
    b: readSideValue(parameter, b, knowledge),
  };
}

function readSideValue(parameter: ParameterId, side: SideValue, knowledge: Knowledge): ReadSideValue {
  const { value, from, cites, deviation, mayLoosen, besides } = side;
  const read = (one: AnyValue | null) => readParameter(parameter, one, knowledge);
  return {
    value,
    text: read(value),
    from: from === "" ? null : { id: from, title: titleOf(from, knowledge) },
    sources: cites.flatMap((id) => knowledge.sources[id] ?? []),
    ...(deviation === undefined ? {} : { deviation }),
    ...(mayLoosen === undefined
      ? {}
      : {
          mayLoosen: {
            text: read(mayLoosen.asFarAs),
            ...(mayLoosen.onlyIf === undefined ? {} : { onlyIf: mayLoosen.onlyIf }),
          },
        }),
    ...(besides === undefined ? {} : { besides: read(besides) }),
  };
}

/** A parameter's value as it reads in every language. */
export function readParameter(id: ParameterId, value: AnyValue | null, knowledge: Knowledge): Bilingual {
  return inBoth((language) => {
    const { parameters, notSet } = parameterWords[language];
    if (value === null) return notSet;
    // The words were picked by the parameter, so they take its value; TypeScript cannot see that by itself.
    const { reads } = parameters[id] as WordsOf<AnyValue>;
    return reads(value, sayIn(language, knowledge, "UTC"));
  });
}

function titleOf(id: string, knowledge: Knowledge): Bilingual {
  return nameOf(knowledge, "protocol", id) ?? { en: id, ja: id };
}

function inBoth(text: (language: Language) => string): Bilingual {
  return Object.fromEntries(languages.map((language) => [language, text(language)])) as Record<
    Language,
    string
  >;
}
