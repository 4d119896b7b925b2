/**
 * The audit trail: who looked at whose data, and who was refused. What is written of a patient stands in the patient's
 * own stream with its author; what is only read stands here, in one stream a clinic and month, chained like all others.
 *
 * Lines that come while others are being written are written together, so that a morning's reading costs a few syncs;
 * an answer leaves only when its line is durable.
 */
import { randomUUIDv7 } from "node:crypto";
import { atText, dayOf, dayText } from "../core/calendar.ts";
import type { Role } from "../core/entry.ts";
import type { Json, NewEntry } from "../ledger/ledger.ts";
import type { Doing, Person, Through } from "./access.ts";
import { personOf } from "./people.ts";
import { type Practice, settingOf } from "./practice.ts";

/** Somebody who read: what the server knows of them. */
export interface Reader {
  readonly person: Person | undefined;
  readonly role: Role | undefined;
  readonly clinic: string | undefined;
  readonly through: Through;
  readonly patient: string | undefined;
}

/** What happened to an account, as the accounts tell it. */
export interface AccountHappened {
  readonly what: string;
  /** Unknown where somebody tried a name that is nobody's. */
  readonly account?: string;
  readonly how?: string;
  readonly purpose?: string;
  /** Whose account it was done to, where it is somebody else's. */
  readonly of?: string;
}

interface Line {
  readonly clinic: string;
  readonly entry: (at: When) => NewEntry;
  readonly done: () => void;
  readonly failed: (cause: unknown) => void;
}

interface When {
  readonly day: string;
  readonly at: string;
}

/** Who acts for no clinic is written down here. */
export const noClinic = "none";

/** What shows nobody's data, though one has to be signed in for it. */
const ofNobody: ReadonlySet<Doing> = new Set<Doing>(["list-clinics"]);

/** Whether what is done is a read of somebody's data, which is written down. */
export function isNoted(doing: Doing): boolean {
  return !ofNobody.has(doing);
}

/** The streams of a clinic's audit trail begin so. */
export function auditPrefix(clinic: string): string {
  return `audit/${clinic}/`;
}

/** What happens to nobody's account where somebody tries it who is not signed in. */
const fromOutside: ReadonlySet<string> = new Set(["link-refused", "sign-in-failed"]);
const hourMs = 3_600_000;
/** In an hour, of what names nobody. */
const mostOfNobody = 100;

export class AuditTrail {
  readonly #practice: Practice;
  #waiting: Line[] = [];
  #writing: Promise<void> | undefined;
  #accounts: Promise<void> = Promise.resolve();
  #nobodys = { hour: 0, count: 0 };

  constructor(practice: Practice) {
    this.#practice = practice;
  }

  /** Somebody saw a person's data. Resolves once it is durable. */
  async read(operation: string, { person, role, clinic, through, patient }: Reader): Promise<void> {
    if (person === undefined || role === undefined) return;
    const body = {
      account: person.account,
      operation,
      through,
      ...(patient === undefined ? {} : { patient }),
    };
    await this.#line(clinic, "person-data-read", body, { role, account: person.account });
  }

  /** Somebody signed in asked for what is not theirs. Who is not signed in is nobody to name. */
  async refused(
    operation: string,
    refused: { readonly person?: Person; readonly patient?: string | undefined; readonly why?: string },
  ): Promise<void> {
    const { person, patient, why } = refused;
    if (person === undefined || why === undefined) return;
    const [first] = person.appointments;
    const body = { account: person.account, operation, why, ...(patient === undefined ? {} : { patient }) };
    const role = first?.role ?? person.links[0]?.as ?? "unknown";
    await this.#line(first?.clinic, "access-refused", body, { role, account: person.account });
  }

  /**
   * Something happened to an account: every clinic that appointed it is told. Of what anybody can make happen who is
   * nobody here (a link that was made up, an address that is nobody's) only the first of an hour are written: the trail
   * is kept for good, and nobody from outside fills it. All of them are in the log and in the figures.
   */
  account(happened: AccountHappened): Promise<void> {
    const isAnybodys = happened.account === undefined && fromOutside.has(happened.what);
    if (isAnybodys && !this.#isHeard()) return Promise.resolve();
    const noted = this.#account(happened);
    this.#accounts = Promise.all([this.#accounts, noted]).then(() => {});
    // Where nobody waits for it: the caller has the failure already.
    this.#accounts.catch(() => {});
    return noted;
  }

  /** Resolves once everything that happened to accounts so far is durable; fails where any of it could not be written. */
  async accountsNoted(): Promise<void> {
    const noted = this.#accounts;
    try {
      await noted;
    } finally {
      // What failed was said once: the next one is not held up by it.
      if (this.#accounts === noted) this.#accounts = Promise.resolve();
    }
  }

  /** Whether one more that names nobody is written down in this hour. */
  #isHeard(): boolean {
    const hour = Math.floor(this.#practice.now() / hourMs);
    if (hour !== this.#nobodys.hour) this.#nobodys = { hour, count: 0 };
    this.#nobodys.count += 1;
    return this.#nobodys.count <= mostOfNobody;
  }

  async #account({ what, account, how, purpose, of }: AccountHappened): Promise<void> {
    const person = account === undefined ? undefined : await personOf(this.#practice, account);
    const roles = new Map(person?.appointments.map(({ clinic, role }) => [clinic, role] as const));
    const others: readonly (readonly [string | undefined, Role])[] =
      roles.size > 0 ? [...roles] : [[undefined, person?.links[0]?.as ?? "unknown"]];
    const body = {
      event: what,
      ...(account === undefined ? {} : { account }),
      ...(how === undefined ? {} : { how }),
      ...(purpose === undefined ? {} : { purpose }),
      ...(of === undefined ? {} : { of }),
    };
    await Promise.all(
      others.map(([clinic, role]) =>
        // On the server's machine nobody says who they are.
        this.#line(
          clinic,
          "account-event",
          body,
          how === "on-machine"
            ? { role: "unknown", account: "unknown" }
            : { role, account: account ?? "unknown" },
        ),
      ),
    );
  }

  /** Resolves when everything handed in is written, or could not be. */
  async settled(): Promise<void> {
    while (this.#writing !== undefined) await this.#writing;
  }

  #line(
    clinic: string | undefined,
    type: string,
    body: Json,
    { role, account }: { readonly role: Role; readonly account: string },
  ): Promise<void> {
    const at = clinic ?? noClinic;
    return new Promise((done, failed) => {
      const entry = (when: When): NewEntry => ({
        id: randomUUIDv7({ monotonic: true } as never),
        type,
        schema: 1,
        happened: when,
        recordedAt: when.at,
        actor: { role, id: account, authenticated: account !== "unknown" },
        clinic: clinic ?? "",
        source: { kind: "manual" },
        body,
      });
      this.#waiting.push({ clinic: at, entry, done, failed });
      this.#writing ??= this.#write();
    });
  }

  /** Writes what waits, stream by stream, until nothing does. */
  async #write(): Promise<void> {
    // What is asked for in one go is written in one go.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const lines = this.#waiting;
      this.#waiting = [];
      const clinics = Map.groupBy(lines, ({ clinic }) => clinic);
      await Promise.all([...clinics].map(([clinic, own]) => this.#append(clinic, own)));
    }
    this.#writing = undefined;
  }

  async #append(clinic: string, lines: readonly Line[]): Promise<void> {
    const { ledger, now, knowledge } = this.#practice;
    try {
      for (;;) {
        const at = now();
        const when = { day: dayText(dayOf(at, settingOf(clinic, knowledge)?.zone ?? "UTC")), at: atText(at) };
        const stream = `${auditPrefix(clinic)}${when.day.slice(0, 7)}`;
        const expectedVersion = await ledger.version(stream);
        const entries = lines.map(({ entry }) => entry(when));
        const appended = await ledger.append({ stream, expectedVersion, entries });
        if (appended.is === "appended") break;
      }
      for (const { done } of lines) done();
    } catch (cause) {
      for (const { failed } of lines) failed(cause);
    }
  }
}
