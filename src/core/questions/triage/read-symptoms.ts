/** Symptoms as people say them: what was understood, and what nobody here knows. */
import type { Knowledge } from "../../knowledge/schema.ts";
import type { Symptom } from "../../knowledge/topics/symptoms.ts";
import { type Findable, findByName, namesOf, sameName } from "../../names/find-by-name.ts";
import { saidOtherwise } from "./said-otherwise.ts";

export interface HeardSymptoms {
  /** Ids of the knowledge. */
  readonly known: readonly string[];
  /** What was not understood as a whole, in the words it was said in. */
  readonly unknown: readonly string[];
}

/** One thing that was said, and what it was read as. */
export interface HeardSymptom {
  readonly said: string;
  /** Ids of the knowledge; empty where nobody here knows it. */
  readonly readAs: readonly string[];
  /** `name`: it is called so. `otherwise`: other words for a name. `in-part`: something in it may mean more. */
  readonly how: "name" | "otherwise" | "in-part";
}

/**
 * A text is a symptom only where the whole of it is one, or all but how bad it is. Of a longer sentence each symptom in
 * it is heard too, but the sentence stays unknown: what was not understood may be the worst of it.
 */
export function hearSymptoms(texts: readonly string[], knowledge: Knowledge): readonly HeardSymptom[] {
  return [...new Set(texts)].flatMap((text) => {
    const whole = wholly(text, knowledge);
    return whole === undefined
      ? partsOf(text).map((part) => wholly(part, knowledge) ?? inPart(part, knowledge))
      : [whole];
  });
}

/** The same, as lists. */
export function readSymptoms(texts: readonly string[], knowledge: Knowledge): HeardSymptoms {
  const heard = hearSymptoms(texts, knowledge);
  return {
    known: [...new Set(heard.flatMap(({ readAs }) => readAs))],
    unknown: [...new Set(heard.filter(({ how }) => how === "in-part").map(({ said }) => said))],
  };
}

/** A name, or a name and how bad it is. */
function wholly(said: string, knowledge: Knowledge): HeardSymptom | undefined {
  const symptoms = Object.values(knowledge.symptoms);
  const named = findByName(symptoms, said);
  if (named.is === "found") return { said, readAs: [named.id], how: "name" };
  const { text, bad } = saidOtherwise(said);
  if (text === "") return undefined;
  const worse = bad ? calledSo(symptoms, [`severe ${text}`, `ひどい${text}`]) : [];
  const plain = calledSo(symptoms, [text]);
  const found = [...worse, ...(plain.length > 0 ? plain : calledOtherwise(symptoms, text))];
  if (found.length === 0) return undefined;
  const readAs = [...new Set([...found.map(({ id }) => id), ...heardIn(said, knowledge)])];
  // Worse than what waits for a visit is not what is on the list.
  const waits = bad && readAs.every((id) => !cannotWait(knowledge.symptoms[id]));
  return { said, readAs, how: waits ? "in-part" : "otherwise" };
}

function calledSo(symptoms: readonly Symptom[], names: readonly string[]): readonly Symptom[] {
  return names.flatMap((name) => {
    const found = findByName(symptoms, name);
    return found.is === "found" ? [found.item] : [];
  });
}

/** Those with a name that says it otherwise in the same way. */
function calledOtherwise(symptoms: readonly Symptom[], text: string): readonly Symptom[] {
  const wanted = sameName(text);
  return wanted === "" ? [] : symptoms.filter((one) => heardNames(one).otherwise.includes(wanted));
}

function cannotWait(symptom: Symptom | undefined): boolean {
  return symptom !== undefined && (symptom.urgency === "emergency" || symptom.urgency === "today");
}

function inPart(said: string, knowledge: Knowledge): HeardSymptom {
  const found = findByName(Object.values(knowledge.symptoms), said);
  const near = found.is === "found" ? [] : mistyped(found.near, said);
  const heard = [...heardIn(said, knowledge), ...heardIn(saidOtherwise(said).text, knowledge)];
  return { said, readAs: [...new Set([...near.map(({ id }) => id), ...heard])], how: "in-part" };
}

/** A tooth is no chest: where one Chinese character stands for another, a part of the body is another one, not mistyped. */
function mistyped<T extends Findable>(near: readonly T[], text: string): readonly T[] {
  return near.filter((item) => namesOf(item).some((name) => characters(name) === characters(text)));
}

function characters(text: string): string {
  return text.normalize("NFKC").replaceAll(/[^\p{Script=Han}]+/gu, "");
}

/** Blanks are looked through from their first on alone, or a long row of them would be gone through again from each. */
const between =
  /[、。,，;；・\n]+|(?<![^\S\n])[^\S\n]+(?:and|with|plus)\s+|(?:(?<![^\S\n])[^\S\n]+)?[&＆+＋]\s*/i;

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
      const { latin, other, character } = heardNames(symptom);
      return (
        latin.some((name) => spaced.includes(` ${name} `)) ||
        other.some((name) => joined.includes(name)) ||
        character.some((name) => name.test(text))
      );
    })
    .map(({ id }) => id);
}

interface HeardNames {
  readonly latin: readonly string[];
  readonly other: readonly string[];
  /** Names of a single Chinese character, as words of their own. */
  readonly character: readonly RegExp[];
  /** Without what says how bad it is. */
  readonly otherwise: readonly string[];
}
const heardAs = new WeakMap<Findable, HeardNames>();

/** The names of a symptom as they are looked for in a sentence, reckoned once. */
function heardNames(symptom: Findable): HeardNames {
  const seen = heardAs.get(symptom);
  if (seen !== undefined) return seen;
  const names = namesOf(symptom);
  const heard = {
    latin: names.filter(isLatin).map(latinWords),
    other: names.filter((name) => !isLatin(name) && !isCharacter(name)).map(sameName),
    character: names.filter(isCharacter).map(asWord),
    otherwise: names.map((name) => sameName(saidOtherwise(name).text)),
  };
  heardAs.set(symptom, heard);
  return heard;
}

/** Words written in Latin letters, one space between them: "ear" is not heard in "heart". */
function latinWords(text: string): string {
  const plain = text.normalize("NFKC").toLowerCase().replaceAll(/['’]/g, "");
  return plain.replaceAll(/[^\p{Script=Latin}\p{N}]+/gu, " ").trim();
}

function isCharacter(name: string): boolean {
  return /^\p{Script=Han}$/u.test(name);
}

/** 熱 and 発疹と熱, but not 平熱, 熱い, 熱をもつ or 熱はない. */
function asWord(character: string): RegExp {
  return new RegExp(`(?<!\\p{Script=Han})${character}(?!\\p{Script=Han}|[いくをはっ]|[がも]な)`, "u");
}

function isLatin(name: string): boolean {
  return !/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(name);
}
