/** The public site on an old phone: narrow, and with no JavaScript at all. */

import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { siteWords } from "../src/words/site-words.ts";
import { violations } from "./browser.ts";
import { type Clinic, openClinic } from "./clinic.ts";

let clinic: Clinic;
beforeAll(async () => {
  clinic = await openClinic("2026-11-22 11:00");
}, 60_000);
afterAll(() => clinic.close());

const paths = [
  "",
  "/understand",
  "/understand/studies",
  "/search?search=alcohol",
  "/may-i/waxing",
  "/symptoms/headache",
  "/indications/psoriasis",
  "/claims",
  "/claims/004-two-together",
  "/prices",
  "/prescribers",
] as const;

describe.each(["en", "ja"] as const)("On a phone, in %s,", (language) => {
  // What looks for mistakes needs timers, which a page without JavaScript does not have; the page is the same.
  test("no page has anything that a screen reader would trip over", async () => {
    const context = await clinic.browser.newContext({ viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    for (const path of paths) {
      await page.goto(`${clinic.url}/${language}${path}`);
      expect([path, await violations(page)]).toEqual([path, []]);
    }
    expect(await page.locator("script").count()).toBe(0);
    await context.close();
  });
});

describe.each(["en", "ja"] as const)("Without JavaScript, in %s,", (language) => {
  const words = siteWords[language];
  let page: Page;
  beforeAll(async () => {
    const context = await clinic.browser.newContext({
      viewport: { width: 320, height: 640 },
      javaScriptEnabled: false,
    });
    page = await context.newPage();
    page.setDefaultTimeout(20_000);
  });

  test.each(paths)(
    "the page “%s” reads well: nothing wider than the phone, nothing too small",
    async (path) => {
      await page.goto(`${clinic.url}/${language}${path}`);
      const { wide, small } = await page.evaluate(() => ({
        wide: document.documentElement.scrollWidth,
        small: [...document.querySelectorAll("body *")]
          .filter((one) =>
            [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim() !== ""),
          )
          .filter((one) => Number.parseFloat(getComputedStyle(one).fontSize) < 16)
          .map((one) => one.textContent),
      }));
      expect(wide).toBeLessThanOrEqual(320);
      expect(small).toEqual([]);
    },
  );

  test("the app's own address leads on, and a lost reader is told so in their language", async () => {
    await page.goto(clinic.url);
    await page.locator(`a[href="/${language}"]`).click();
    await page.getByRole("heading", { name: words.home.title, level: 1 }).waitFor();
    await page.setExtraHTTPHeaders({ "Accept-Language": language });
    await page.goto(`${clinic.url}/nonexist`);
    await page.getByRole("heading", { name: words.frame.notFound, level: 1 }).waitFor();
  });

  test("a claim is searched, and the search goes along into the other language", async () => {
    await page.goto(`${clinic.url}/${language}/claims`);
    await page.getByRole("searchbox").fill("SNS");
    await page.getByRole("button", { name: words.claims.find }).click();
    await page.getByRole("heading", { name: words.claims.found, exact: true }).waitFor();
    const other = language === "en" ? "ja" : "en";
    await page.getByRole("link", { name: siteWords[other].frame.ownName, exact: true }).click();
    await page.getByRole("heading", { name: siteWords[other].claims.title, level: 1 }).waitFor();
    expect(page.url()).toBe(`${clinic.url}/${other}/claims?search=SNS`);
    expect(await page.getByRole("searchbox").inputValue()).toBe("SNS");
  });

  test("a reader comes from the first page to an activity and its way back", async () => {
    await page.goto(`${clinic.url}/${language}`);
    await page.getByRole("main").getByRole("link", { name: words.frame.pages["may-i"] }).first().click();
    await page.getByRole("heading", { name: words.mayI.title, level: 1 }).waitFor();
    await page.locator(`a[href="/${language}/may-i/blood-donation"]`).click();
    await page.getByRole("heading", { name: words.mayI.counts }).waitFor();
    expect(await page.getByText(words.mayI.until({ months: 1 })).count()).toBe(1);
    await page.getByRole("navigation", { name: words.frame.where }).getByRole("link").last().click();
    await page.getByRole("heading", { name: words.mayI.title, level: 1 }).waitFor();
  });
});
