/** Symptoms as people say them: what was understood, and what nobody here knows. */
import type { Knowledge } from "../../knowledge/schema.ts";
import { type Findable, findByName, namesOf, sameName } from "../../names/find-by-name.ts";

export interface HeardSymptoms {
  /** Ids of the knowledge. */
  readonly known: readonly string[];
  /** What was not understood as a whole, in the words it was said in. */
  readonly unknown: readonly string[];
}

/**
 * A text is a symptom only where the whole of it is one. Of a longer sentence each symptom in it is heard too, but the
 * sentence stays unknown: what was not understood may be the worst of it.
 */
export function readSymptoms(texts: readonly string[], knowledge: Knowledge): HeardSymptoms {
  const symptoms = Object.values(knowledge.symptoms);
  const known: string[] = [];
  const unknown: string[] = [];
  for (const text of new Set(texts)) {
    const whole = findByName(symptoms, text);
    for (const part of whole.is === "found" ? [text] : partsOf(text)) {
      const found = findByName(symptoms, part);
      if (found.is === "found") known.push(found.id);
      else {
        unknown.push(part);
        known.push(...mistyped(found.near, part).map(({ id }) => id), ...heardIn(part, knowledge));
      }
    }
  }
  return { known: [...new Set(known)], unknown: [...new Set(unknown)] };
}

/** A tooth is no chest: where one Chinese character stands for another, a part of the body is another one, not mistyped. */
function mistyped<T extends Findable>(near: readonly T[], text: string): readonly T[] {
  return near.filter((item) => namesOf(item).some((name) => characters(name) === characters(text)));
}

function characters(text: string): string {
  return text.normalize("NFKC").replaceAll(/[^\p{Script=Han}]+/gu, "");
}

const between = /[、。,，;；・\n]+|\s+(?:and|with|plus)\s+|\s*[&＆+＋]\s*/i;

/** Nobody names more at once: what falls into more pieces is heard as a whole. */
const mostParts = 20;

function partsOf(text: string): readonly string[] {
  const parts = text
    .split(between)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  return parts.length > mostParts ? [text] : parts;
}

function heardIn(text: string, knowledge: Knowledge): readonly string[] {
  const spaced = ` ${latinWords(text)} `;
  const joined = sameName(text);
  return Object.values(knowledge.symptoms)
    .filter((symptom) => {
      const { latin, other } = heardNames(symptom);
      return (
        latin.some((name) => spaced.includes(` ${name} `)) || other.some((name) => joined.includes(name))
      );
    })
    .map(({ id }) => id);
}

interface HeardNames {
  readonly latin: readonly string[];
  readonly other: readonly string[];
}
const heardAs = new WeakMap<Findable, HeardNames>();

/** The names of a symptom as they are looked for in a sentence, reckoned once. */
function heardNames(symptom: Findable): HeardNames {
  const seen = heardAs.get(symptom);
  if (seen !== undefined) return seen;
  const names = namesOf(symptom);
  const heard = {
    latin: names.filter(isLatin).map(latinWords),
    other: names.filter((name) => !isLatin(name)).map(sameName),
  };
  heardAs.set(symptom, heard);
  return heard;
}

/** Words written in Latin letters, one space between them: "ear" is not heard in "heart". */
function latinWords(text: string): string {
  const plain = text.normalize("NFKC").toLowerCase().replaceAll(/['’]/g, "");
  return plain.replaceAll(/[^\p{Script=Latin}\p{N}]+/gu, " ").trim();
}

function isLatin(name: string): boolean {
  return !/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(name);
}
