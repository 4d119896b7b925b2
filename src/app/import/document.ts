/** What is imported, one resource or one entry of a record file at a time: what it says, and what it is to become. */
import { hash } from "node:crypto";
import type { Role } from "../../core/entry.ts";
import { canonical } from "../../ledger/canonical.ts";
import type { Json } from "../../ledger/ledger.ts";
import type { EntryDraft } from "../entries.ts";
import type { LeftAside } from "./reasons.ts";

export type Format = "fhir-r4" | "isoward";

export interface ImportedDocument {
  readonly format: Format;
  /** Whose names these are: the Patient a FHIR resource came with, or the record. A name means one thing in a scope. */
  readonly scope: string;
  /** `Observation/abc`, `entry/w1`; what has no id of its own is named by its content: `Observation/~1f0c…`. */
  readonly name: string;
  readonly digest: string;
  readonly raw: Json;
  /** What says nothing here, or is about somebody else, is accounted for and not kept. */
  readonly keepsRaw: boolean;
  /** By what the person can be found again; empty for everything but a Patient or a registration. */
  readonly identities: readonly string[];
  readonly facts: readonly ImportedFact[];
  readonly leftAside?: LeftAside;
  /** The file it stands in now; undefined where it is kept from an earlier import, and was read again beside this one. */
  readonly file: string | undefined;
}

export interface ImportedFact {
  readonly draft: EntryDraft;
  /** For a correction: the name of the document whose entry it mends. */
  readonly mends?: string;
  /** Whose word it takes, where that does not show in the draft alone. */
  readonly needs?: readonly Role[];
}

/** Names a document in a stream. */
export const documentKey = (one: { readonly scope: string; readonly name: string }) =>
  `${one.scope}\n${one.name}`;

/** SHA-256 of a value's canonical JSON. */
export const digestOf = (raw: Json) => hash("sha256", canonical(raw), "hex");

/** Names what brings no id of its own by its content; of several that say the same, each gets a number. */
export function contentNames(): (kind: string, digest: string) => string {
  const times = new Map<string, number>();
  return (kind, digest) => {
    const name = `${kind}/~${digest.slice(0, 16)}`;
    const time = (times.get(name) ?? 0) + 1;
    times.set(name, time);
    return time === 1 ? name : `${name}.${time}`;
  };
}

/** Nothing that people write nests as deep, and what does could not be written down. */
const deepest = 100;

/** Whether a value nests deeper than anything real. Walks a list, so that it cannot overflow itself. */
export function isTooDeep(value: unknown): boolean {
  const open: { readonly value: unknown; readonly depth: number }[] = [{ value, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next.value !== "object" || next.value === null) continue;
    if (next.depth > deepest) return true;
    for (const inner of Object.values(next.value)) open.push({ value: inner, depth: next.depth + 1 });
  }
  return false;
}
