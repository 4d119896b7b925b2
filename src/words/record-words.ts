/** What the words of a language must hold of recording: refusals, entries, fields and commands. The compiler asks. */
import type { accessBodies } from "../core/access-bodies.ts";
import type { Body, EntryType } from "../core/entry.ts";
import type { AccessRefusals, ErasureRefusals, FieldName, RefusalId, Refusals } from "../core/refusal.ts";
import type { Say } from "./words.ts";

/** Why something was not written down, and what would be right: sentences. */
export interface RefusalText {
  readonly says: string;
  readonly remedy: string;
}

export type RefusalWords = { [R in RefusalId]: (facts: Refusals[R], say: Say) => RefusalText };

export type AccessRefusalWords = Pick<RefusalWords, keyof AccessRefusals>;
export type ErasureRefusalWords = Pick<RefusalWords, keyof ErasureRefusals>;

/** An entry as a line of a timeline: a short text without a full stop. */
export type AccessWords = Pick<EntryWords, keyof typeof accessBodies>;
export type EntryWords = { [T in EntryType]: (body: Body<T>, say: Say) => string };

/** Parts of a command's input, as labels. */
export type FieldWords = { readonly [F in FieldName]: string };
