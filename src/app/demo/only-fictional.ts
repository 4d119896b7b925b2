/**
 * A demo lets anybody in, so it holds nobody who exists: what its people register is fictional, and a ledger that was not
 * made as a demo, or holds somebody who is not fictional, is served as none.
 */
import { LedgerError } from "../../ledger/ledger.ts";
import { wholeOf } from "../behind-the-wall.ts";
import type { By } from "../entries.ts";
import type { Practice } from "../practice.ts";

const ofDemo = "demo-";

/** @throws LedgerError where this is no ledger to let anybody into */
export async function refuseNoDemo(practice: Practice): Promise<void> {
  const { demoStaff, otherStaff, real } = await peopleIn(practice);
  if (real > 0)
    throw noDemo(`it holds ${real} ${real === 1 ? "person who is" : "people who are"} not fictional`);
  if (demoStaff === 0)
    throw noDemo(`it was not made as one${otherStaff === 0 ? "" : ", and people work there"}`);
}

/** Whether nobody is there whom a demo would be made beside: no patient, and nobody who works there. */
export async function isNobodys(practice: Practice): Promise<boolean> {
  const { demoStaff, otherStaff, fictional, real } = await peopleIn(practice);
  return demoStaff + otherStaff + fictional + real === 0;
}

/** Whether somebody who is registered so can only be fictional: by the demo's people, or by nobody in particular where all others are. */
export async function registersFictional(practice: Practice, by: By): Promise<boolean> {
  // Without a sign-in every role has such an id, in a practice of real people too.
  if (by.authenticated) return by.id.startsWith(ofDemo);
  const { demoStaff, real } = await peopleIn(practice);
  return demoStaff > 0 && real === 0;
}

async function peopleIn(practice: Practice) {
  const { ledger } = wholeOf(practice);
  const [patients, staff] = await Promise.all([
    ledger.query("SELECT fictional, COUNT(*) AS people FROM view_patient GROUP BY fictional"),
    ledger.query(
      "SELECT COUNT(*) AS everybody, COUNT(CASE WHEN account LIKE 'demo-%' THEN 1 END) AS demo FROM view_appointment",
    ),
  ]);
  const people = (fictional: 0 | 1) =>
    Number(patients.find((row) => row["fictional"] === fictional)?.["people"] ?? 0);
  const [counted] = staff;
  const demoStaff = Number(counted?.["demo"] ?? 0);
  return {
    demoStaff,
    otherStaff: Number(counted?.["everybody"] ?? 0) - demoStaff,
    fictional: people(1),
    real: people(0),
  };
}

const noDemo = (because: string) =>
  new LedgerError(
    "refused",
    `this ledger is served as no demo, which lets anybody in: ${because}`,
    "start without --demo, or name another folder or database, where a demo is made",
  );
