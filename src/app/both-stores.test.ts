/** A practice in PostgreSQL is the practice it is in a folder: the same lists, the same decisions, the same refusals. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { at } from "../core/calendar.ts";
import type { Json, Parameters, StoredEntry } from "../ledger/ledger.ts";
import { verifyPostgres } from "../ledger/postgres/verify.ts";
import { type PostgresServer, startPostgres } from "../ledger/testing/postgres-server.ts";
import { AuditTrail } from "./audit.ts";
import { authoriseSupply } from "./commands/authorise-supply.ts";
import { dispenseSupply } from "./commands/dispense-supply.ts";
import { demoClinic, makeDemo, otherClinic } from "./demo/make-demo.ts";
import { staff } from "./demo/staff.ts";
import { erasePerson } from "./erase-person.ts";
import { execute } from "./execute.ts";
import { readKnowledge } from "./knowledge-files.ts";
import { type OpenPractice, openPractice, readPractice } from "./open-practice.ts";
import { personOf } from "./people.ts";
import type { Place } from "./place.ts";
import type { Practice } from "./practice.ts";
import { rerun } from "./rerun.ts";
import { pharmacist, prescriber, readyPatient, supplyOf } from "./testing/ready-patient.ts";
import { verifyClinic } from "./verify-clinic.ts";
import { accessesView } from "./views/accesses.ts";
import { auditView } from "./views/audit-view.ts";
import { clinicsInOrder } from "./views/clinics-in-order.ts";
import { findPatients, possibleDuplicates } from "./views/find-patients.ts";
import { patientView } from "./views/patient.ts";
import { projector } from "./views/projector.ts";
import { timelineView } from "./views/timeline.ts";
import { todayView } from "./views/today.ts";

const now = at("2026-11-18T11:00:00+09:00");
const knowledge = readKnowledge();
let server: PostgresServer;
let folder = "";
beforeAll(async () => {
  server = await startPostgres();
  folder = mkdtempSync(join(tmpdir(), "isoward-both-"));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await server.remove();
});

/** A new place in each store. */
let places = 0;
const inFolder = (): Place => ({ folder: join(folder, String((places += 1))) });
const inPostgres = async (): Promise<Place> => ({
  database: await server.database(),
  keys: await server.database(),
});
const open = (place: Place) => openPractice(place, { now: () => now, knowledge });

const nobodysName = () => Promise.resolve(new Map<string, string>());

type Shown = (practice: Practice, patients: readonly string[]) => Promise<unknown>;

describe("The demo clinic in PostgreSQL", () => {
  let stores: readonly OpenPractice[] = [];
  let database: Place;
  beforeAll(async () => {
    database = await inPostgres();
    const both = [inFolder(), database];
    for (const place of both) await makeDemo(place, { now, knowledge });
    stores = await Promise.all(both.map(open));
    for (const practice of stores) {
      const trail = new AuditTrail(practice);
      const person = await personOf(practice, "demo-prescriber");
      const reader = { person, role: "prescriber", clinic: demoClinic, through: "own-clinic" } as const;
      for (const patient of (await patientsOf(practice)).slice(0, 5))
        await trail.read("read-patient", { ...reader, patient });
      await trail.refused("read-patient", {
        person,
        patient: (await patientsOf(practice))[1],
        why: "not-yours",
      });
    }
  }, 120_000);
  afterAll(async () => {
    for (const { ledger } of stores) await ledger.close();
  });

  const patientsOf = async (practice: Practice) => {
    const { items } = await findPatients(practice, { clinic: demoClinic, limit: 200 });
    return items.map(({ patient }) => patient);
  };
  /** What a store shows, with what is drawn by lot named by its place. */
  async function shownIn(practice: Practice, what: Shown): Promise<Json> {
    const patients = await patientsOf(practice);
    const named = patients.reduce(
      (text, patient, index) => text.replaceAll(patient, `patient ${index}`),
      JSON.stringify(await what(practice, patients)),
    );
    return JSON.parse(
      named
        .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "an id")
        .replaceAll(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/g, "a number")
        // Who of a week came first is anybody's guess.
        .replaceAll(/"position":\d+|"next":"[^"]*"/g, (found) => found.replaceAll(/\d+/g, "0")),
    ) as Json;
  }

  test.each<readonly [string, Shown]>([
    ["list of today", (practice) => todayView(practice, demoClinic)],
    ["list of patients, page by page", pages],
    [
      "patients with a name",
      (practice) => findPatients(practice, { clinic: demoClinic, search: "かくう ハナ" }),
    ],
    ["clinics", async (practice) => (await clinicsInOrder(practice)).map(({ id }) => id)],
    [
      "people and their rights",
      (practice) =>
        Promise.all(staff(demoClinic, "pore-care").map(({ account }) => personOf(practice, account))),
    ],
    [
      "page of each patient",
      (practice, all) => Promise.all(all.map((patient) => patientView(practice, patient))),
    ],
    [
      "timeline of each patient",
      (practice, all) => Promise.all(all.map((patient) => timelineView(practice, patient))),
    ],
    [
      "audit trail",
      async (practice, [first = "", second = ""]) => [
        await auditView(practice, demoClinic, nobodysName),
        await auditView(practice, demoClinic, nobodysName, { patient: first, account: "demo-prescriber" }),
        await auditView(practice, demoClinic, nobodysName, {
          from: "2026-11-01",
          to: "2026-11-30",
          only: "attention",
          after: "2026-12-01.1",
          limit: 2,
        }),
        (await accessesView(practice, second, nobodysName))?.items,
        (await Array.fromAsync(verifyClinic(practice, demoClinic))).at(-1),
      ],
    ],
    [
      "people who may be the same",
      async (practice) => {
        const { items } = await findPatients(practice, { clinic: demoClinic, limit: 200 });
        return Promise.all(
          items.map(({ name, birthDate }) =>
            possibleDuplicates(practice, {
              clinic: demoClinic,
              birthDate,
              ...(name === undefined ? {} : { name }),
            }),
          ),
        );
      },
    ],
  ])("has the same %s", async (_name, what) => {
    const [files, postgres] = await Promise.all(stores.map((practice) => shownIn(practice, what)));
    expect(postgres).toEqual(files);
    expect(JSON.stringify(files).length).toBeGreaterThan(60);
  });

  test("decides every stored decision again as it was decided", async () => {
    const reading = await readPractice(database);
    const patients = await patientsOf(reading);
    const views = await Promise.all(patients.map((patient) => patientView(reading, patient)));
    const numbers = views.flatMap((view) => view?.authorisations.map(({ number }) => number) ?? []);
    const again = (await Promise.all(numbers.map((number) => rerun(reading, number)))).flat();
    await reading.ledger.close();
    expect(again.length).toBeGreaterThan(40);
    expect(again.filter((one) => !("again" in one) || one.again?.length !== 0)).toEqual([]);
  });

  test("shows one clinic nothing of the other's patients, whatever is asked", async () => {
    const [, practice] = stores;
    const ledger = practice?.ledger;
    const treated = async (clinic: string) => {
      const rows = await ledger?.query("SELECT stream FROM view_treatment WHERE clinic = :clinic", {
        clinic,
      });
      return rows?.map(({ stream }) => stream).toSorted() ?? [];
    };
    for (const clinic of [demoClinic, otherClinic]) {
      const [own, seen] = [await treated(clinic), ledger?.seenBy([clinic])];
      for (const table of ["view_patient", "view_correction", "view_link"]) {
        const rows = await seen?.query(`SELECT DISTINCT stream FROM ${table}`);
        expect(rows?.filter(({ stream }) => !own.includes(stream ?? ""))).toEqual([]);
      }
      const patients = await seen?.query("SELECT stream FROM view_patient ORDER BY stream");
      expect(patients?.map(({ stream }) => stream)).toEqual(own);
      const all = await ledger?.query("SELECT stream FROM view_patient");
      for (const { stream } of all ?? []) {
        const read = await seen?.read(String(stream));
        expect([stream, (read?.length ?? 0) > 0]).toEqual([stream, own.includes(stream ?? "")]);
      }
    }
    expect((await treated(demoClinic)).length).toBeGreaterThan(20);
  });

  test("verifies", async () => {
    const url = "database" in database ? database.database : "";
    const { faults, entries } = await verifyPostgres(url);
    expect(faults).toEqual([]);
    expect(entries).toBeGreaterThan(200);
  });

  test("forgets whom it erased, in its lists and for good", async () => {
    const [, practice] = stores;
    if (practice === undefined) throw new Error("there is no practice");
    const [first] = (await findPatients(practice, { clinic: demoClinic })).items;
    if (first?.name === undefined) throw new Error("there is nobody with a name");
    const proof = await erasePerson(practice, first.patient, prescriber);
    expect(proof).toMatchObject({ number: 1, stream: `patient/${first.patient}` });
    const found = await findPatients(practice, { clinic: demoClinic, search: first.name });
    expect(found.items.map(({ patient }) => patient)).not.toContain(first.patient);
    const reading = await readPractice(database);
    expect((await patientView(reading, first.patient))?.name).toBeNull();
    await reading.ledger.close();
  });
});

/** All patients of the clinic, a few at a time. */
async function pages(practice: Practice): Promise<unknown> {
  const all: unknown[] = [];
  for (let after: string | undefined = ""; after !== undefined; ) {
    const page: Awaited<ReturnType<typeof findPatients>> = await findPatients(practice, {
      clinic: demoClinic,
      after,
      limit: 7,
    });
    all.push(page.items);
    after = page.next;
  }
  return all;
}

describe("Two servers of one practice in PostgreSQL", () => {
  test("hand out an authorised supply once, however many redeem it at both", async () => {
    const place = await inPostgres();
    const servers = await Promise.all([open(place), open(place)]);
    const [one] = servers;
    for (let round = 0; round < 5; round += 1) {
      const patient = await readyPatient(one);
      const authorised = await execute(one, authoriseSupply, patient, supplyOf(), { by: prescriber });
      expect(authorised.is, JSON.stringify(authorised)).toBe("done");
      const body = authorised.is === "done" ? (authorised.entries[0]?.body as { number: string }) : undefined;
      const given = { number: body?.number ?? "", lot: "A1", expiresOn: "2031-01-31" };
      const redeemed = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          execute(servers[index % 2] ?? one, dispenseSupply, patient, given, { by: pharmacist }),
        ),
      );
      expect(redeemed.filter(({ is }) => is === "done").length).toBe(1);
      const refused = redeemed.flatMap((result) => (result.is === "refused" ? [result.refusal.refused] : []));
      expect(refused).toEqual(Array(19).fill("authorisation-used"));
    }
    for (const { ledger } of servers) await ledger.close();
  });
});

describe("Read models", () => {
  const fixtures = readdirSync(new URL("./fixtures/", import.meta.url))
    .toSorted()
    .flatMap(
      (name) =>
        JSON.parse(readFileSync(new URL(`./fixtures/${name}`, import.meta.url), "utf8")) as StoredEntry[],
    );

  test("are the same in both stores after every kind of entry there ever was", async () => {
    const rows = await Promise.all(
      [inFolder(), await inPostgres()].map(async (place) => {
        const { ledger } = await open(place);
        const versions = new Map<string, number>();
        for (const { position: _position, hash: _hash, version: _version, ...fixture } of fixtures) {
          const { stream, private: kept, ...entry } = fixture;
          const expectedVersion = versions.get(stream) ?? 0;
          const hidden = kept === undefined || kept === "erased" ? {} : { private: kept.value };
          // A type may stand in several files under one id.
          const id = `${entry.id}-${versions.size}-${expectedVersion}`;
          const appended = await ledger.append({
            stream,
            expectedVersion,
            entries: [{ ...entry, id, ...hidden }],
          });
          expect(appended.is, entry.type).toBe("appended");
          versions.set(stream, expectedVersion + 1);
        }
        const tables = await Promise.all(
          Object.entries(projector.tables).map(async ([name, { key }]) => [
            name,
            await ledger.query(`SELECT * FROM ${name} ORDER BY ${key.join(", ")}`),
          ]),
        );
        await ledger.close();
        return tables;
      }),
    );
    const [files, postgres] = rows;
    expect(postgres).toEqual(files);
    expect(fixtures.length).toBeGreaterThan(70);
  });

  /** Every SELECT in the sources of app and http. */
  const queries = ["./", "../http/"].flatMap((from) => {
    const root = new URL(from, import.meta.url);
    return (
      readdirSync(root, { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
        .flatMap((name) => [
          ...readFileSync(new URL(name, root), "utf8").matchAll(/(["`])(SELECT [^"`]* FROM view_[^"`]*)\1/g),
        ])
        // One that is put together of parts is asked by the tests of who puts it together.
        .filter(([, , sql = ""]) => !sql.includes("${"))
        .map(([, , sql = ""]) => sql.replaceAll(String.raw`\\`, "\\"))
    );
  });
  const integers = Object.values(projector.tables).flatMap(({ columns }) =>
    Object.keys(columns).filter((column) => columns[column]?.startsWith("integer")),
  );
  const isNumber = (sql: string, name: string) =>
    new RegExp(`(LIMIT|\\b(${integers.join("|")}) *[<>=]+) *:${name}\\b`).test(sql);
  const given = (sql: string, asNull: boolean): Parameters =>
    Object.fromEntries(
      [...sql.matchAll(/:(\w+)/g)].map(([, name = ""]) => {
        if (isNumber(sql, name)) return [name, 10];
        return [name, asNull ? null : "x"];
      }),
    );

  test("are asked in words that both stores understand", async () => {
    const places = [inFolder(), await inPostgres()];
    for (const place of places) {
      const { ledger } = await open(place);
      for (const sql of queries) {
        await ledger.query(sql, given(sql, false));
        await ledger.query(sql, given(sql, true));
      }
      await ledger.close();
    }
    expect(new Set(queries).size).toBeGreaterThanOrEqual(9);
  });
});
