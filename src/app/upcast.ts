/**
 * Older shapes of entries, read as today's. An entry is never rewritten: it keeps the version of its body's shape, and
 * each step here takes a body one version further. `upcast.test.ts` reads frozen entries of every version.
 */
import type { EntryType } from "../core/entry.ts";
import type { Json } from "../ledger/ledger.ts";

export interface StoredBody {
  readonly type: string;
  readonly schema: number;
  readonly body: { readonly [key: string]: Json };
}

type Step = (body: StoredBody["body"]) => StoredBody["body"];

/** By type: the step from version 1 to 2 first, then from 2 to 3 … A type without steps stands at version 1. */
export const steps: { readonly [T in EntryType]?: readonly Step[] } = {};

/** The version in which bodies of a type are written today. */
export function currentSchema(type: EntryType): number {
  return (steps[type]?.length ?? 0) + 1;
}

/**
 * A stored body in today's shape.
 *
 * @throws Error where the entry was written by a newer program
 */
export function upcast(stored: StoredBody, known: typeof steps = steps): StoredBody {
  const own = known[stored.type as EntryType] ?? [];
  const newest = own.length + 1;
  if (stored.schema > newest) {
    throw new Error(
      `an entry "${stored.type}" of version ${stored.schema} was written by a newer Isoward, which knows more than version ${newest}; update this one`,
    );
  }
  const body = own.slice(stored.schema - 1).reduce((older, step) => step(older), stored.body);
  return { type: stored.type, schema: newest, body };
}
