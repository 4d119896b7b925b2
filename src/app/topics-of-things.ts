/** Symptoms, illnesses and medicines that tell more than that somebody is ill. */
import { privateTopics } from "../core/vocabulary.ts";
import type { Topic } from "./topics.ts";

const symptoms: { readonly [id: string]: Topic } = {
  "self-harm-thoughts": "mood",
  "self-harm-plan": "mood",
  depression: "mood",
  "mood-change": "mood",
  aggression: "mood",
  psychosis: "mood",
  "sexual-problem": "sexual-history",
  "late-period": "sexual-history",
  "period-change": "sexual-history",
  "contraception-accident": "contraception",
  pregnancy: "pregnancy",
};
const conditions: { readonly [id: string]: Topic } = {
  depression: "mood",
  schizophrenia: "mood",
  "other-mental-illness": "mood",
};
const medicines: { readonly [id: string]: Topic } = {
  "combined-pill": "contraception",
  "progestin-only-pill": "contraception",
  "contraceptive-implant": "contraception",
  "contraceptive-injection": "contraception",
  "contraceptive-patch": "contraception",
  "vaginal-ring": "contraception",
};

export function topicsOfSymptom(id: string): readonly Topic[] {
  if (Object.hasOwn(symptoms, id)) return [symptoms[id] as Topic];
  return isCoded(id) ? ["warnings"] : topicsOfWords;
}

export function topicsOfCondition(id: string): readonly Topic[] {
  return Object.hasOwn(conditions, id) ? ["health", conditions[id] as Topic] : ["health"];
}

export function topicsOfMedicine(id: string): readonly Topic[] {
  return Object.hasOwn(medicines, id) ? ["health", medicines[id] as Topic] : ["health"];
}

/** An import leaves what it does not know in its own words. */
function isCoded(id: string): boolean {
  return /^[a-z\d]+(?:-[a-z\d]+)*$/.test(id);
}

/** What nobody coded is words, which can say anything. */
export const topicsOfWords: readonly Topic[] = ["health", ...privateTopics];
