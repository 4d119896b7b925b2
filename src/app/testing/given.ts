/** Commands held against entries alone: a patient or a clinic as a command finds them, without a ledger. */
import { type At, at, atText } from "../../core/calendar.ts";
import { type Entry, type EntryType, type Role, readEntry } from "../../core/entry.ts";
import { foldRecord } from "../../core/record.ts";
import type { ClinicState } from "../clinic-state.ts";
import type { AnyCommand, Outcome } from "../commands/command.ts";
import { asWritten, type EntryDraft, readReplacement, toStored, undatedOf } from "../entries.ts";
import { rehearse, rehearseForClinic } from "../execute.ts";
import { type History, type Personal, rightsAfter } from "../histories.ts";
import { readKnowledge } from "../knowledge-files.ts";
import type { PatientState } from "../patient-state.ts";
import { clinicStream, happening, patientStream, settingOf } from "../practice.ts";

export const knowledge = readKnowledge();
export const clinic = "tokyo-monthly";
export const zone = "Asia/Tokyo";
/** The patient's number. */
export const route = "4TR8K7QX";
/** Friday 20 November 2026, ten in the morning in Tokyo. */
export const now: At = at("2026-11-20T10:00:00+09:00");

/** An entry as a record file writes it. */
export interface WrittenEntry {
  readonly id?: string;
  readonly type: EntryType;
  readonly happened: string;
  readonly recordedAt?: string;
  readonly actor: Role;
  readonly body: object;
}

/** What was written before: on a day, or at an instant. */
export function was(
  type: EntryType,
  happened: string,
  body: object = {},
  actor: Role = "prescriber",
): WrittenEntry {
  return { type, happened, body, actor };
}

/** Somebody grown up, registered two months ago. */
const registration = was("registered", "2026-09-20", { birthDate: "2001-04-03" }, "front-desk");

/** Written entries as the core reads them; those without an id are called e1, e2 … */
export function read(written: readonly (WrittenEntry | Entry)[]): Entry[] {
  const entries: Entry[] = [];
  written.forEach((one, index) => {
    const entry = typeof one.happened === "string" ? readEntry(one, `e${index + 1}`) : (one as Entry);
    if (Array.isArray(entry)) throw new Error(`${one.type}: ${JSON.stringify(entry)}`);
    entries.push(readReplacement(entry as Entry, entries));
  });
  return entries;
}

const nobody: Personal = { name: "山田 花子", kana: "やまだ はなこ", erased: false };

/** A patient of whom these entries are known; registered, unless the entries say it themselves. */
export function patientOf(
  entries: readonly Entry[],
  personal: Personal = nobody,
  when: At = now,
): PatientState {
  const all = entries.some(({ type }) => type === "registered")
    ? entries
    : [...read([{ ...registration, id: "e0" }]), ...entries];
  return {
    patient: route,
    site: "first",
    personal,
    ...stateOf(patientStream(route), all, personal, when),
  };
}

/** A clinic of which these entries are known. */
export function clinicOf(entries: readonly Entry[], when: At = now): ClinicState {
  return stateOf(clinicStream(clinic), entries, { erased: false }, when);
}

function stateOf(stream: string, entries: readonly Entry[], personal: Personal, when: At): ClinicState {
  const setting = settingOf(clinic, knowledge);
  if (setting === undefined) throw new Error(`${clinic} is gone from knowledge`);
  const undated = undatedOf(entries);
  const rights = rightsAfter(
    {
      home: { clinic, site: "first" },
      treatedAt: [clinic],
      treatedBefore: [],
      broken: [],
      restricted: false,
      shared: [],
    },
    entries.map(({ type, body }) => ({ type, body: body as never, clinic, recordedAt: atText(when) })),
  );
  const record = foldRecord(entries, { at: when, zone }, undated);
  const history: History = {
    version: entries.length,
    entries,
    undated,
    writtenAt: entries.map(() => clinic),
    accounts: entries.map(() => undefined),
    personal,
    ...rights,
  };
  const context = { knowledge, setting, record };
  return {
    clinic: rights.home?.clinic ?? clinic,
    stream,
    version: entries.length,
    setting,
    zone,
    record,
    context,
    read: { [stream]: entries.length },
    history,
  };
}

/** What a command comes to; the input is as it comes from outside, and has to fit. */
export function give(
  command: AnyCommand,
  input: unknown,
  role: Role,
  entries: readonly Entry[],
  {
    personal,
    acting,
  }: { readonly personal?: Personal | undefined; readonly acting?: string | undefined } = {},
): Outcome {
  const given = command.input.parse(input);
  const by = {
    by: { role, id: `test-${role}`, authenticated: false },
    ...(acting === undefined ? {} : { clinic: acting }),
  };
  return command.on === "clinic"
    ? rehearseForClinic(command, given, clinicOf(entries), by, now)
    : rehearse(command, given, patientOf(entries, personal), by, now);
}

/** Drafts as they are read again once they were kept. */
export function kept(drafts: readonly EntryDraft[], role: Role): Entry[] {
  const by = { role, id: `test-${role}`, authenticated: false };
  return drafts.map((draft) =>
    asWritten(toStored(draft, { by, clinic, now, today: happening(now, zone) }), "patient/TEST"),
  );
}
