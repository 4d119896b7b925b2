/** Commands that write down one fact: shared manners, so that each file says only what is its own. */
import { z } from "zod";
import { authorityFor } from "../../core/authority.ts";
import { type Body, bodies, type Entry, type EntryType, type Happened, happenedInput, type Role } from "../../core/entry.ts";
import { type Refusal, refuse } from "../../core/refusal.ts";
import { entry } from "../entries.ts";
import type { PatientState } from "../patient-state.ts";
import { type Command, type Given, nothing, write } from "./command.ts";

/** Everybody who works in a clinic or serves it. */
export const staff: readonly Role[] = ["prescriber", "nurse", "pharmacist", "lab", "front-desk", "administrator"];
/** Those who speak for the patient's own life, and the patient. */
export const staffAndPatient: readonly Role[] = [...staff, "patient", "guardian"];

interface Recording<T extends EntryType> {
  readonly name: string;
  readonly writes: T;
  readonly roles: readonly Role[];
  /** Why this fact cannot be taken down, though it is well formed. */
  readonly check?: (body: Body<T>, state: PatientState, happened: Happened) => Refusal | undefined;
  /** Whether the record says so already; by default where the same was written for the same moment. */
  readonly known?: (body: Body<T>, state: PatientState, happened: Happened) => boolean;
}

type Recorded<T extends EntryType> = Body<T> & { readonly happened?: Happened; readonly note?: string };

/** A command that writes one entry of one type. Its input is the entry's body, when it happened, and a private note. */
export function recording<T extends EntryType>(own: Recording<T>): Command<Recorded<T>> {
  const schema = bodies[own.writes] as unknown as z.ZodObject;
  return {
    name: own.name,
    on: "patient",
    roles: own.roles,
    input: schema.extend({
      happened: happenedInput.optional(),
      note: z.string().max(4000).optional(),
    }) as unknown as z.ZodType<Recorded<T>>,
    decide({ happened = undefined, note, ...rest }, state, given) {
      const body = rest as unknown as Body<T>;
      const when = happened ?? given.now;
      const refusal =
        whyNotThen(when, state, given) ??
        whyNotTheirs(own.writes, body, given) ??
        own.check?.(body, state, when);
      if (refusal !== undefined) return { refusal };
      const known = own.known ?? sameAlready(own.writes);
      if (note === undefined && known(body, state, when)) return nothing;
      return write(
        entry(own.writes, body, {
          happened: when,
          source: given.by.role === "patient" || given.by.role === "guardian" ? "patient" : "manual",
          private: note === undefined ? undefined : { note },
        } as never),
      );
    },
  };
}

/** Nothing is written down before it happened, or before the patient was born. */
export function whyNotThen(when: Happened, state: PatientState, given: Given): Refusal | undefined {
  const today = state.record.day;
  if (when.day > today || (when.at !== undefined && when.at > given.at)) {
    return refuse("dated-ahead", { happenedDay: when.day, todayDay: today });
  }
  const { birthDate } = state.record;
  return birthDate !== undefined && when.day < birthDate
    ? refuse("before-birth", { happenedDay: when.day, birthDay: birthDate })
    : undefined;
}

/** An entry that would not count is not written: whose word it needs is said instead. */
export function whyNotTheirs<T extends EntryType>(type: T, body: Body<T>, given: Given): Refusal | undefined {
  const needed = authorityFor({ type, body } as Pick<Entry, "type" | "body">);
  return needed === undefined || needed.includes(given.by.role)
    ? undefined
    : refuse("not-your-word", { role: given.by.role, needed });
}

/** A name that must stand in knowledge. */
export function whyUnknown(
  field: string,
  given: string | undefined,
  known: Readonly<Record<string, unknown>>,
): Refusal | undefined {
  return given === undefined || Object.hasOwn(known, given)
    ? undefined
    : refuse("unknown-id", { field, given, known: Object.keys(known) });
}

/** Whether an entry of the type says the same of the same moment. */
function sameAlready<T extends EntryType>(type: T) {
  return (body: Body<T>, { record }: PatientState, happened: Happened): boolean =>
    record
      .of(type)
      .some(
        (before) =>
          before.happened.day === happened.day &&
          (happened.at === undefined || before.happened.at === happened.at) &&
          JSON.stringify(sorted(before.body)) === JSON.stringify(sorted(body)),
      );
}

function sorted(value: object): unknown {
  return Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}
