/** What a command is: a verb with its input, who may give it, and a pure function to the entries it writes. */
import type { z } from "zod";
import type { At } from "../../core/calendar.ts";
import type { Decision } from "../../core/decide.ts";
import type { Happened, Role } from "../../core/entry.ts";
import type { Refusal } from "../../core/refusal.ts";
import type { ClinicState } from "../clinic-state.ts";
import type { By, EntryDraft } from "../entries.ts";
import type { PatientState } from "../patient-state.ts";

/** What surrounds a command that is neither its input nor the patient. */
export interface Given {
  readonly by: By;
  /** The clinic that acts: the patient's own, unless somebody of another one does it. */
  readonly clinic: string;
  readonly at: At;
  /** Now, as something that happens in the clinic's zone. */
  readonly now: Happened;
  readonly newId: () => string;
  /** A number for an authorisation of this patient that was never given before; undefined where all were. */
  readonly newNumber: () => string | undefined;
}

/** The same for a command about a clinic, which authorises nothing. */
export type ClinicGiven = Omit<Given, "newNumber">;

export type Outcome =
  | { readonly writes: readonly EntryDraft[] }
  /** The record says so already. */
  | { readonly writes: "nothing" }
  | { readonly refusal: Refusal; readonly decision?: Decision };

interface Declared<I, S, G> {
  /** Kebab-case, a verb first: it names the CLI's word and the API's path. */
  readonly name: string;
  /** Who may give it, whatever it says. */
  readonly roles: readonly Role[];
  readonly input: z.ZodType<I>;
  /** Said where it is about patients whom the clinic does not treat: then any clinic that appointed somebody to it may. */
  readonly relation?: "none-needed";
  /** Whether this must not be lost: then it is written whatever version of the record its sender saw. */
  isAlarm?(input: I): boolean;
  decide(input: I, state: S, given: G): Outcome;
}

/** A command about a patient: it writes that patient's stream. */
export interface Command<I = never> extends Declared<I, PatientState, Given> {
  readonly on: "patient";
}

/** A command about a clinic: its policies, enrolments, confirmed editions and read packs. */
export interface ClinicCommand<I = never> extends Declared<I, ClinicState, ClinicGiven> {
  readonly on: "clinic";
}

/** Either kind, for whoever lists them. */
export type AnyCommand = Command<unknown> | ClinicCommand<unknown>;

/** Declares a command; its input's type is inferred. */
export function command<I>(declared: Command<I>): Command<I> {
  return declared;
}

/** The same for a command about a clinic. */
export function clinicCommand<I>(declared: ClinicCommand<I>): ClinicCommand<I> {
  return declared;
}

export const nothing: Outcome = { writes: "nothing" };

/** Entries to write. */
export function write(...writes: readonly EntryDraft[]): Outcome {
  return { writes };
}
