/** The page "Check a supply" as someone uses it: built, served, in a real browser, in both languages. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { en } from "../src/web/text/en.ts";
import { ja } from "../src/web/text/ja.ts";
import { words } from "../src/words/say.ts";
import { openBrowser, useLentFont, violations } from "./browser.ts";
import { bundle } from "./bundle.ts";
import { comeIn, openServed, type Served } from "./served.ts";

const texts = { en, ja };
const widths = { phone: 390, desktop: 1280 } as const;
const screenshots = process.env["ISOWARD_SCREENSHOTS"];

/** Waits for a value on the page: a slow machine needs its time. */
const soon = <T>(value: () => Promise<T>) => expect.poll(value, { timeout: 20_000, interval: 40 });

let served: Served;
let browser: Browser;
let address = "";

beforeAll(async () => {
  served = await openServed();
  address = served.url;
  browser = await openBrowser();
}, 60_000);
afterAll(async () => {
  await browser.close();
  await served.close();
});

// Words do not depend on the width: each language is walked through at one, so that both widths and languages are seen.
const walks = [
  { language: "en", device: "phone" },
  { language: "ja", device: "desktop" },
] as const;

describe.each(walks)("Check a supply, in $language,", ({ language, device }) => {
  const width = widths[device];
  const text = texts[language];
  const said = words[language];
  const of = (both: { readonly en: string; readonly ja: string }) => both[language];

  describe(`on a ${device}`, () => {
    let context: BrowserContext;
    let page: Page;
    const complaints: string[] = [];
    let visits = 0;

    beforeAll(async () => {
      context = await browser.newContext({
        viewport: { width, height: device === "phone" ? 844 : 900 },
        hasTouch: device === "phone",
        locale: language === "ja" ? "ja-JP" : "en-GB",
        reducedMotion: "reduce",
      });
      await comeIn(context, address, "nurse");
      page = await context.newPage();
      page.setDefaultTimeout(20_000);
      page.on("console", (message) => {
        if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
      });
      page.on("pageerror", (error) => complaints.push(error.message));
    });
    afterAll(() => context.close());

    const verdict = () => page.locator("#answer h2");
    const shows = async (word: string) => {
      await soon(() => verdict().innerText()).toContain(word);
    };
    // By the address of older links, which leads to where the page is now.
    const choose = async (example: string) => {
      // A new query makes it a new page; a new hash alone would only change what is shown.
      await page.goto(`${address}/?${++visits}#example=${example}&lang=${language}`);
      await verdict().waitFor();
    };
    const openFacts = (group: keyof typeof text.facts.groups) =>
      page.locator("#facts summary", { hasText: text.facts.groups[group] }).click();
    const picture = async (name: string) => {
      if (screenshots === undefined) return;
      mkdirSync(screenshots, { recursive: true });
      await useLentFont(page);
      await page.screenshot({ path: join(screenshots, `${name}-${language}-${device}.png`), fullPage: true });
    };
    const isAccessible = async () => {
      const grave = (await violations(page)).filter(({ impact }) => /^(?:serious|critical)$/.test(impact));
      expect(grave).toEqual([]);
    };

    test("speaks the browser's language and shows the first example's answer", async () => {
      await page.goto(`${address}/check`);
      await verdict().waitFor();
      expect(await page.locator("html").getAttribute("lang")).toBe(language);
      expect(await page.locator("h1").innerText()).toBe(text.page.title);
      await shows(said.verdicts.pass);
      await isAccessible();
      await picture("first-supply");
    });

    test("shows another answer for another patient, and keeps it in the address", async () => {
      const all = page.getByRole("button", { name: text.patient.all(9) });
      if (await all.isVisible()) await all.click();
      await page.locator("input[value='mood-alarm']").check({ force: true });
      await shows(said.verdicts.stop);
      expect(page.url()).toContain("example=mood-alarm");
      await page.reload();
      await shows(said.verdicts.stop);
      await picture("mood-alarm");
    });

    test("answers anew for each day: the window of a test closes, the month on contraception ends", async () => {
      await choose("first-supply");
      await shows(said.verdicts.pass);
      const later = page.getByRole("button", { name: text.supply.dayAfter });
      await later.click();
      await shows(said.verdicts.pass);
      await later.click();
      await shows(said.verdicts.ask);
      await page.getByRole("button", { name: text.supply.dayBefore }).click();
      await shows(said.verdicts.pass);

      await choose("month-not-over");
      await shows(said.verdicts.wait);
      await isAccessible();
      await picture("month-not-over");
      await page.getByRole("button", { name: text.answer.goThere }).click();
      expect(page.url()).toContain("on=2026-12-07");
      await shows(said.verdicts.ask);
      const slide = page.getByRole("slider", { name: text.supply.slide });
      await slide.focus();
      await slide.press("ArrowLeft");
      await shows(said.verdicts.wait);
    });

    test("waits while nobody has confirmed the edition that lifts the lockout, and passes once someone has", async () => {
      await choose("missed-window");
      await shows(said.verdicts.wait);
      await page.getByRole("button", { name: text.supply.dayAfter }).click();
      await shows(said.verdicts.wait);
      await picture("missed-window");
      await page.getByRole("switch").first().check({ force: true });
      await shows(said.verdicts.pass);
    });

    test("stops a dose above the maximum, marks it as changed and takes it back", async () => {
      await choose("first-supply");
      const dose = page.getByLabel(text.supply.dailyMg, { exact: true });
      await dose.fill("120");
      await shows(said.verdicts.stop);
      await page.getByRole("button", { name: text.facts.undo(text.supply.dailyMg) }).click();
      await shows(said.verdicts.pass);
    });

    test("follows a fact that is tried, keeps it in the link, and undoes all", async () => {
      await choose("first-supply");
      await openFacts("body");
      await page.getByLabel(text.facts.label.mood, { exact: true }).selectOption("self-harm");
      await shows(said.verdicts.stop);
      await openFacts("beside");
      await page
        .getByLabel(text.facts.label.medicines, { exact: true })
        .fill(language === "ja" ? "ドキシ" : "doxy");
      await page.locator("[role=option]:visible").first().click();
      await soon(() =>
        page.locator("#reasons [data-rule='medicines-do-not-conflict']").getAttribute("data-verdict"),
      ).toBe("stop");
      expect(page.url()).toContain("facts=");
      await isAccessible();
      await picture("facts-tried");
      await page.reload();
      await shows(said.verdicts.stop);
      await page.getByRole("button", { name: text.facts.undoAll }).click();
      await shows(said.verdicts.pass);
      expect(page.url()).not.toContain("facts=");
    });

    test("shows the sources of a reason a click away, with how far each was checked", async () => {
      await choose("doxycycline");
      const reason = page.locator("[data-rule='medicines-do-not-conflict']");
      await reason.locator("summary").click();
      await soon(() => reason.innerText()).toContain(text.reasons.checked.read);
      await isAccessible();
      await picture("sources");
    });

    test("reads FHIR in the browser, says what became of each resource, and sends nothing", async () => {
      const sent: string[] = [];
      page.on("request", (request) => {
        if (request.method() !== "GET") sent.push(`${request.method()} ${request.url()}`);
      });
      await choose("first-supply");
      await page.locator("#patient summary", { hasText: text.patient.own }).click();
      const files = page.locator("input[type=file]");
      await files.setInputFiles({
        name: "broken.json",
        mimeType: "application/json",
        buffer: Buffer.from("{ nothing"),
      });
      await soon(() => page.locator("#patient").innerText()).toContain("broken.json");
      await isAccessible();
      await picture("broken-file");

      const whole = JSON.stringify(bundle);
      await files.setInputFiles({
        name: "bundle.json",
        mimeType: "application/json",
        buffer: Buffer.from(whole),
      });
      const account = page.locator("#patient summary", { hasText: text.account.summary(3, 1) });
      await account.click();
      await soon(() => page.locator("#patient").innerText()).toContain("MedicationRequest/order");
      await shows(said.verdicts.ask);
      expect(page.url()).not.toContain("example=");
      expect(await page.locator("#answer").innerText()).toContain(
        of({ en: "bundle.json", ja: "bundle.json" }),
      );
      await isAccessible();
      await picture("fhir");
      expect(sent).toEqual([]);
    });

    test("fits its width and raises no complaint in the browser", async () => {
      await choose("missed-window");
      for (const summary of await page.locator("#facts summary").all()) await summary.click();
      await useLentFont(page);
      const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(tooWide).toBeLessThanOrEqual(0);
      await picture("facts-open");
      expect(complaints).toEqual([]);
    });
  });
});
