/** A planned course on its page: what it comes to, its drawings, and its calendar, in both languages. */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Clinic, type Desk, openClinic } from "./clinic.ts";

let clinic: Clinic;
beforeAll(async () => {
  clinic = await openClinic("2026-11-22 11:00");
}, 60_000);
afterAll(() => clinic.close());

const asked =
  "weightKg=60&targetMgPerKg=120&dailyMg=40&age=24&canBecomePregnant=yes&start=2027-01-10&product=isotroin&under=tokyo-monthly";
const words = {
  en: {
    says: "40 mg a day from 10 Jan 2027 for 180 days",
    file: "Calendar file",
    last: "SUMMARY:Last capsule",
  },
  ja: {
    says: "2027年1月10日から1日40 mgを180日間",
    file: "カレンダー用ファイル",
    last: "SUMMARY:最後のカプセル",
  },
} as const;

describe.each(["en", "ja"] as const)("A plan, in %s,", (language) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await clinic.open(language, "visitor");
  });

  test("says how long and how much, draws both doses, and trips over nothing", async () => {
    await desk.goTo(`/ask/plan?a#${asked}`);
    await desk.page.getByRole("heading", { name: words[language].says }).waitFor();
    expect(await desk.page.getByRole("figure").count()).toBe(2);
    expect(await desk.trips(`a plan in ${language}`)).toEqual([]);
  });

  test("has its days and its other doses in tables, none wider than the page of a phone", async () => {
    const { page } = desk;
    const [visits, compared] = [page.getByRole("table").nth(1), page.getByRole("table").nth(2)];
    expect(await visits.getByRole("row").count()).toBeGreaterThan(8);
    expect(await compared.getByRole("row").count()).toBeGreaterThanOrEqual(4);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  test("draws its doses beside each other where there is room", async () => {
    const boxes = await Promise.all(
      (await desk.page.getByRole("figure").all()).map((one) => one.boundingBox()),
    );
    expect(boxes[0]?.y).toBe(boxes[1]?.y);
  });

  test("goes into a calendar, without leaving the device", async () => {
    const [download] = await Promise.all([
      desk.page.waitForEvent("download"),
      desk.page.getByRole("button", { name: words[language].file }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("plan.ics");
    const file = readFileSync(await download.path(), "utf8");
    expect(file).toContain(words[language].last);
    expect(file).toContain("DTSTART;VALUE=DATE:20270708");
  });
});
