/** The pharmacist's page as somebody uses it at a counter: by keyboard, in a real browser, in both languages. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dispenseText } from "../src/web/clinic/dispense/text.ts";
import { useLentFont, violations } from "./browser.ts";
import { type Counter, expiry, openCounter } from "./counter.ts";

const screenshots = process.env["ISOWARD_SCREENSHOTS"];
let counter: Counter;

beforeAll(async () => {
  counter = await openCounter();
}, 60_000);
afterAll(() => counter.close());

/** Waits for a value on the page: a slow machine needs its time. */
const soon = <T>(value: () => Promise<T>) => expect.poll(value, { timeout: 20_000, interval: 40 });

const wide = (text: string) =>
  text.replaceAll(/[!-~]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0));
const asTyped = {
  en: (number: string) => ` ${number.toLowerCase().replaceAll("-", " ")} `,
  ja: (number: string) => wide(number.toLowerCase()).replaceAll("－", "ー"),
};

describe.each([
  ["en", 390],
  ["ja", 1280],
] as const)("Dispense, in %s, %i pixels wide,", (language, width) => {
  const text = dispenseText[language];
  const name = language === "ja" ? "山田 花子" : "Hanako Yamada";
  let page: Page;
  let complaints: string[];
  let first: Awaited<ReturnType<Counter["authorised"]>>;

  beforeAll(async () => {
    first = await counter.authorised(name);
    ({ page, complaints } = await counter.openPage(language, width));
  });
  afterAll(() => page.context().close());

  const field = () => page.getByLabel(text.number);
  const says = (word: string) => page.getByRole("heading", { name: word, exact: true }).waitFor();
  const complains = (of: string) =>
    soon(() => page.locator("#authorisation-number-error").innerText()).toBe(of);
  const focused = () => page.evaluate(() => document.activeElement?.id ?? "");
  const type = async (typed: string) => {
    await page.keyboard.insertText(typed);
    await page.keyboard.press("Enter");
  };
  /** Puts another number where one stands: what stands there is selected first. */
  const typeNumber = async (typed: string) => {
    await field().selectText();
    await type(typed);
  };
  const atLot = () =>
    page.waitForFunction(
      (label) => (document.activeElement as HTMLInputElement).labels?.[0]?.textContent === label,
      text.lot,
    );
  const readPack = async () => {
    await atLot();
    await type("A1234");
    await type(expiry);
  };
  const looksRight = async (state: string) => {
    // Every state on the phone; where the layout is another, those that differ by it.
    if (width < 1000 || ["wrong-role", "used", "part"].includes(state)) {
      expect(await violations(page), state).toEqual([]);
    }
    const tooWide = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(await tooWide(), state).toBeLessThanOrEqual(0);
    if (screenshots === undefined) return;
    mkdirSync(screenshots, { recursive: true });
    await useLentFont(page);
    await page.screenshot({ path: join(screenshots, `dispense-${state}-${language}.png`), fullPage: true });
  };

  test("whoever may not hand out is told so, and can become who may", async () => {
    await field().waitFor();
    await soon(focused).toBe("authorisation-number");
    await looksRight("wrong-role");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Enter");
    await soon(() => page.getByRole("button", { name: text.switchRole("").trim() }).count()).toBe(0);
    await soon(focused).toBe("authorisation-number");
  });

  test("a wrong letter is told from a missing one, and nobody is asked about either", async () => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    const { number } = first;
    await type(number.slice(0, -1));
    await complains(text.missing(1));
    await field().fill(`${number.slice(0, -1)}${number.endsWith("7") ? "8" : "7"}`);
    await complains(text.mistyped);
    await looksRight("mistyped");
    await field().fill("K7U");
    await complains(text.foreign("U"));
    expect(asked.filter((url) => url.includes("/api/authorisations"))).toEqual([]);
    await page.keyboard.press("Escape");
    expect(await field().inputValue()).toBe("");
  });

  test("a supply is handed out with the keyboard alone, in one go, in under ten seconds", async () => {
    const began = performance.now();
    for (const letter of asTyped[language](first.number)) await page.keyboard.insertText(letter);
    await page.keyboard.press("Enter");
    await readPack();
    await says(text.done);
    const seconds = (performance.now() - began) / 1000;
    expect(seconds).toBeLessThan(10);
    expect(await counter.timesHandedOut(first.patient)).toBe(1);
    expect(await page.getByRole("region", { name: text.done, exact: true }).innerText()).toContain(name);
    await soon(() => page.locator("#dispense-said").innerText()).toContain(text.done);
    // Ready for the next.
    expect(await focused()).toBe("authorisation-number");
    expect(await field().inputValue()).toBe("");
    await looksRight("handed-out");
  });

  test("a second try is refused", async () => {
    await type(first.number);
    await says(text.states.dispensed);
    expect(await page.getByLabel(text.lot, { exact: true }).count()).toBe(0);
    expect(await focused()).toBe("authorisation-number");
    await looksRight("used");
  });

  test("what nobody collected is taken back, and its number stays used", async () => {
    await page.getByRole("button", { name: text.takeBack }).press("Enter");
    const dialog = page.getByRole("dialog", { name: text.takeBackHeading });
    await dialog.getByText(text.takeBackThen).waitFor();
    await looksRight("take-back");
    await dialog.getByRole("button", { name: text.takeBackYes, exact: true }).press("Enter");
    await says(text.states.reversed);
    await soon(focused).toBe("authorisation-number");
    await page.getByText(text.listStates["taken-back"], { exact: true }).waitFor();
    await looksRight("taken-back");
  });

  test("nobody's number is nobody's", async () => {
    await typeNumber("K7QX-2M9P-8E64");
    await says(text.notFound);
    await looksRight("nobodys");
  });

  test("where the record has moved on nothing is handed out until it was looked at", async () => {
    const { patient, number } = await counter.authorised(name);
    await page.route(
      "**/dispense-supply",
      async (route) => {
        await counter.give(patient, "record-weight", { kg: 60 });
        await route.continue();
      },
      { times: 1 },
    );
    await typeNumber(number);
    await readPack();
    await page.getByText(text.moved).waitFor();
    expect(await counter.timesHandedOut(patient)).toBe(0);
    await looksRight("moved");
    await page.keyboard.press("Enter");
    await says(text.done);
    expect(await counter.timesHandedOut(patient)).toBe(1);
  });

  test("where no answer comes nothing is known, and asking again does it once", async () => {
    const { patient, number } = await counter.authorised(name);
    // It is recorded, but the answer is lost on its way.
    await page.route(
      "**/dispense-supply",
      async (route) => {
        await route.fetch();
        await route.abort();
      },
      { times: 1 },
    );
    await type(number);
    await atLot();
    // A scanner reads lot and expiry at once; Enter then leads past the expiry that it gave.
    await type(`010401234567890117${String(new Date().getFullYear() + 2).slice(2)}033110A1234`);
    await page.keyboard.press("Enter");
    await says(text.unknown);
    expect(await page.getByText(text.ready, { exact: true }).count()).toBe(0);
    await looksRight("unknown");
    await page.keyboard.press("Enter");
    await says(text.done);
    expect(await counter.timesHandedOut(patient)).toBe(1);
  });

  test("a pack that expires too soon and a part of the capsules are answered as they are typed", async () => {
    const { patient, number } = await counter.authorised(name);
    await type(number);
    const expires = page.getByLabel(text.expiry, { exact: true });
    await expires.fill("2020-01");
    await page.getByRole("alert").waitFor();
    await expires.fill(expiry);
    await page.getByRole("button", { name: text.part }).press("Enter");
    await page.getByLabel(text.partLabel).fill("20");
    await page.getByText(text.partLasts(10)).waitFor();
    await page.getByLabel(text.lot, { exact: true }).fill("A1");
    await page.setViewportSize({ width: 360, height: 740 });
    await looksRight("part");
    await page.setViewportSize({ width, height: 844 });
    await page.getByRole("button", { name: text.handOut, exact: true }).press("Enter");
    await says(text.done);
    expect(await counter.timesHandedOut(patient)).toBe(1);
    expect(await page.getByRole("region", { name: text.done, exact: true }).innerText()).toContain(
      text.capsules(20),
    );
  });

  test("the browser has nothing to complain about but the answers that were refused or lost", () => {
    const expected = /status of (404|412)|net::ERR_FAILED/;
    expect(complaints.filter((one) => !expected.test(one))).toEqual([]);
  });
});
