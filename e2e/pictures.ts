/** `npm run pictures`: each page of a demo clinic in both languages, on a phone and on a desk, into docs/pictures. */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { makeDemo } from "../src/app/demo/make-demo.ts";
import { openPractice } from "../src/app/open-practice.ts";
import { patientState } from "../src/app/patient-state.ts";
import { at } from "../src/core/calendar.ts";
import { openAccounts } from "../src/http/auth/accounts.ts";
import { buildWeb, webFolder } from "../src/http/build-web.ts";
import { startServer } from "../src/http/server.ts";
import { openBrowser, useLentFont } from "./browser.ts";

const target = fileURLToPath(new URL("../docs/pictures/", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "isoward-pictures-"));
/** Always the same morning, so that a picture changes only where a page does. */
const morning = at("2026-11-24T11:20:00+09:00");
/** Of a long page its beginning says enough, and pictures are kept for ever. */
const mostTall = 1500;
const sizes = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 900 } } as const;

try {
  await buildWeb();
  const people = await makeDemo(folder, { now: morning });
  const practice = await openPractice(folder, { now: () => morning });
  const accounts = await openAccounts({ folder, demo: true });
  const from = { practice, accounts, rightsAreHeld: true, folder: webFolder };
  const server = await startServer({ ...from, port: 0, host: "127.0.0.1" });
  const patientIn = (state: string) => people.find((one) => one.state === state)?.patient ?? "";
  const authorised = patientIn("authorised-at-first-site");
  const number = (await patientState(practice, authorised))?.record.authorisations.at(-1)?.number ?? "";
  const opened = (path: string) => (page: Page) => page.goto(`${server.url}${path}`);
  /** A page of the public site in the language of the one who reads. */
  const visited = (path: string) => async (page: Page) => {
    const language = await page.evaluate(() => navigator.language.slice(0, 2));
    await page.goto(`${server.url}/${language}${path}`);
  };
  /** Each page as whoever works with it sees it; those for everybody without an account. */
  const pages: readonly (readonly [
    name: string,
    role: string | undefined,
    open: (page: Page) => Promise<unknown>,
  ])[] = [
    ["sign-in", undefined, opened("/sign-in")],
    ["today", "nurse", opened("/")],
    ["patient-ready", "prescriber", opened(`/patients/${patientIn("ready-monthly")}`)],
    ["patient-alarm", "prescriber", opened(`/patients/${patientIn("pregnancy-test-positive")}`)],
    ["patient-new", "nurse", opened(`/patients/${patientIn("just-registered")}`)],
    [
      "dispense",
      "pharmacist",
      async (page) => {
        await page.goto(`${server.url}/dispense`);
        await page.locator("input").nth(-1).waitFor();
        await page.keyboard.type(number);
      },
    ],
    ["check", "prescriber", opened("/check")],
    ["audit", "auditor", opened("/audit")],
    ["ask", undefined, opened("/ask")],
    ["ask-may-i", undefined, opened("/ask/may-i#activity=blood-donation&stopped=2026-11-10")],
    ["ask-triage", undefined, opened("/ask/triage#symptoms=headache&symptoms=blurred+vision")],
    ["site", undefined, visited("")],
    ["site-may-i", undefined, visited("/may-i/waxing")],
    ["site-claims", undefined, visited("/claims?search=SNS")],
    [
      "patient-question",
      "nurse",
      async (page) => {
        await page.goto(`${server.url}/patients/${patientIn("ready-monthly")}`);
        const field = page.locator("#questions input").first();
        await field.fill("wax");
        await field.press("Enter");
        await page.locator("#questions [data-verdict]").first().waitFor();
        // What stands above is in the other pictures.
        await page.evaluate(() =>
          scrollBy(0, (document.querySelector("#questions")?.getBoundingClientRect().top ?? 0) - 84),
        );
      },
    ],
  ];
  mkdirSync(target, { recursive: true });
  const browser = await openBrowser();
  for (const language of ["en", "ja"] as const) {
    for (const [size, viewport] of Object.entries(sizes)) {
      const context = await browser.newContext({
        viewport,
        locale: language === "ja" ? "ja-JP" : "en-GB",
        timezoneId: "Asia/Tokyo",
        reducedMotion: "reduce",
        // The public site lets no font in; a picture needs the one that is lent.
        bypassCSP: true,
      });
      const page = await context.newPage();
      await page.clock.setFixedTime(morning);
      for (const [name, role, open] of pages) {
        await context.clearCookies();
        if (role !== undefined)
          await context.request.post(`${server.url}/api/sign-in/demo`, { data: { role } });
        await open(page);
        await page.waitForLoadState("networkidle").catch(() => {});
        await page.waitForTimeout(600);
        await useLentFont(page);
        const path = join(target, `${name}-${language}-${size}.png`);
        const { tall, from } = await page.evaluate(() => ({
          tall: document.documentElement.scrollHeight,
          from: scrollY,
        }));
        const clip = { x: 0, y: from, width: viewport.width, height: Math.min(tall - from, mostTall) };
        await page.screenshot({ path, fullPage: true, clip });
        console.log(`${name}, ${language}, ${size}`);
      }
      await context.close();
    }
  }
  await browser.close();
  await server.close();
  await accounts.close();
  await practice.ledger.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
