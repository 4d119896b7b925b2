/**
 * Gives a command: loads the patient, lets it decide, writes its entries at the version that was read, and where
 * somebody else was faster loads and decides again. Nothing is written that was not decided on the newest state.
 *
 * At first it decides on what is kept here without asking the ledger, which checks every write anyway. What writes
 * nothing is checked here: it counts only if no stream has moved.
 *
 * The streams of a state are read one after another, so one may have moved before the next was read. Such a state may
 * never have been, and what is decided on it is still safe to write: the append names the version of every stream that
 * was read, and the ledger takes it only while all of them stand there.
 */

import { createHash, randomUUIDv7 } from "node:crypto";
import type { z } from "zod";
import type { At } from "../core/calendar.ts";
import type { Decision } from "../core/decide.ts";
import { placeOf } from "../core/place.ts";
import { type Refusal, refuse } from "../core/refusal.ts";
import type { Append, Json, Remembered, StoredEntry } from "../ledger/ledger.ts";
import { newNumber } from "./authorisation-number.ts";
import { type ClinicState, clinicState } from "./clinic-state.ts";
import type { ClinicCommand, ClinicGiven, Command, Given, Outcome } from "./commands/command.ts";
import { mostNote } from "./commands/recording.ts";
import { consequences } from "./consequences.ts";
import { type By, type EntryDraft, readable, toStored } from "./entries.ts";
import { withoutPrivate } from "./free-text.ts";
import { type PatientState, patientState } from "./patient-state.ts";
import { happening, type Practice } from "./practice.ts";

export interface Meta {
  readonly by: By;
  /** The clinic it is done for, if not the patient's own. */
  readonly clinic?: string;
  /** Where it is done, if not at the patient's own site. */
  readonly site?: string;
  /** The version the caller saw: if the patient's record has moved on since, nothing is done. */
  readonly expectedVersion?: number;
  /** Chosen by the caller: the same request sent twice under one key is done once. */
  readonly idempotencyKey?: string;
}

export type Result =
  | {
      readonly is: "done";
      readonly version: number;
      readonly entries: readonly StoredEntry[];
      readonly repeated: boolean;
    }
  | { readonly is: "nothing"; readonly version: number }
  | {
      readonly is: "refused";
      readonly refusal: Refusal;
      readonly decision?: Decision;
      readonly version: number;
    }
  | { readonly is: "invalid"; readonly problems: readonly InputProblem[] }
  /** The caller's version is not the newest. */
  | { readonly is: "moved"; readonly expected: number; readonly actual: number }
  | { readonly is: "key-reused"; readonly key: string }
  | { readonly is: "unknown-patient"; readonly patient: string };

export interface InputProblem {
  /** Where in the input, such as `kg` or `body.rows.0`. */
  readonly at: string;
  readonly says: string;
}

/**
 * Gives a command.
 *
 * @param subject the patient it is about, or the clinic
 * @param input as it came from outside
 */
export async function execute<I>(
  practice: Practice,
  command: Command<I> | ClinicCommand<I>,
  subject: string,
  input: unknown,
  meta: Meta,
): Promise<Result> {
  const request = requestOf(command.name, subject, input, meta);
  const before = await beforehand(practice, meta, request);
  if (before !== undefined) return before;
  const read = readInput(command, input);
  if (!read.success) return { is: "invalid", problems: inputProblems(read.error) };
  for (let how: "known" | "read" = "known"; ; how = "read") {
    const found = await stateFor(practice, command, subject, how);
    if ("is" in found) return found;
    const attempted = await attempt(practice, command, found, read.data, meta, request);
    if (attempted === "conflict") continue;
    const isWritten = attempted.is !== "refused" && attempted.is !== "nothing" && attempted.is !== "moved";
    if (how === "read" || isWritten || (await isNewest(practice, found.state))) return attempted;
  }
}

async function attempt<I>(
  practice: Practice,
  command: Command<I> | ClinicCommand<I>,
  { state, patient, decide }: Found<I>,
  input: I,
  meta: Meta,
  request: string,
): Promise<Result | "conflict"> {
  const { version } = state;
  const { expectedVersion = version } = meta;
  // An alarm is no less true for a record that has moved on.
  if (expectedVersion !== version && command.isAlarm?.(input) !== true) {
    return { is: "moved", expected: expectedVersion, actual: version };
  }
  const outcome = decide(input, meta);
  if ("refusal" in outcome) return { is: "refused", version, ...outcome };
  if (outcome.writes === "nothing") return { is: "nothing", version };
  return await write(practice, state, patient, outcome.writes, meta, state.record.asOf.at, request);
}

/** Whether all that a state was made of still stands in the ledger where it was taken. */
async function isNewest({ histories }: Practice, { read }: ClinicState): Promise<boolean> {
  const streams = Object.entries(read);
  const newest = await Promise.all(streams.map(([stream]) => histories.read(stream)));
  return streams.every(([, version], index) => newest[index]?.version === version);
}

/** What is wrong with an input, part by part. */
export function inputProblems(error: z.ZodError): InputProblem[] {
  return error.issues.map(({ path, message }) => ({ at: placeOf(path) || "input", says: message }));
}

/** An alarm is not sent back for its day or its note alone: without the one it counts from now, and of the other what fits is kept. */
function readInput<I>(command: Command<I> | ClinicCommand<I>, input: unknown) {
  const read = command.input.safeParse(input);
  if (read.success || command.isAlarm === undefined || typeof input !== "object" || input === null) {
    return read;
  }
  const wrong = new Set(read.error.issues.map(({ path }) => path[0]));
  if (![...wrong].every((part) => part === "happened" || part === "note")) return read;
  const { happened, note, ...rest } = input as { readonly [part: string]: unknown };
  const bare = command.input.safeParse({
    ...rest,
    ...(happened === undefined || wrong.has("happened") ? {} : { happened }),
    ...(typeof note === "string" ? { note: note.trim().slice(0, mostNote) } : {}),
  });
  return bare.success && command.isAlarm(bare.data) ? bare : read;
}

/** Who does it, and for which clinic, if not the patient's own. */
export type Acting = Pick<Meta, "by" | "clinic">;

/** What a command about a patient comes to, nothing written: for a form that wants to know beforehand. */
export function rehearse<I>(
  command: Command<I>,
  input: I,
  state: PatientState,
  { by, clinic = state.clinic }: Acting,
  at: At,
): Outcome {
  return whyNotTheirRole(command, by) ?? command.decide(input, state, given(state, { by, clinic }, at));
}

/** The same for a command about a clinic. */
export function rehearseForClinic<I>(
  command: ClinicCommand<I>,
  input: I,
  state: ClinicState,
  { by }: Acting,
  at: At,
): Outcome {
  const { clinic } = state;
  return whyNotTheirRole(command, by) ?? command.decide(input, state, clinicGiven(state, { by, clinic }, at));
}

interface Found<I> {
  readonly state: ClinicState;
  /** The same state, where it is a patient's. */
  readonly patient: PatientState | undefined;
  readonly decide: (input: I, acting: Acting) => Outcome;
}

/** The state of what a command is about, and the command held against it. */
async function stateFor<I>(
  practice: Practice,
  command: Command<I> | ClinicCommand<I>,
  subject: string,
  how: "known" | "read",
): Promise<Found<I> | Result> {
  if (command.on === "clinic") {
    const state = await clinicState(practice, subject, how);
    if (state === undefined) {
      const known = Object.keys(practice.knowledge.clinics);
      const refusal = refuse("unknown-id", { field: "clinic", given: subject, known });
      return { is: "refused", version: 0, refusal };
    }
    const { at } = state.record.asOf;
    const decide = (input: I, acting: Acting) => rehearseForClinic(command, input, state, acting, at);
    return { state, patient: undefined, decide };
  }
  const state = await patientState(practice, subject, how);
  if (state === undefined) return { is: "unknown-patient", patient: subject };
  const { at } = state.record.asOf;
  return { state, patient: state, decide: (input, acting) => rehearse(command, input, state, acting, at) };
}

function whyNotTheirRole({ roles }: Pick<Command, "roles">, { role }: By): Outcome | undefined {
  return roles.includes(role) ? undefined : { refusal: refuse("not-your-word", { role, needed: roles }) };
}

function clinicGiven({ zone }: Pick<ClinicState, "zone">, acting: Required<Acting>, at: At): ClinicGiven {
  return { ...acting, at, now: happening(at, zone), newId: () => randomUUIDv7() };
}

function given(state: PatientState, acting: Required<Acting>, at: At): Given {
  const taken = () => new Set(state.record.authorisations.map(({ number }) => number));
  return { ...clinicGiven(state, acting, at), newNumber: () => newNumber(state.patient, taken()) };
}

async function write(
  practice: Practice,
  state: ClinicState,
  patient: PatientState | undefined,
  drafts: readonly EntryDraft[],
  { by, clinic = state.clinic, site, idempotencyKey }: Meta,
  now: At,
  request: string,
): Promise<Result | "conflict"> {
  const today = happening(now, state.zone);
  const { erased } = state.history.personal;
  const ownSite = clinic === state.clinic ? patient?.site : undefined;
  const written = { by, clinic, site: site ?? ownSite, now, today, erased };
  const entries = drafts.map((draft) => toStored(draft, written));
  const follow = patient === undefined ? [] : consequences(patient, entries, now);
  const { [state.stream]: _own, ...readVersions } = state.read;
  const append: Append = {
    stream: state.stream,
    expectedVersion: state.version,
    entries: readable([...entries, ...follow.map((draft) => toStored(draft, written))], state.stream),
    readVersions,
    ...(idempotencyKey === undefined ? {} : { idempotency: { key: idempotencyKey, request } }),
  };
  const appended = await practice.ledger.append(append);
  switch (appended.is) {
    case "appended": {
      const { entries: kept } = appended;
      practice.histories.learn(state.stream, kept);
      // The version of what was written, though others may have written more since: nobody has seen that here.
      return { is: "done", version: state.version + kept.length, entries: kept, repeated: false };
    }
    case "conflict":
      return "conflict";
    case "repeated":
      return await again(practice, appended.remembered);
    case "key-reused":
      return { is: "key-reused", key: idempotencyKey ?? "" };
  }
}

/** A key that was used before is answered from what it did then: the record may have moved on since. */
export async function beforehand(
  practice: Practice,
  { idempotencyKey }: Meta,
  request: string,
): Promise<Result | undefined> {
  if (idempotencyKey === undefined) return undefined;
  const remembered = await practice.ledger.remembered(idempotencyKey);
  if (remembered === undefined) return undefined;
  if (remembered.request !== request) return { is: "key-reused", key: idempotencyKey };
  return await again(practice, remembered);
}

async function again({ ledger }: Practice, { stream, from, to }: Remembered): Promise<Result> {
  const since = await ledger.read(stream, from - 1);
  const entries = since.filter(({ version }) => version <= to);
  return { is: "done", version: since.at(-1)?.version ?? to, entries, repeated: true };
}

/**
 * A digest of a request: what makes it the same one. Without a key nobody asks whether it is. It outlives an erasure, and
 * a name can be guessed from its digest: so what is private is no part of it.
 */
export function requestOf(command: string, subject: string, input: unknown, meta: Meta): string {
  if (meta.idempotencyKey === undefined) return "";
  const coded = withoutPrivate(input as Json, command);
  const text = JSON.stringify([command, subject, meta.by.role, meta.by.id, coded]);
  return createHash("sha256").update(text).digest("hex");
}
