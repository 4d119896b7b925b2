import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type At, ageYears, at, dayOf, parseAt, startOf } from "../../core/calendar.ts";
import type { Role } from "../../core/entry.ts";
import { staffRoles } from "../../core/vocabulary.ts";
import type { StoredEntry } from "../../ledger/ledger.ts";
import { verify } from "../../ledger/verify.ts";
import { readKnowledge } from "../knowledge-files.ts";
import { type OpenPractice, openPractice } from "../open-practice.ts";
import { type PatientState, patientState } from "../patient-state.ts";
import { personOf } from "../people.ts";
import { rerun } from "../rerun.ts";
import { groups } from "../views/standing.ts";
import { todayView } from "../views/today.ts";
import { type DemoPatient, demoClinic, makeDemo, otherClinic } from "./make-demo.ts";
import { opensAtMinute } from "./opening.ts";
import { people } from "./people.ts";
import { type DemoState, demoStates } from "./states.ts";
import { stories } from "./stories/index.ts";
import { visit } from "./story.ts";
import { Telling } from "./tell.ts";
import { shows } from "./testing/shows.ts";

const knowledge = readKnowledge();
const folders: string[] = [];
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), "isoward-demo-"));
  folders.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

describe.each([
  ["a Wednesday", "2026-11-18T11:00:00+09:00"],
  ["a Sunday, just after midnight", "2026-11-22T00:05:00+09:00"],
  ["31 January", "2027-01-31T23:59:00+09:00"],
  ["29 February", "2028-02-29T07:00:00+09:00"],
  ["the day after clocks changed in the US", "2026-11-02T09:00:00+09:00"],
])("The demo made on %s", (_name, instant) => {
  const now: At = at(instant);
  const folder = newFolder();
  let made: readonly DemoPatient[] = [];
  let practice: OpenPractice;
  const seen: (readonly [number, number])[] = [];
  beforeAll(async () => {
    made = await makeDemo(folder, {
      now,
      knowledge,
      onProgress: (done, all) => {
        seen.push([done, all]);
      },
    });
    practice = await openPractice(folder, { now: () => now, knowledge });
  }, 60_000);
  afterAll(async () => {
    await practice.ledger.close();
  });
  const stateOf = async (patient: string): Promise<PatientState> => {
    const state = await patientState(practice, patient);
    if (state === undefined) throw new Error(`there is no patient ${patient}`);
    return state;
  };
  const entries = async (): Promise<StoredEntry[]> => {
    const streams = await practice.ledger.streams("");
    const read = await Promise.all(streams.map(({ stream }) => practice.ledger.read(stream)));
    return read.flat();
  };

  test("shows every state, and each is what it is called", async () => {
    expect(made.map(({ state }) => state).toSorted()).toEqual([...demoStates].toSorted());
    const states = await Promise.all(made.map(({ patient }) => stateOf(patient)));
    const not = made.filter(({ state }, index) => {
      const found = states[index];
      return found === undefined || !shows[state](found);
    });
    expect(not.map(({ state }) => state)).toEqual([]);
  });

  test("puts each patient into the group of today's list that is meant, and several into every group", async () => {
    const lines = (await todayView(practice, demoClinic))?.lines ?? [];
    const meant = new Map(made.map(({ patient, group, state }) => [patient, `${state}: ${group}`]));
    const isIn = new Map(made.map(({ patient, state }) => [patient, state]));
    expect(lines.map(({ patient, standing }) => `${isIn.get(patient)}: ${standing.group}`)).toEqual(
      lines.map(({ patient }) => meant.get(patient)),
    );
    expect(lines).toHaveLength(stories.length);
    for (const group of groups)
      expect(lines.filter(({ standing }) => standing.group === group).length, group).toBeGreaterThan(1);
    expect(new Set(lines.map(({ site }) => site))).toEqual(new Set(["first", "second"]));
  });

  test("is a whole ledger of nobody real, in which nothing has not happened yet", async () => {
    const verified = await verify(folder);
    expect(verified.faults).toEqual([]);
    expect(verified.streams).toBeGreaterThan(stories.length);
    const all = (await entries()).filter(({ stream }) => /^(patient|clinic)\//.test(stream));
    expect(all.length).toBeGreaterThan(2000);
    for (const { actor, recordedAt, happened } of all) {
      expect(actor).toEqual({ role: actor.role, id: `demo-${actor.role}`, authenticated: false });
      expect(parseAt(recordedAt)).toBeLessThanOrEqual(now);
      expect(happened.at === undefined ? 0 : parseAt(happened.at)).toBeLessThanOrEqual(now);
    }
    const registered = all.filter(({ type }) => type === "registered");
    expect(registered.map(({ body }) => (body as { fictional?: boolean }).fictional)).toEqual(
      made.map(() => true),
    );
    const signed = all.filter(({ type }) => type === "policy-signed");
    expect(signed.map(({ body }) => body)).toEqual([
      expect.objectContaining({ policy: "laboratory", fictional: true }),
      expect.objectContaining({ policy: "pregnancy-test-kit", fictional: true }),
      expect.objectContaining({ policy: "supply-overlap", fictional: true }),
    ]);
    expect(all.filter(({ type }) => type === "product-read").map(({ stream }) => stream)).toEqual([
      `clinic/${demoClinic}`,
    ]);
    for (const { actor, source } of all)
      expect(source.kind).toBe(actor.role === "patient" || actor.role === "guardian" ? "patient" : "manual");
  });

  test("has visits while a site is open", async () => {
    const zone = "Asia/Tokyo";
    const sites = new Map(knowledge.clinics[demoClinic]?.sites.map((site) => [site.id, site]));
    const staffed = (await entries()).filter(
      ({ stream, actor }) => stream.startsWith("patient/") && !["patient", "guardian"].includes(actor.role),
    );
    for (const { recordedAt, site = "" } of staffed) {
      const then = parseAt(recordedAt) ?? (0 as At);
      const day = dayOf(then, zone);
      const opens = opensAtMinute(sites.get(site) ?? { id: "", name: { en: "", ja: "" }, opens: [] }, day);
      const minute = (then - startOf(day, zone)) / 60_000;
      expect(opens, `${site} ${recordedAt}`).toBeDefined();
      expect(minute).toBeGreaterThanOrEqual(opens ?? 0);
      // Mornings are at least three hours long.
      expect(minute).toBeLessThan((opens ?? 0) + 180);
    }
  });

  test("appoints somebody to every role, one of them at two clinics, and opens two records to their own", async () => {
    const found = async (role: Role) => await personOf(practice, `demo-${role}`);
    for (const role of staffRoles)
      expect((await found(role)).appointments, role).toContainEqual({ clinic: demoClinic, role });
    expect((await found("prescriber")).appointments.map(({ clinic }) => clinic).toSorted()).toEqual(
      [demoClinic, otherClinic].toSorted(),
    );
    const numberOf = (state: DemoState) => made.find((one) => one.state === state)?.patient;
    expect((await found("patient")).links).toEqual([{ patient: numberOf("month-3"), as: "patient" }]);
    const [ward] = (await found("guardian")).links;
    expect(ward).toEqual({ patient: numberOf("contraception-month-minor"), as: "guardian" });
    const { record } = await stateOf(ward?.patient ?? "");
    expect(ageYears(record.birthDate ?? record.day, record.day)).toBeLessThan(18);
    expect(record.of("contraception-started").length).toBeGreaterThan(0);
  });

  test("tells how far it is, and decides again what it decided", async () => {
    const all = stories.reduce((sum, { events }) => sum + events.length, 0);
    expect(seen.map(([done]) => done)).toEqual(Array.from({ length: all }, (_, index) => index + 1));
    expect(seen.every(([, of]) => of === all)).toBe(true);
    const { patient = "" } = made.find(({ state }) => state === "month-3") ?? {};
    const { authorisations } = (await stateOf(patient)).record;
    const found = await Promise.all(authorisations.map(({ number }) => rerun(practice, number)));
    const runs = found.flatMap((one) => ("refused" in one ? [] : one));
    expect(runs).toHaveLength(6);
    for (const run of runs) expect(run).toMatchObject({ again: [], today: [], verdict: "pass" });
  });
});

describe("The people", () => {
  const all = Object.values(people);

  test("are nobody: every family name says so", () => {
    const families = ["架空", "見本", "仮名", "例示", "模擬", "想定", "試作", "空想"];
    for (const { name, kana } of all) {
      expect(families).toContain(name.split(" ")[0]);
      expect(kana).toMatch(/^[ァ-ヶー]+ [ァ-ヶー]+$/);
    }
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
    expect(new Set(all.map(({ kana }) => kana)).size).toBe(all.length);
  });

  test("have one story each, and every story is somebody's", () => {
    expect(new Set(stories.map(({ who }) => who))).toEqual(new Set(all));
    expect(stories).toHaveLength(all.length);
  });
});

describe("A mistake in a story", () => {
  const now = at("2026-11-18T11:00:00+09:00");
  let practice: OpenPractice;
  beforeAll(async () => {
    practice = await openPractice(newFolder(), { now: () => now, knowledge });
  });
  afterAll(async () => {
    await practice.ledger.close();
  });
  const telling = (who: keyof typeof people, state: DemoState = "month-1") =>
    new Telling(
      practice,
      { state, who: people[who], site: "first", group: "gather", events: [] },
      { clinic: demoClinic, today: dayOf(now, "Asia/Tokyo"), place: 0 },
    );
  const authorises = {
    by: "prescriber",
    command: "authorise-supply",
    input: { product: "isotroin", capsuleMg: 20, dailyMg: 40, dosesPerDay: 2, days: 30 },
  } as const;

  test("is thrown with the story's name, its day and what refused it", async () => {
    await expect(telling("hanako").tell(visit(-1, authorises))).rejects.toThrow(
      /demo story "month-1", 2026-11-17, authorise-supply: .*does-not-pass.*category-is-attested/,
    );
  });

  test("is thrown where a refusal was expected and none came, or nothing was written", async () => {
    const asked = { by: "nurse", command: "ask-allergies", input: {} } as const;
    await expect(telling("tsukiko").tell(visit(-1, { ...asked, refused: "dated-ahead" }))).rejects.toThrow(
      /ask-allergies, which should be refused as dated-ahead: \{"is":"done"\}/,
    );
    await expect(
      telling("yukiko").tell(visit(-1, { by: "nurse", command: "record-weight", input: { kg: 5000 } })),
    ).rejects.toThrow(/record-weight: .*implausible-value/);
  });

  test("a day on which the site is closed is told for an exact visit", () => {
    // 15 November 2026 is a Sunday, on which the first site stays closed.
    expect(() => telling("amiko").dayOf({ on: -3, where: "exact", acts: [] })).toThrow(
      /closed on an exact day/,
    );
    const at = telling("fuko");
    expect(at.dayOf({ on: -3, where: "visit", acts: [] })).toBe(
      at.dayOf({ on: -4, where: "visit", acts: [] }),
    );
  });

  test("a folder with patients in it is left alone", async () => {
    const folder = newFolder();
    const other = await openPractice(folder, { now: () => now, knowledge });
    await new Telling(
      other,
      { state: "month-1", who: people.hanako, site: "first", group: "gather", events: [] },
      { clinic: demoClinic, today: dayOf(now, "Asia/Tokyo"), place: 0 },
    ).tell(visit(-1));
    await other.ledger.close();
    await expect(makeDemo(folder, { now, knowledge })).rejects.toThrow(/holds patients already/);
  });
});
