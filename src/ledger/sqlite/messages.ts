/** What the main thread and the writer thread say to each other. Entries travel as text: cheap to copy, ready to hash. */
import type { AppendAnswer, PackedAppend } from "../appending.ts";
import type { Erasure } from "../keys.ts";
import type { LedgerError } from "../ledger.ts";
import type { Debug } from "./debug.ts";

/** What the writer is started with. */
export interface WriterOptions {
  readonly folder: string;
  readonly masterKeys: string | undefined;
  /** URL of a module that exports `projector`. */
  readonly projector: string;
  readonly now: number;
  readonly debug: Debug;
}

export interface AppendCommand extends PackedAppend {
  readonly is: "append";
  /** Names the command in its answer. */
  readonly number: number;
}

export type Command =
  | AppendCommand
  | { readonly is: "erase"; readonly number: number; readonly stream: string }
  | { readonly is: "inspect"; readonly number: number }
  | { readonly is: "probe"; readonly number: number };

/** `now` is the main thread's clock in milliseconds: the writer has none of its own. */
export type ToWriter =
  | { readonly is: "commands"; readonly now: number; readonly commands: readonly Command[] }
  | { readonly is: "tick"; readonly now: number }
  | { readonly is: "close" };

/** What the connection that writes really is set to. */
export interface Durability {
  readonly journalMode: string;
  /** 2 is FULL: every commit is synced. */
  readonly synchronous: number;
  readonly keysSynchronous: number;
}

export type Answer =
  | AppendAnswer
  | { readonly is: "erased"; readonly erasure: Erasure }
  | { readonly is: "inspected"; readonly durability: Durability }
  | { readonly is: "probed" }
  | { readonly is: "failed"; readonly error: PlainError };

export type FromWriter =
  | { readonly is: "ready" }
  | { readonly is: "refused"; readonly error: PlainError }
  | { readonly is: "progress"; readonly done: number; readonly total: number }
  /** `numbers` and `answers` run in parallel. */
  | { readonly is: "answers"; readonly numbers: readonly number[]; readonly answers: readonly Answer[] }
  /** Something was committed that nobody asked for: a root. */
  | { readonly is: "committed" };

/** A LedgerError that can cross threads. */
export interface PlainError {
  readonly code: LedgerError["code"];
  readonly says: string;
  readonly remedy: string;
  readonly stack: string;
}

export const toPlain = (error: LedgerError): PlainError => ({
  code: error.code,
  says: error.message,
  remedy: error.remedy,
  stack: error.cause instanceof Error ? (error.cause.stack ?? "") : "",
});
