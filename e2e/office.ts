/** A clinic whose rights are held, and its demo people at their screens: for the pages of those who answer for it. */
import { join } from "node:path";
import type { Page } from "playwright-core";
import type { CommandName } from "../src/app/commands/index.ts";
import { demoBy, give } from "../src/app/demo/tell.ts";
import type { OpenPractice } from "../src/app/open-practice.ts";
import type { Place } from "../src/app/place.ts";
import { register } from "../src/app/register.ts";
import { type At, at } from "../src/core/calendar.ts";
import type { Role } from "../src/core/entry.ts";
import type { Accounts } from "../src/http/auth/accounts.ts";
import type { Language } from "../src/words/words.ts";
import { openBrowser, useLentFont, violations } from "./browser.ts";
import { clinicId, openServed } from "./served.ts";

export const clinic = clinicId;
const pictures = process.env["ISOWARD_SCREENSHOTS"];

export interface Office {
  readonly practice: OpenPractice;
  readonly accounts: Accounts;
  readonly place: Place;
  readonly url: string;
  moveTo(then: string): void;
  /** Registers somebody who does not exist. */
  register(name: string, birthDate: string): Promise<string>;
  give(to: string, command: CommandName, input: object, by: Role): Promise<void>;
  /** Somebody's browser, signed in as one of the demo's people; as nobody where no role is given. */
  open(language: Language, role?: Role): Promise<Screen>;
  close(): Promise<void>;
}

export interface Screen {
  readonly page: Page;
  readonly complaints: readonly string[];
}

export async function openOffice(begin: string): Promise<Office> {
  let now: At = at(begin);
  const served = await openServed({ now: () => now, retentionYears: 0 });
  const { practice, accounts } = served;
  const browser = await openBrowser();
  const url = served.url.replace("127.0.0.1", "localhost");
  return {
    practice,
    accounts,
    place: served.place,
    url,
    moveTo: (then) => {
      now = at(then);
    },
    async register(name, birthDate) {
      const done = await register(
        practice,
        clinic,
        { name, birthDate },
        { by: demoBy("nurse"), fictional: true },
      );
      if (done.is !== "done" || done.patient === undefined) throw new Error(JSON.stringify(done));
      return done.patient;
    },
    async give(to, command, input, by) {
      const result = await give(practice, command, to, input, by);
      if (result.is !== "done") throw new Error(`${command}: ${JSON.stringify(result).slice(0, 500)}`);
    },
    async open(language, role) {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 900 },
        locale: language === "ja" ? "ja-JP" : "en-GB",
        timezoneId: "Asia/Tokyo",
        reducedMotion: "reduce",
      });
      const page = await context.newPage();
      page.setDefaultTimeout(20_000);
      await page.clock.setFixedTime(now);
      const complaints: string[] = [];
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("console", (message) => {
        // The browser itself notes each answer above 399; those are asked for here.
        if (message.type() === "error" && !message.text().startsWith("Failed to load resource"))
          complaints.push(message.text());
      });
      if (role !== undefined) {
        const answer = await context.request.post(`${url}/api/sign-in/demo`, {
          data: { role },
          headers: { Origin: url },
        });
        if (!answer.ok()) throw new Error(`sign in as ${role}: ${answer.status()}`);
      }
      return { page, complaints };
    },
    async close() {
      await browser.close();
      await served.close();
    },
  };
}

/** What would hinder somebody: axe, and a page wider than a small phone. Pictures where they are asked for. */
export async function hinders(page: Page, called: string): Promise<string[]> {
  const found = (await violations(page)).map(({ id, html }) => `${called}: ${id}: ${html}`);
  for (const width of [390, 1280]) {
    if (pictures === undefined) continue;
    await page.setViewportSize({ width, height: 844 });
    await useLentFont(page);
    await page.screenshot({ path: join(pictures, `${called}-${width}.png`), fullPage: true });
  }
  await page.setViewportSize({ width: 360, height: 740 });
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  await page.setViewportSize({ width: 1280, height: 900 });
  return over > 0 ? [...found, `${called}: ${over} pixels wider than 360`] : found;
}
