/** The demo clinic, made in a folder and brought into PostgreSQL by `isoward move`: people go on where they were. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type DemoPatient, makeDemo } from "../src/app/demo/make-demo.ts";
import { patientStream } from "../src/app/practice.ts";
import { at } from "../src/core/calendar.ts";
import { verifyAt } from "../src/ledger/upkeep.ts";
import { accountText } from "../src/web/account/text.ts";
import { dispenseText } from "../src/web/clinic/dispense/text.ts";
import { orderText } from "../src/web/clinic/patient/order-text.ts";
import { todayText } from "../src/web/clinic/today/text.ts";
import { shortWords } from "../src/web/text/terms.ts";
import { type Clinic, type Desk, openClinic } from "./clinic.ts";

let clinic: Clinic;
let desk: Desk;
let people: readonly DemoPatient[] = [];
let number = "";

beforeAll(async () => {
  const now = at("2026-11-24T11:20:00+09:00");
  clinic = await openClinic("2026-11-24 11:20", {
    store: "moved",
    async begin(folder) {
      people = await makeDemo(folder, { now });
    },
  });
  desk = await clinic.open("ja");
}, 120_000);
afterAll(() => clinic.close());

const ready = () => people.find(({ state }) => state === "ready-monthly")?.patient ?? "";
const types = async () => (await clinic.practice.ledger.read(patientStream(ready()))).map(({ type }) => type);

test("A click signs the nurse in, and Today has everybody who was there before", async () => {
  const { page } = desk;
  await page.clock.setFixedTime(clinic.now());
  await page.goto(clinic.url);
  const nurse = accountText.ja.demoAs(shortWords.ja.roles.nurse);
  await page.getByRole("button", { name: nurse, exact: true }).click();
  for (const group of ["alarm", "prescribe", "dispense"] as const)
    await page.getByRole("region", { name: todayText.ja.groups[group].title }).waitFor();
  await page.locator(`a[href="/patients/${ready()}"]`).waitFor();
  expect(await clinic.practice.ledger.streams("patient/")).toHaveLength(people.length);
});

test("The prescriber authorises who was ready", async () => {
  const { page } = desk;
  const text = orderText.ja;
  await page.locator(`a[href="/patients/${ready()}"]`).click();
  await desk.actAs("prescriber");
  const authorise = page.getByRole("button", { name: text.authorise, exact: true });
  await expect.poll(() => authorise.isEnabled(), { timeout: 20_000 }).toBe(true);
  await authorise.press("Enter");
  const dialog = page.getByRole("dialog", { name: text.confirm });
  await dialog.getByRole("button", { name: text.confirmYes, exact: true }).press("Enter");
  await dialog.waitFor({ state: "detached" });
  const card = desk.region(text.authorisation);
  await card.getByText(text.number, { exact: true }).waitFor();
  number = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(await card.innerText())?.[0] ?? "";
  expect(await types()).toContain("supply-authorised");
});

test("The pharmacist hands it out, once, and the ledger verifies", async () => {
  const { page } = desk;
  const text = dispenseText.ja;
  await desk.actAs("pharmacist");
  await desk.goTo("/dispense");
  await desk.atField(text.number);
  for (const typed of [number, "A1234", "28.3"]) {
    await page.keyboard.type(typed);
    await page.keyboard.press("Enter");
    if (typed === number) await desk.atField(text.lot);
  }
  await page.getByRole("heading", { name: text.done, exact: true }).waitFor();
  expect((await types()).at(-1)).toBe("supply-dispensed");
  expect("database" in clinic.place).toBe(true);
  expect((await verifyAt(clinic.place)).faultCount).toBe(0);
  expect(desk.complaints).toEqual([]);
});
