/** Who somebody is in the eyes of the record: what they were appointed to and whom they are linked to. */
import { type At, parseAt } from "../core/calendar.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Appointment, Link, Person, StaffRole, Subject } from "./access.ts";
import { wholeOf } from "./behind-the-wall.ts";
import { type Practice, patientStream } from "./practice.ts";

/**
 * The rights of an account. What this process writes counts at once, what another one writes within a second. Whoever
 * has none may do nothing.
 */
export function personOf(practice: Practice, account: string): Promise<Person> {
  // Kept for everybody, so read as nobody in particular.
  const { people, ledger } = wholeOf(practice);
  return people.of(account, () => read(ledger, account));
}

async function read(ledger: Pick<Ledger, "query">, account: string): Promise<Person> {
  const [appointed, linked] = await Promise.all([
    ledger.query(
      "SELECT clinic, role, sites FROM view_appointment WHERE account = :account ORDER BY clinic, role",
      {
        account,
      },
    ),
    ledger.query("SELECT patient, linked_as FROM view_link WHERE account = :account ORDER BY patient", {
      account,
    }),
  ]);
  return {
    account,
    appointments: appointed.map(
      ({ clinic, role, sites }): Appointment => ({
        clinic: String(clinic),
        role: role as StaffRole,
        ...(typeof sites === "string" ? { sites: JSON.parse(sites) as readonly string[] } : {}),
      }),
    ),
    links: linked.map(
      (row): Link => ({ patient: String(row["patient"]), as: row["linked_as"] as Link["as"] }),
    ),
  };
}

/** The number of an authorisation, which its holder shows at any counter. */
export interface Shown {
  readonly number?: string | undefined;
}

const hourMs = 3_600_000;

/** A patient as a subject of access; undefined where nobody is registered by that number. */
export async function patientSubject(
  { histories, now, brokenGlassHours = 24 }: Practice,
  patient: string,
  account: string,
  { number }: Shown,
): Promise<Subject | undefined> {
  const { home, treatedAt, treatedBefore, broken, restricted, entries } = await histories.read(
    patientStream(patient),
  );
  if (home === undefined) return undefined;
  const since = (now() - brokenGlassHours * hourMs) as At;
  return {
    of: "patient",
    patient,
    // An entry is written for the home clinic where its author works at several.
    treatedAt: treatedAt.toSorted(
      (one, other) => Number(other === home.clinic) - Number(one === home.clinic),
    ),
    treatedBefore,
    restricted,
    brokenFor: broken
      .filter((glass) => glass.account === account && (parseAt(glass.at) ?? 0) > since)
      .map(({ clinic }) => clinic),
    // Numbers of one patient begin alike and their check letters are no secret: one that was never given opens nothing.
    byNumber:
      number !== undefined &&
      entries.some((one) => one.type === "supply-authorised" && one.body.number === number),
  };
}
