/** A practice with a server and a browser, and patients whose supply is authorised: what a counter needs. */
import type { Page } from "playwright-core";
import { commandNamed } from "../src/app/commands/index.ts";
import { execute } from "../src/app/execute.ts";
import { patientStream } from "../src/app/practice.ts";
import { prescriber, readyPatient, supplyOf } from "../src/app/testing/ready-patient.ts";
import type { Knowledge } from "../src/core/knowledge/schema.ts";
import type { Language } from "../src/words/words.ts";
import { openBrowser } from "./browser.ts";
import { comeIn, openServed } from "./served.ts";

export interface Counter {
  /** A command of the prescriber's. */
  give(patient: string, name: string, input: object): Promise<readonly { readonly body: unknown }[]>;
  /** A patient for whom a supply is authorised. */
  authorised(name: string): Promise<{ readonly patient: string; readonly number: string }>;
  timesHandedOut(patient: string): Promise<number>;
  /** The pharmacist's page as the nurse finds it, and what the browser complains about on it. */
  openPage(
    language: Language,
    width: number,
  ): Promise<{ readonly page: Page; readonly complaints: string[] }>;
  close(): Promise<void>;
}

export async function openCounter(knowledge?: Knowledge): Promise<Counter> {
  const [served, browser] = await Promise.all([
    openServed(knowledge === undefined ? {} : { knowledge }),
    openBrowser(),
  ]);
  const { practice, url } = served;

  const give: Counter["give"] = async (patient, name, input) => {
    const command = commandNamed(name);
    if (command === undefined) throw new Error(`there is no command ${name}`);
    const result = await execute(practice, command, patient, input, { by: prescriber });
    if (result.is !== "done") throw new Error(`${name}: ${JSON.stringify(result).slice(0, 500)}`);
    return result.entries;
  };
  return {
    give,
    async authorised(name) {
      const patient = await readyPatient(practice);
      await give(patient, "record-name", { name });
      const [entry] = await give(patient, "authorise-supply", supplyOf());
      if (entry === undefined) throw new Error("nothing was authorised");
      return { patient, number: (entry.body as { readonly number: string }).number };
    },
    timesHandedOut: async (patient) =>
      (await practice.ledger.read(patientStream(patient))).filter(({ type }) => type === "supply-dispensed")
        .length,
    async openPage(language, width) {
      const context = await browser.newContext({
        viewport: { width, height: 844 },
        locale: language === "ja" ? "ja-JP" : "en-GB",
        reducedMotion: "reduce",
      });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.setDefaultTimeout(20_000);
      page.on("console", (message) => {
        if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
      });
      page.on("pageerror", (error) => complaints.push(error.message));
      await comeIn(context, url, "nurse");
      await page.goto(`${url}/dispense`);
      return { page, complaints };
    },
    async close() {
      await browser.close();
      await served.close();
    },
  };
}

/** Long enough for any supply, whenever this runs: "28.3". */
export const expiry = `${(new Date().getFullYear() + 2) % 100}.3`;
