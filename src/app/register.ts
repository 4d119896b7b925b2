/** Registers a patient: a new stream under a number of its own. Who may be the same person is said, never merged. */
import { z } from "zod";
import { ageYears } from "../core/calendar.ts";
import { bodies } from "../core/entry.ts";
import { refuse } from "../core/refusal.ts";
import { newRoute } from "./authorisation-number.ts";
import { staff } from "./commands/recording.ts";
import { registersFictional } from "./demo/only-fictional.ts";
import { entry, readable, toStored } from "./entries.ts";
import { beforehand, inputProblems, type Meta, type Result, requestOf } from "./execute.ts";
import { patients } from "./histories.ts";
import { inTurn } from "./in-turn.ts";
import { happening, type Practice, patientStream, settingOf } from "./practice.ts";
import { possibleDuplicates } from "./views/find-patients.ts";

export const registerInput = bodies.registered.omit({ fictional: true }).extend({
  name: z.string().trim().min(1).max(200),
  /** The reading, in kana. */
  kana: z.string().trim().max(200).optional(),
  phone: z.string().trim().max(40).optional(),
  /** Patients who look the same and are somebody else: without them possible duplicates are sent back. */
  notTheSameAs: z.array(z.string()).default([]),
});

export type Registered = Result & { readonly patient?: string };

/** @param input as it came from outside, in the shape of `registerInput` */
export function register(
  practice: Practice,
  clinic: string,
  input: unknown,
  meta: RegisterMeta,
): Promise<Registered> {
  // One after another: of two who register one person at once the second must see the first.
  return inTurn(practice, () => registerNow(practice, clinic, input, meta));
}

type RegisterMeta = Meta & { readonly fictional?: boolean };

async function registerNow(
  practice: Practice,
  clinic: string,
  input: unknown,
  meta: RegisterMeta,
): Promise<Registered> {
  const { now, knowledge, ledger, histories } = practice;
  const request = requestOf("register", clinic, input, meta);
  const before = await beforehand(practice, meta, request);
  if (before !== undefined) return named(before);
  const read = registerInput.safeParse(input);
  if (!read.success) return { is: "invalid", problems: inputProblems(read.error) };
  const setting = settingOf(clinic, knowledge);
  if (setting === undefined) {
    const known = Object.keys(knowledge.clinics);
    return {
      is: "refused",
      version: 0,
      refusal: refuse("unknown-id", { field: "clinic", given: clinic, known }),
    };
  }
  if (!staff.includes(meta.by.role)) {
    return {
      is: "refused",
      version: 0,
      refusal: refuse("not-your-word", { role: meta.by.role, needed: staff }),
    };
  }
  const at = now();
  const today = happening(at, setting.zone ?? "UTC");
  const { name, kana, phone, notTheSameAs, birthDate, ...body } = read.data;
  if (birthDate > today.day) {
    return {
      is: "refused",
      version: 0,
      refusal: refuse("dated-ahead", { happenedDay: birthDate, todayDay: today.day }),
    };
  }
  if (ageYears(birthDate, today.day) > mostYears) {
    const value = ageYears(birthDate, today.day);
    const refusal = refuse("implausible-value", { field: "age", value, least: 0, most: mostYears });
    return { is: "refused", version: 0, refusal };
  }
  // From before it is looked who is there: whoever is registered meanwhile, by another server too, is looked at again.
  const position = await ledger.position();
  const born = (input as { readonly birthDate: string }).birthDate;
  const suggested = await possibleDuplicates(practice, {
    clinic,
    birthDate: born,
    name,
    ...(kana === undefined ? {} : { kana }),
  });
  const alike = suggested.map(({ patient }) => patient).filter((patient) => !notTheSameAs.includes(patient));
  if (alike.length > 0) {
    return { is: "refused", version: 0, refusal: refuse("possible-duplicates", { patients: alike }) };
  }
  const isFictional = meta.fictional === true || (await registersFictional(practice, meta.by));
  const patient = newRoute();
  const stream = patientStream(patient);
  const draft = entry(
    "registered",
    { birthDate, ...body, ...(isFictional ? { fictional: true } : {}) },
    {
      private: { name, ...(kana === undefined ? {} : { kana }), ...(phone === undefined ? {} : { phone }) },
    },
  );
  const appended = await ledger.append({
    stream,
    expectedVersion: 0,
    noneBegunSince: { prefix: patients, position },
    entries: readable([toStored(draft, { by: meta.by, clinic, site: meta.site, now: at, today })], stream),
    ...(meta.idempotencyKey === undefined ? {} : { idempotency: { key: meta.idempotencyKey, request } }),
  });
  if (appended.is === "appended") {
    histories.learn(stream, appended.entries);
    return { is: "done", version: 1, entries: appended.entries, repeated: false, patient };
  }
  if (appended.is === "key-reused") return { is: "key-reused", key: meta.idempotencyKey ?? "" };
  // It was done meanwhile under this key, somebody was registered, or has this number: one in a million million.
  return await registerNow(practice, clinic, input, meta);
}

/** Older than anybody: a typing mistake in the year. */
const mostYears = 130;

function named(result: Result): Registered {
  if (result.is !== "done") return result;
  const patient = result.entries[0]?.stream.slice("patient/".length);
  return patient === undefined ? result : { ...result, patient };
}
