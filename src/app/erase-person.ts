/** Erases what is private of a person: the record stays, and says of nobody whose it is. */
import type { Erasure } from "../ledger/keys.ts";
import { type By, entry, readable, toStored } from "./entries.ts";
import type { OpenPractice } from "./open-practice.ts";
import { patientState } from "./patient-state.ts";
import { happening, patientStream } from "./practice.ts";
import { forgetLine } from "./views/today.ts";

/**
 * Writes down that it is done, which takes the names out of the read models; then destroys the key; then forgets what
 * is kept in memory. Where it was cut off in between, doing it again completes it.
 *
 * @returns the proof, or undefined where nobody is registered by that number
 */
export async function erasePerson(
  practice: OpenPractice,
  patient: string,
  by: By,
): Promise<Erasure | undefined> {
  const { ledger, histories } = practice;
  const stream = patientStream(patient);
  for (;;) {
    const state = await patientState(practice, patient);
    if (state === undefined) return undefined;
    if (state.history.entries.some(({ type }) => type === "person-erased")) break;
    const now = practice.now();
    const { clinic, site, zone, version } = state;
    const written = { by, clinic, site, now, today: happening(now, zone) };
    const entries = readable([toStored(entry("person-erased", {}), written)], stream);
    const appended = await ledger.append({ stream, expectedVersion: version, entries });
    if (appended.is === "appended") break;
  }
  const proof = await ledger.erase(stream);
  histories.forget(stream);
  forgetLine(practice, patient);
  return proof;
}
