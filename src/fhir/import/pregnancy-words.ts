/**
 * A pregnancy by its words. No source here gives the codes for one, and a pregnancy must not be missed for want of a
 * code: words that name it count, unless they deny it or speak of something around it.
 */
import type { Concept } from "../codes.ts";

const names = /\bpregnan(t|cy)\b|\bgravid|妊娠/i;
const denies =
  /\bnot\b|\bno\b|negative|\bnon-?pregnan|test|prevent|plan|desire|wish|history|possib|risk|advice|counsel|complication of|陰性|検査|予防|希望|既往|可能性|していない|なし/i;

/** Whether any of the words of a concept names a pregnancy. */
export function namesPregnancy(concept: Concept): boolean {
  const words = [concept.text, ...concept.codings.map(({ display }) => display)];
  return words.some((said) => said !== undefined && names.test(said) && !denies.test(said));
}
