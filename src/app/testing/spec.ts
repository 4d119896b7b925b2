/** Three questions asked of every command: are these the right entries, is it refused by rule, is it quiet? */
import type { Entry, EntryType, Role } from "../../core/entry.ts";
import type { RefusalId } from "../../core/refusal.ts";
import type { AnyCommand } from "../commands/command.ts";
import type { Personal } from "../histories.ts";
import type { WrittenEntry } from "./given.ts";

interface Case {
  /** What the record holds; a patient is registered in any case. */
  readonly given?: readonly (WrittenEntry | Entry)[];
  readonly personal?: Personal;
  readonly when: object;
  /** The clinic that acts, where it is not the patient's own. */
  readonly acting?: string;
  /** The first role that may give the command, where left out. */
  readonly by?: Role;
}
export interface WritesCase extends Case {
  /** Each entry's type, what its body holds at least, and its day. */
  readonly gives: readonly (readonly [type: EntryType, body?: object, day?: string])[];
}
export interface RefusesCase extends Case {
  readonly gives: readonly [refused: RefusalId, facts?: object];
}
export type QuietCase = Case;

type Cases<C> = Readonly<Record<string, C>>;

interface Answers {
  readonly writes: Cases<WritesCase>;
  /** Or why nothing may stand in its way. */
  readonly refuses: Cases<RefusesCase> | { readonly never: string };
  /** Or why it always writes. */
  readonly quiet: Cases<QuietCase> | { readonly never: string };
}

export interface Spec extends Answers {
  readonly command: AnyCommand;
}

export function spec(command: AnyCommand, answers: Answers): Spec {
  return { command, ...answers };
}
