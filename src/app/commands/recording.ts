/** Commands that write down one fact: shared manners, so that each file says only what is its own. */
import { z } from "zod";
import { authorityFor } from "../../core/authority.ts";
import { type Body, bodies, type Entry, type EntryType, type Happened, type Role } from "../../core/entry.ts";
import { type FieldName, type Refusal, refuse } from "../../core/refusal.ts";
import { privateTopics, roles } from "../../core/vocabulary.ts";
import type { ClinicState } from "../clinic-state.ts";
import { type EntryDraft, entry } from "../entries.ts";
import type { PatientState } from "../patient-state.ts";
import { whyImplausible } from "../plausible.ts";
import { topicOf } from "../topics.ts";
import {
  type ClinicCommand,
  type ClinicGiven,
  type Command,
  type Given,
  nothing,
  type Outcome,
  write,
} from "./command.ts";
import { happenedWhen, type When, whenInput } from "./when.ts";

/** Everybody, whoever it is, for what must never be lost; but for an auditor, who writes nothing. */
export const anybody: readonly Role[] = roles.filter((role) => role !== "auditor");
/** Those who treat and advise. */
export const clinicians: readonly Role[] = ["prescriber", "nurse", "pharmacist"];
/** Everybody who works in a clinic or serves it. */
export const staff: readonly Role[] = [...clinicians, "designee", "lab", "front-desk", "administrator"];
/** Those who speak for the patient's own life, and the patient. */
export const staffAndPatient: readonly Role[] = [...staff, "patient", "guardian"];

/** Letters of a note. */
export const mostNote = 4000;

/** When it happened, and a private note: every command that records takes both. */
export const about = {
  happened: whenInput.optional(),
  note: z
    .string()
    .trim()
    .max(mostNote)
    .transform((text) => (text === "" ? undefined : text))
    .optional(),
};
interface About {
  readonly happened?: When | undefined;
  readonly note?: string | undefined;
}

interface Recording<T extends EntryType, S, G> {
  readonly name: string;
  readonly writes: T;
  readonly roles: readonly Role[];
  /** What it takes, where that is not quite the body. */
  readonly input?: (body: z.ZodObject) => z.ZodObject;
  /** What must not be lost: it is written whatever day it is given, and twice rather than not at all. */
  readonly alarm?: (body: Body<T>) => boolean;
  /** Whether the record says so already; by default where the last word of that moment is the same. */
  readonly known?: (body: Body<T>, state: S, happened: Happened) => boolean;
  /**
   * Whether what the last word said is still so, where something else can have ended it since. `since` is what was
   * written after that word, oldest first.
   */
  readonly stillSo?: (body: Body<T>, state: S, happened: Happened, since: readonly Entry[]) => boolean;
  /** Its answer tells whether something stands: of what is a minor's own nobody is told by it who does not see that. */
  readonly readsBack?: true;
  /** What the body is about, so that only words about the same thing are compared. */
  readonly subject?: (body: Body<T>) => unknown;
  /** Why this fact cannot be taken down, though it is well formed. */
  readonly check?: (body: Body<T>, state: S, happened: Happened, given: G) => Refusal | undefined;
  /** The body as it is written, where that is not quite what was given. */
  readonly become?: (body: Body<T>, state: S, given: G) => Body<T>;
}

type Recorded<T extends EntryType> = Body<T> & About;

/** Whether it is the minor's own, and not shared with the guardian who writes. */
function isUnseen(
  type: EntryType,
  { history }: Pick<ClinicState, "history">,
  { by }: Pick<Given, "by">,
): boolean {
  const topic = privateTopics.find((one) => one === topicOf(type));
  return by.role === "guardian" && topic !== undefined && !history.shared.includes(topic);
}

/** A command that writes one entry of one type. Its input is the entry's body, when it happened, and a private note. */
export function recording<T extends EntryType>(own: Recording<T, PatientState, Given>): Command<Recorded<T>> {
  return { on: "patient", ...shared(own) };
}

/** The same on a clinic's stream. */
export function clinicRecording<T extends EntryType>(
  own: Recording<T, ClinicState, ClinicGiven>,
): ClinicCommand<Recorded<T>> {
  return { on: "clinic", ...shared(own) };
}

function shared<T extends EntryType, S extends ClinicState, G extends ClinicGiven>(own: Recording<T, S, G>) {
  const schema: z.ZodObject = bodies[own.writes];
  return {
    name: own.name,
    roles: own.roles,
    input: (own.input?.(schema) ?? schema).extend(about) as unknown as z.ZodType<Recorded<T>>,
    isAlarm: ({ happened: _when, note: _note, ...said }: Recorded<T>) =>
      own.alarm?.(said as unknown as Body<T>) ?? false,
    decide({ happened: when, note, ...rest }: Recorded<T>, state: S, given: G): Outcome {
      const said = rest as unknown as Body<T>;
      const body = own.become?.(said, state, given) ?? said;
      const alarm = own.alarm?.(body) ?? false;
      const happened = happenedWhen(when, given, state.zone);
      const misdated = whyNotThen(happened, state, given);
      if (misdated !== undefined && !alarm) return { refusal: misdated };
      const unseen = isUnseen(own.writes, state, given);
      if (unseen && own.readsBack) {
        const needed = own.roles.filter((role) => role !== "guardian");
        return { refusal: refuse("not-your-word", { role: given.by.role, needed }) };
      }
      const notTheirs = whyNotTheirs(own.writes, body, given);
      if (notTheirs !== undefined) return { refusal: notTheirs };
      // An alarm with an impossible day counts from now: it must not wait for its day.
      const then = misdated === undefined ? happened : given.now;
      const implausible = alarm ? undefined : whyImplausible(own.writes, body);
      if (implausible !== undefined) return { refusal: implausible };
      const known = own.known ?? lastWordOf(own, alarm);
      // To whoever does not see it, that it stands there already would tell that it does.
      if (note === undefined && !unseen && known(body, state, then)) return nothing;
      const refusal = own.check?.(body, state, then, given);
      return refusal === undefined
        ? write(fact(own.writes, body, { happened: then, note }, state, given))
        : { refusal };
    },
  };
}

/** An entry a person recorded: whose word it is, when it happened, and the note that only those who may read it see. */
export function fact<T extends EntryType>(
  type: T,
  body: Body<T>,
  { happened, note, id }: { happened: Happened; note?: string | undefined; id?: string },
  { history }: Pick<ClinicState, "history">,
  { by }: Pick<Given, "by">,
): EntryDraft {
  // Once a person was erased nothing private of them can be kept: the fact is, without the note.
  const kept = note === undefined || history.personal.erased ? undefined : { note };
  return entry(type, body, {
    happened,
    source: isPatients(by.role) ? "patient" : "manual",
    ...(kept === undefined ? {} : { private: kept }),
    ...(id === undefined ? {} : { id }),
  } as never);
}

/** Whether it is the patient's own side that speaks. */
export function isPatients(role: Role): boolean {
  return role === "patient" || role === "guardian";
}

/** Nothing is written down before it happened, or before the patient was born. */
export function whyNotThen(
  { day, at }: Happened,
  { record }: Pick<ClinicState, "record">,
  given: Pick<Given, "at">,
): Refusal | undefined {
  if (at === undefined ? day > record.day : at > given.at) {
    return refuse("dated-ahead", { happenedDay: day, todayDay: record.day });
  }
  const { birthDate } = record;
  return birthDate !== undefined && day < birthDate
    ? refuse("before-birth", { happenedDay: day, birthDay: birthDate })
    : undefined;
}

/** An entry that would not count is not written: whose word it needs is said instead. */
export function whyNotTheirs<T extends EntryType>(
  type: T,
  body: Body<T>,
  { by }: Pick<Given, "by">,
): Refusal | undefined {
  const needed = authorityFor({ type, body });
  return needed === undefined || needed.includes(by.role)
    ? undefined
    : refuse("not-your-word", { role: by.role, needed });
}

/** A name that must stand in knowledge. */
export function whyUnknown(
  field: FieldName,
  given: string | undefined,
  known: Readonly<Record<string, unknown>> | readonly string[],
): Refusal | undefined {
  const names = Array.isArray(known) ? (known as readonly string[]) : Object.keys(known);
  return given === undefined || names.includes(given)
    ? undefined
    : refuse("unknown-id", { field, given, known: names });
}

/** The first of several names that does not stand in knowledge. */
export function whyAnyUnknown(
  field: FieldName,
  given: readonly string[],
  known: Readonly<Record<string, unknown>> | readonly string[],
): Refusal | undefined {
  for (const one of given) {
    const unknown = whyUnknown(field, one, known);
    if (unknown !== undefined) return unknown;
  }
  return undefined;
}

/** A body in which none of these fields says anything. */
export function whyNothingSaid(body: object, fields: readonly FieldName[]): Refusal | undefined {
  const said = Object.entries(body).some(
    ([field, value]) =>
      (fields as readonly string[]).includes(field) &&
      value !== undefined &&
      value !== "" &&
      !(Array.isArray(value) && value.length === 0),
  );
  return said ? undefined : refuse("nothing-said", { fields });
}

/**
 * Whether the last word of that moment about the same thing says the same, and it is still so. Of an alarm only one at
 * the very same instant does: a day is no moment, and what came between may have answered the first.
 */
function lastWordOf<T extends EntryType, S extends ClinicState>(
  {
    writes,
    subject = () => "",
    stillSo = () => true,
  }: Pick<Recording<T, S, never>, "writes" | "subject" | "stillSo">,
  alarm: boolean,
) {
  return (body: Body<T>, state: S, happened: Happened): boolean => {
    const { day, at } = happened;
    if (alarm && at === undefined) return false;
    const alike = new Map(
      state.record
        .of(writes)
        .filter(
          (before) =>
            before.happened.day === day &&
            (before.happened.at === at || at === undefined) &&
            subject(before.body) === subject(body),
        )
        .map((before) => [before.id, before]),
    );
    const { entries } = state.history;
    // The last that was written down, whatever time of the day it was of.
    const place = entries.findLastIndex(({ id }) => alike.has(id));
    const last = alike.get(entries[place]?.id ?? "");
    return (
      last !== undefined &&
      isSame(last.body, body) &&
      stillSo(body, state, happened, entries.slice(place + 1))
    );
  };
}

/** For `stillSo`: nothing of these types was written since. */
export function noneSince(...types: readonly EntryType[]) {
  return (_body: unknown, _state: unknown, _happened: unknown, since: readonly Entry[]): boolean =>
    !since.some(({ type }) => types.includes(type));
}

/** Whether two bodies say the same, in whatever order they say it. */
export function isSame(one: object, other: object): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(value: object): unknown {
  return Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}
