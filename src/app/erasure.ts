/**
 * When a person may be erased. While capsules are taken, and as long as they bind afterwards, whoever treats somebody
 * needs the record; then the law does, for years that this program cannot know: they are set for the server and signed
 * for by the clinic, and the longer counts.
 */
import { accessBodies } from "../core/access-bodies.ts";
import { type At, birthday, type Day, dayOf, laterDay, safetyMonths } from "../core/calendar.ts";
import type { Entry } from "../core/entry.ts";
import { askedOf } from "../core/questions/asked.ts";
import { openStops } from "../core/questions/open-stops.ts";
import { takingOf } from "../core/questions/taking.ts";
import { type Refusal, refuse } from "../core/refusal.ts";
import { clinicState } from "./clinic-state.ts";
import { underWaySince } from "./commands/course-under-way.ts";
import { type PatientState, patientState, valuesOf } from "./patient-state.ts";
import { type Practice, patientStream } from "./practice.ts";

/** What a law and a clinic ask for. */
export interface Retention {
  /** The server's setting; undefined where nobody made it. */
  readonly settingYears: number | undefined;
  /** Of each clinic that wrote in the record, the home clinic first: what it signed, if anything. */
  readonly signed: readonly { readonly clinic: string; readonly years: number | undefined }[];
}

/** How long a record is kept: undefined while that is not settled. */
export interface Kept {
  readonly years: number;
  /** Of the last entry about treatment. */
  readonly lastDay: Day;
  readonly untilDay: Day;
}

export interface ErasureCheck {
  readonly state: PatientState;
  /** Empty where the person may be erased. */
  readonly refusals: readonly Refusal[];
  readonly kept: Kept | undefined;
}

/** Whether a patient may be erased now; undefined where nobody is registered by that number. */
export async function erasureCheck(practice: Practice, patient: string): Promise<ErasureCheck | undefined> {
  const state = await patientState(practice, patient);
  if (state === undefined) return undefined;
  const retention = await retentionOf(practice, state);
  const kept = keptUntil(state, retention);
  return { state, kept, refusals: [...whileTreated(state), ...whileKept(state, retention, kept)] };
}

/** What the setting and the signed policies say for a record. */
async function retentionOf(practice: Practice, { patient, clinic }: PatientState): Promise<Retention> {
  const stored = await practice.ledger.read(patientStream(patient));
  const clinics = new Set([clinic, ...stored.map((one) => one.clinic).filter((one) => one !== "")]);
  const signed = await Promise.all(
    [...clinics].map(async (one) => {
      const found = await clinicState(practice, one);
      const policy = found?.record.of("policy-signed").findLast(({ body }) => body.policy === "retention");
      return { clinic: one, years: policy?.body.years };
    }),
  );
  return { settingYears: practice.retentionYears, signed };
}

/** The longer of what was set and what was signed; one that was not signed by the home clinic settles nothing. */
export function keptUntil(
  { history, zone }: Pick<PatientState, "history" | "zone">,
  retention: Retention,
): Kept | undefined {
  const { settingYears, signed } = retention;
  const [home] = signed;
  if (settingYears === undefined || home?.years === undefined) return undefined;
  const years = Math.max(settingYears, ...signed.map((one) => one.years ?? 0));
  const lastDay = history.entries
    .filter(isOfTreatment)
    .map(({ happened, recordedAt }) => laterDay(happened.day, dayIn(recordedAt, zone) ?? happened.day))
    .reduce(laterDay, 0 as Day);
  return { years, lastDay, untilDay: birthday(lastDay, years) };
}

/** Who looked, who was let in, and the wish to be forgotten do not make a record any younger. */
function isOfTreatment({ type }: Entry): boolean {
  return !Object.hasOwn(accessBodies, type) && type !== "person-erased";
}

function dayIn(at: At | undefined, zone: string): Day | undefined {
  return at === undefined ? undefined : dayOf(at, zone);
}

function whileTreated(state: PatientState): Refusal[] {
  const { record, context } = state;
  const pregnancy = openStops(record, askedOf(context.knowledge, context.setting, record)).findLast(
    ({ what }) => what === "pregnancy",
  );
  return [
    ...whileTaken(state),
    ...(pregnancy === undefined ? [] : [refuse("erase-with-open-pregnancy", { sinceDay: pregnancy.day })]),
  ];
}

function whileTaken(state: PatientState): Refusal[] {
  const { record } = state;
  const sinceDay = underWaySince(record);
  const isOpen = record.authorisations.some((one) => one.state === "open");
  const taking = takingOf(record);
  if (sinceDay !== undefined) return [refuse("erase-during-course", { sinceDay })];
  if (isOpen || taking.is === "taking") return [refuse("erase-during-course", {})];
  if (taking.is === "unknown") return [refuse("erase-last-capsule-unknown", {})];
  if (taking.is === "never-treated") return [];
  const { lastCapsuleDay } = taking;
  // A month, also where contraception is nobody's concern: capsules are not given to others, and no blood is.
  const months = Math.max(1, valuesOf(state).contraceptionMonthsAfter.value ?? 1);
  const untilDay = safetyMonths(lastCapsuleDay, months);
  return record.day <= untilDay ? [refuse("erase-in-safety-time", { lastCapsuleDay, untilDay })] : [];
}

function whileKept({ record }: PatientState, retention: Retention, kept: Kept | undefined): Refusal[] {
  if (kept !== undefined)
    return record.day <= kept.untilDay ? [refuse("erase-retention-runs", { ...kept })] : [];
  const [home] = retention.signed;
  const clinic = home?.clinic ?? "";
  return [
    ...(retention.settingYears === undefined
      ? [refuse("erase-retention-unset", { missing: "setting", clinic })]
      : []),
    ...(home?.years === undefined ? [refuse("erase-retention-unset", { missing: "policy", clinic })] : []),
  ];
}
