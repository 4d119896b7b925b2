/** Where a programme authorises each supply itself, its number is recorded at the counter before anything leaves it. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readKnowledge } from "../src/app/knowledge-files.ts";
import type { Knowledge } from "../src/core/knowledge/schema.ts";
import { dispenseText } from "../src/web/clinic/dispense/text.ts";
import { violations } from "./browser.ts";
import { type Counter, expiry, openCounter } from "./counter.ts";

const text = dispenseText.en;

/** The clinic's protocol, with the one demand more. */
function withProgramme(): Knowledge {
  const knowledge = readKnowledge();
  const { "jp-selfpay": protocol } = knowledge.protocols;
  const demanded = knowledge.protocols["us-ipledge"]?.values.programmeAuthorisation;
  if (protocol === undefined || demanded === undefined) throw new Error("no protocol asks for a programme");
  const values = { ...protocol.values, programmeAuthorisation: demanded };
  return { ...knowledge, protocols: { ...knowledge.protocols, "jp-selfpay": { ...protocol, values } } };
}

let counter: Counter;
let page: Page;
beforeAll(async () => {
  counter = await openCounter(withProgramme());
  ({ page } = await counter.openPage("en", 390));
}, 60_000);
afterAll(() => counter.close());

test("The programme's number and date are asked for, recorded, and let the supply be handed out", async () => {
  const { patient, number } = await counter.authorised("Hanako Yamada");
  await page.getByRole("button", { name: "Act as: Pharmacist" }).click();
  await page.getByLabel(text.number).fill(number);
  await page.getByLabel(text.programmeNumber).fill("RMA-0042");
  expect(await page.getByLabel(text.lot, { exact: true }).count()).toBe(0);
  expect(await violations(page)).toEqual([]);
  await page
    .getByLabel(text.programmeUntil)
    .fill(new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10));
  await page.getByLabel(text.programmeNumber).press("Enter");
  await page.getByLabel(text.lot, { exact: true }).waitFor();
  await page.keyboard.insertText("A1234");
  await page.getByLabel(text.expiry, { exact: true }).fill(expiry);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: text.done, exact: true }).waitFor();
  expect(await counter.timesHandedOut(patient)).toBe(1);
});
