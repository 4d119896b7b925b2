/** Erases what is private of a person: the record stays, and says of nobody whose it is. */
import type { Refusal } from "../core/refusal.ts";
import type { Erasure } from "../ledger/keys.ts";
import { type By, entry, readable, toStored } from "./entries.ts";
import { erasureCheck } from "./erasure.ts";
import { type PatientState, patientState } from "./patient-state.ts";
import { happening, type Practice, patientStream } from "./practice.ts";
import { forgetLine } from "./views/today.ts";

export type Erased =
  | {
      readonly is: "erased";
      readonly proof: Erasure;
      /** Accounts that opened the record until now. */
      readonly accounts: readonly string[];
    }
  | { readonly is: "refused"; readonly refusals: readonly Refusal[]; readonly state: PatientState };

/**
 * Erases a person whom nothing speaks against erasing: not a course or its time after, no pregnancy, no retention. What
 * is written meanwhile is looked at too.
 *
 * @returns undefined where nobody is registered by that number
 */
export async function eraseWherePermitted(
  practice: Practice,
  patient: string,
  by: By,
): Promise<Erased | undefined> {
  for (;;) {
    const check = await erasureCheck(practice, patient);
    if (check === undefined) return undefined;
    const { state, refusals } = check;
    const isErased = state.personal.erased;
    if (!isErased && refusals.length > 0) return { is: "refused", refusals, state };
    const accounts = await accountsOf(practice, patient);
    if ((isErased && accounts.length === 0) || (await written(practice, state, by, accounts)))
      return { is: "erased", proof: await destroyed(practice, patient), accounts };
  }
}

/**
 * Erases a person, whatever speaks against it: writes down that it is done, which takes the names out of the read
 * models; then destroys the key; then forgets what is kept in memory. Where it was cut off in between, doing it again
 * completes it.
 *
 * @returns the proof, or undefined where nobody is registered by that number
 */
export async function erasePerson(practice: Practice, patient: string, by: By): Promise<Erasure | undefined> {
  for (;;) {
    const state = await patientState(practice, patient);
    if (state === undefined) return undefined;
    if (isWritten(state) || (await written(practice, state, by, []))) break;
  }
  return await destroyed(practice, patient);
}

function isWritten({ history }: PatientState): boolean {
  return history.entries.some(({ type }) => type === "person-erased");
}

/** False where the record, or what was read beside it, has moved since. */
async function written(
  practice: Practice,
  state: PatientState,
  by: By,
  accounts: readonly string[],
): Promise<boolean> {
  const { clinic, site, zone, version, stream, read } = state;
  const now = practice.now();
  const as = { by, clinic, site, now, today: happening(now, zone) };
  const drafts = [
    ...accounts.map((account) => entry("account-unlinked", { account })),
    ...(isWritten(state) ? [] : [entry("person-erased", {})]),
  ];
  if (drafts.length === 0) return true;
  const { [stream]: _own, ...readVersions } = read;
  const entries = readable(
    drafts.map((draft) => toStored(draft, as)),
    stream,
  );
  const appended = await practice.ledger.append({ stream, expectedVersion: version, entries, readVersions });
  return appended.is === "appended";
}

async function destroyed(practice: Practice, patient: string): Promise<Erasure> {
  const stream = patientStream(patient);
  const proof = await practice.ledger.erase(stream);
  practice.histories.forget(stream);
  forgetLine(practice, patient);
  return proof;
}

async function accountsOf({ ledger }: Practice, patient: string): Promise<readonly string[]> {
  const sql = "SELECT account FROM view_link WHERE patient = :patient ORDER BY account";
  return (await ledger.query(sql, { patient })).map(({ account }) => String(account));
}
