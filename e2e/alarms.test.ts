/** What must not wait: alarms from whoever notices, what they stop, and that everybody sees it at once. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { authorise, blood, consultation, review } from "../src/app/demo/blocks.ts";
import { readyPatient, supplyOf } from "../src/app/testing/ready-patient.ts";
import { type Day, parseDay } from "../src/core/calendar.ts";
import type { StoredEntry } from "../src/ledger/ledger.ts";
import { dispenseText } from "../src/web/clinic/dispense/text.ts";
import { orderText } from "../src/web/clinic/patient/order-text.ts";
import { recordText } from "../src/web/clinic/patient/record-text.ts";
import { todayText } from "../src/web/clinic/today/text.ts";
import { verdictWords } from "../src/web/text/terms.ts";
import { commands as en } from "../src/words/en/commands.ts";
import { commands as ja } from "../src/words/ja/commands.ts";
import { sayIn, words } from "../src/words/say.ts";
import type { Language } from "../src/words/words.ts";
import { type Clinic, type Desk, openClinic } from "./clinic.ts";

const commands = { en, ja };
const example = "ready-can";

let clinic: Clinic;
beforeAll(async () => {
  clinic = await openClinic("2026-10-20 11:00");
}, 60_000);
afterAll(() => clinic.close());

interface Authorised {
  readonly patient: string;
  readonly path: string;
  readonly number: string;
}

/** Somebody whose supply is authorised, and nobody has handed it out. */
async function authorised(name: string): Promise<Authorised> {
  const patient = await readyPatient(clinic.practice, example);
  await clinic.give(patient, "record-name", { name }, "front-desk");
  await clinic.linkPatient(patient);
  const [entry] = await clinic.give(patient, "authorise-supply", supplyOf(example), "prescriber");
  return { patient, path: `/patients/${patient}`, number: numberIn(entry) };
}

function numberIn(entry: StoredEntry | undefined): string {
  if (entry === undefined) throw new Error("nothing was written");
  return (entry.body as { readonly number: string }).number;
}

const stops = (desk: Desk) =>
  desk.page.locator("#standing h2", { hasText: verdictWords(desk.language, "supply").stop }).waitFor();

/** The pharmacist's page says that a number is voided, and asks for no pack. */
async function isRefused(desk: Desk, number: string): Promise<void> {
  const text = dispenseText[desk.language];
  await desk.actAs("pharmacist");
  await desk.goTo(`/dispense?number=${number}`);
  await desk.page.getByRole("heading", { name: text.states.voided, exact: true }).waitFor();
  expect(await desk.page.getByLabel(text.lot, { exact: true }).count()).toBe(0);
}

/** Today has somebody first of all, among those to be looked at now. */
async function isFirstOfToday(desk: Desk, name: string): Promise<void> {
  await desk.actAs("nurse");
  await desk.goTo("/");
  const first = desk.page.locator("main section[aria-labelledby]").first();
  await first.getByRole("heading", { name: todayText[desk.language].groups.alarm.title }).waitFor();
  expect(await first.getByRole("link").first().innerText()).toBe(name);
}

describe("A lapse of contraception, written down by the patient in the second month,", () => {
  const name = "Alma Lapse";
  let desk: Desk;
  let one: Authorised;

  beforeAll(async () => {
    desk = await clinic.open("en");
    one = await authorised(name);
    const { patient, number } = one;
    const pack = { number, lot: "A1", expiresOn: "2028-03-31" };
    await clinic.give(patient, "dispense-supply", pack, "pharmacist");
    clinic.moveTo("2026-11-17 11:00");
    const who = { name, kana: "", ageYears: 26, gender: "female", kg: 55 } as const;
    const acts = [...blood(), review, ...consultation(who, 1), authorise(supplyOf(example))];
    for (const { by, command, input } of acts) {
      const [entry] = await clinic.give(patient, command, input, by);
      if (command === "authorise-supply") one = { ...one, number: numberIn(entry) };
    }
    await desk.goTo(one.path);
  }, 60_000);
  afterAll(() => desk.page.context().close());

  const lapse = (language: Language) =>
    words[language].rules["no-contraception-lapse-is-open"].reasons.lapsed(
      { lapsedDay: parseDay("2026-11-17") as Day },
      sayIn(language, clinic.practice.knowledge, "Asia/Tokyo"),
    );

  test("voids what was authorised", async () => {
    clinic.moveTo("2026-11-17 12:00");
    await desk.record("patient", commands.en["report-contraception-lapse"]);
    await stops(desk);
    const card = desk.region(orderText.en.authorisation);
    await card.getByText(orderText.en.earlier(2)).click();
    await card.getByText(orderText.en.states.voided, { exact: true }).waitFor();
    expect(await desk.trips("lapse")).toEqual([]);
    await desk.speak("ja");
    await stops(desk);
    await desk.sees(lapse("ja"));
    await desk.speak("en");
  });

  test("stands first in Today", async () => {
    await isFirstOfToday(desk, name);
    await desk.sees(lapse("en"));
    expect(await desk.trips("today-alarm")).toEqual([]);
  });

  test("is why the pharmacist's page refuses", async () => {
    await isRefused(desk, one.number);
    await desk.sees(lapse("en"));
    expect(await desk.trips("voided")).toEqual([]);
  });

  test("is answered by the prescriber's plan; then it goes on, with the keyboard alone", async () => {
    clinic.moveTo("2026-11-17 13:00");
    const { page } = desk;
    await desk.goTo(one.path);
    const plan = { conclusion: "may-continue", because: "One pill taken six hours late" };
    // One plan, on the very day: of the lapse, and of the gap that it made.
    await desk.take("prescriber", "plan-after-lapse", {}, plan);
    await page.locator("#standing h2", { hasText: desk.text.patient.standings.prescribe }).waitFor();
    const text = orderText.en;
    const begin = page.getByRole("button", { name: text.authorise, exact: true });
    await page.getByText(text.fitsUntil("").slice(0, 40)).waitFor();
    await desk.tabTo(begin);
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: text.confirm });
    await dialog.waitFor();
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    expect(await begin.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.keyboard.press("Enter");
    await desk.tabTo(dialog.getByRole("button", { name: text.confirmYes, exact: true }));
    await page.keyboard.press("Enter");
    await page.locator("#standing h2", { hasText: desk.text.patient.standings.dispense }).waitFor();
  });
});

describe("A positive pregnancy test", () => {
  test("stops treatment, and comes before a lapse that was there first", async () => {
    const desk = await clinic.open("ja");
    const before = await authorised("先に 花");
    await clinic.give(before.patient, "report-contraception-lapse", { happened: "2026-11-17" }, "nurse");
    const name = "陽性 花";
    const { path, number } = await authorised(name);
    await desk.goTo(path);
    await desk.record("nurse", recordText.ja.positiveTest);
    await stops(desk);
    expect(await desk.trips("pregnant")).toEqual([]);
    await desk.speak("en");
    await stops(desk);
    await desk.speak("ja");
    await isFirstOfToday(desk, name);
    await isRefused(desk, number);
    await desk.page.context().close();
  });
});

describe("Thoughts of self-harm", () => {
  test("stop treatment until the prescriber has talked with the patient, by a form without a mouse", async () => {
    const desk = await clinic.open("en");
    const { page } = desk;
    const name = "Mona Mood";
    const { path, number } = await authorised(name);
    await desk.goTo(path);
    await desk.record("patient", recordText.en.moodAlarm, { selfHarmThoughts: "yes", newMoodSymptom: "no" });
    await stops(desk);
    await desk.speak("ja");
    await stops(desk);
    await desk.speak("en");
    await isRefused(desk, number);
    await isFirstOfToday(desk, name);
    clinic.moveTo("2026-11-18 12:00");
    await desk.goTo(path);
    await desk.actAs("prescriber");
    const step = desk.step("assess-mood", {});
    await desk.tabTo(step.getByRole("radio").first());
    await page.keyboard.press("Space");
    await desk.tabTo(step.locator("form").getByRole("button").last());
    await page.keyboard.press("Enter");
    await page.locator("#standing h2", { hasText: desk.text.patient.standings.prescribe }).waitFor();
    // The focus is not lost with the form.
    await page.waitForFunction(() => document.activeElement?.tagName !== "BODY");
    await page.context().close();
  });
});

describe("A weight that was typed wrong", () => {
  test("is corrected in the record, which voids what was authorised on it and names the rule", async () => {
    const desk = await clinic.open("ja");
    const { path, number } = await authorised("訂正 花");
    await desk.goTo(path);
    await desk.actAs("nurse");
    const text = recordText.ja;
    const record = desk.page.locator("#record");
    await record.getByRole("button", { name: text.older }).click();
    await record.getByRole("button", { name: text.mend("体重 55 kg"), exact: true }).click();
    const dialog = desk.page.getByRole("dialog", { name: text.mendHeading });
    await desk.fillIn(dialog.locator("form"), { kg: "35", [text.why]: "55ではなく35" });
    expect(await desk.trips("mend")).toEqual([]);
    await dialog.getByRole("button", { name: text.sendCorrection, exact: true }).click();
    await dialog.waitFor({ state: "detached" });
    await record.getByText(words.ja.rules["dose-is-within-limits"].title).waitFor();
    await desk.speak("en");
    await record.getByText(words.en.rules["dose-is-within-limits"].title).waitFor();
    await desk.speak("ja");
    await isRefused(desk, number);
    await desk.page.context().close();
  });
});

describe("Two screens", () => {
  test("the second shows what the first wrote, without being loaded again", async () => {
    const [first, second, list] = [await clinic.open("en"), await clinic.open("ja"), await clinic.open("en")];
    const name = "Tilda Two";
    const { path } = await authorised(name);
    await Promise.all([first.goTo(path), second.goTo(path), list.goTo("/")]);
    await list.page
      .getByRole("region", { name: todayText.en.groups.dispense.title })
      .getByRole("link", { name })
      .waitFor();
    await second.page.getByRole("heading", { level: 1, name }).waitFor();
    await first.record("nurse", commands.en["report-pregnancy"]);
    await second.sees(second.text.patient.updated);
    await stops(second);
    await list.page
      .getByRole("region", { name: todayText.en.groups.alarm.title })
      .getByRole("link", { name })
      .waitFor();
    expect(await second.trips("from-elsewhere")).toEqual([]);
    expect([first, second, list].flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});
