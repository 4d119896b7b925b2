/** Any two protocols side by side, as somebody reads them: served, in a real browser, in both languages. */
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { protocolsText } from "../src/web/protocols/text.ts";
import { comparisonWords, parameterWords } from "../src/words/render-comparison.ts";
import { openBrowser, useLentFont } from "./browser.ts";
import { openServed, type Served } from "./served.ts";

const screenshots = process.env["ISOWARD_SCREENSHOTS"];
const soon = <T>(value: () => Promise<T>) => expect.poll(value, { timeout: 5_000, interval: 40 });

let served: Served;
let browser: Browser;

beforeAll(async () => {
  served = await openServed();
  browser = await openBrowser();
}, 60_000);
afterAll(async () => {
  await browser.close();
  await served.close();
});

describe.each([
  ["en", "phone", 390],
  ["ja", "desktop", 1280],
] as const)("Protocols side by side, in %s, on a %s,", (language, device, width) => {
  const text = protocolsText[language];
  const say = comparisonWords[language];
  const { parameters, notSet } = parameterWords[language];
  let context: BrowserContext;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    context = await browser.newContext({
      viewport: { width, height: 844 },
      locale: language === "ja" ? "ja-JP" : "en-GB",
      reducedMotion: "reduce",
    });
    page = await context.newPage();
    page.setDefaultTimeout(5_000);
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
  });
  afterAll(() => context.close());

  const show = async (a: string, b: string, on: string) => {
    await page.goto(`${served.url}/protocols?a=${a}&b=${b}&on=${on}#lang=${language}`);
    await page.getByRole("heading", { level: 1, name: text.title }).waitFor();
  };
  const difference = (title: string) => page.locator("#differences li", { hasText: title });
  const isAccessible = async () => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
    expect(
      grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(" | ")}`),
    ).toEqual([]);
  };
  const picture = async (name: string) => {
    if (screenshots === undefined) return;
    await useLentFont(page);
    await page.screenshot({
      path: join(screenshots, `${name}-${language}-${device}.png`),
      fullPage: true,
    });
  };

  test("a link shows the two as in force on its day", async () => {
    await show("uk-mhra", "eu-ppp", "2026-01-21");
    const second = difference(parameters.secondPrescriberUnderAgeYears.title);
    await second.waitFor();
    expect(await second.innerText()).toContain(text.strictest);
    await page.getByLabel(text.on).fill("2026-01-22");
    await soon(() => second.count()).toBe(0);
    expect(new URL(page.url()).searchParams.get("on")).toBe("2026-01-22");
  });

  test("what a clinic signed for is named, floors are marked, and nothing is cut off", async () => {
    await show("jp-selfpay", "three-month-supply", "2026-11-22");
    const longer = difference(parameters.supplyDaysIfPregnancyImpossible.title);
    expect(await longer.innerText()).toContain("medical director");
    expect(await difference(parameters.contraceptionMonthsAfter.title).innerText()).toContain(text.floor);
    await longer.locator("summary").last().click();
    await longer.getByText("Collage on house rules").waitFor();
    const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
    expect(await fits()).toBe(true);
    await isAccessible();
    await picture("protocols-clinic");
  });

  test("an edition nobody confirmed says so, and what the other one has", async () => {
    await show("us-ipledge", "uk-mhra", "2026-11-22");
    const waiting = difference(parameters.missedFirstWindowWaitDays.title);
    expect(await waiting.innerText()).toContain(say.besides(notSet));
    await page.locator("#same summary").click();
    await page.locator("#same li", { hasText: parameters.pregnancyStops.title }).waitFor();
    await isAccessible();
    await picture("protocols-unconfirmed");
  });

  test("other ones are chosen, and change places; the address follows", async () => {
    await page.getByLabel(text.first, { exact: true }).selectOption("tokyo-monthly");
    await soon(async () => new URL(page.url()).searchParams.get("a")).toBe("tokyo-monthly");
    await page.getByRole("button", { name: text.swap }).click();
    await soon(async () => new URL(page.url()).searchParams.get("b")).toBe("tokyo-monthly");
  });

  test("before its first edition, and where there is none, the page says so", async () => {
    await show("uk-mhra", "label-eu", "2020-01-01");
    await page.locator("#not-compared button").click();
    await soon(async () => new URL(page.url()).searchParams.get("on")).toBe("2023-10-31");
    await show("atlantis", "label-eu", "2026-11-22");
    await page.getByText(text.neverHeard("atlantis")).waitFor();
    await isAccessible();
  });

  test("the browser has nothing to complain about", () => {
    expect(complaints).toEqual([]);
  });
});
