/** Whoever uses the keyboard alone never loses their place, and nothing impossible is offered. */
import type { Locator } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readyPatient, supplyOf } from "../src/app/testing/ready-patient.ts";
import { formText } from "../src/web/clinic/forms/text.ts";
import { orderText } from "../src/web/clinic/patient/order-text.ts";
import { recordText } from "../src/web/clinic/patient/record-text.ts";
import { patientText } from "../src/web/clinic/patient/text.ts";
import { commands } from "../src/words/en/commands.ts";
import { type Clinic, type Desk, openClinic } from "./clinic.ts";

const example = "ready-can";
const text = orderText.en;
let clinic: Clinic;
let desk: Desk;
let patient: string;

beforeAll(async () => {
  clinic = await openClinic("2026-10-20 11:00");
  desk = await clinic.open("en");
  patient = await readyPatient(clinic.practice, example);
  await clinic.give(patient, "record-name", { name: "Keyboard Kay" }, "front-desk");
  // What was authorised once is proposed again.
  const [entry] = await clinic.give(patient, "authorise-supply", supplyOf(example), "prescriber");
  if (entry === undefined) throw new Error("nothing was authorised");
  const { number } = entry.body as { readonly number: string };
  await clinic.give(patient, "void-authorisation", { number }, "prescriber");
  await desk.goTo(`/patients/${patient}`);
  await desk.actAs("prescriber");
}, 90_000);
afterAll(() => clinic.close());

const button = (name: string, within: Pick<Locator, "getByRole"> = desk.page) =>
  within.getByRole("button", { name, exact: true });
const focused = () =>
  desk.page.evaluate(() => {
    const at = document.activeElement;
    return `${at?.tagName.toLowerCase()} ${at?.getAttribute("role") ?? ""} ${at?.textContent ?? ""}`;
  });
/** Waits until the focus has come to rest on something. */
async function comesTo(expected: RegExp): Promise<void> {
  await expect.poll(focused, { timeout: 10_000 }).toMatch(expected);
}

test("Without a course nobody is offered to hold or to end one", async () => {
  const card = desk.page.locator("#course");
  await button(patientText.en.start, card).waitFor();
  expect(await button(patientText.en.hold, card).count()).toBe(0);
  await button(recordText.en.else).click();
  const list = desk.page.getByRole("dialog", { name: recordText.en.else });
  await button(commands["start-course"], list).waitFor();
  for (const name of ["hold-course", "resume-course", "end-course"] as const)
    expect(await button(commands[name], list).count(), name).toBe(0);
});

test("A weight that no body has is refused by the form, and the field keeps the focus", async () => {
  const list = desk.page.getByRole("dialog", { name: recordText.en.else });
  await button(commands["record-weight"], list).click();
  const dialog = desk.page.getByRole("dialog", { name: commands["record-weight"] });
  await dialog.getByLabel(formText.en.labels["kg"] ?? "").fill("542");
  await desk.page.keyboard.press("Enter");
  await dialog.getByText(formText.en.notBelieved(20, 350)).waitFor();
  await comesTo(/^input/);
  await desk.page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
});

test("After authorising the focus is on the new number", async () => {
  await expect.poll(() => button(text.authorise).isEnabled()).toBe(true);
  await button(text.authorise).press("Enter");
  const dialog = desk.page.getByRole("dialog", { name: text.confirm });
  await desk.tabTo(button(text.confirmYes, dialog));
  await desk.page.keyboard.press("Enter");
  await dialog.waitFor({ state: "detached" });
  await comesTo(/^p {2}[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
});

test("What was refused in a dialog keeps the focus on the message", async () => {
  await desk.page.route("**/void-authorisation", (route) => route.abort());
  await button(text.void).press("Enter");
  const dialog = desk.page.getByRole("dialog", { name: text.voidHeading });
  await button(text.voidYes, dialog).press("Enter");
  await dialog.getByRole("alert").waitFor();
  await comesTo(/^div alert/);
  await desk.page.unroute("**/void-authorisation");
});

test("Once a number is voided the focus goes on beside where it stood", async () => {
  const dialog = desk.page.getByRole("dialog", { name: text.voidHeading });
  await button(text.voidYes, dialog).press("Enter");
  await dialog.waitFor({ state: "detached" });
  await button(text.void).waitFor({ state: "detached" });
  await comesTo(new RegExp(`^(button|summary) .*${RegExp.escape(text.earlier(2))}`));
  await desk.page.keyboard.press("Enter");
  const withdrawn = text.voided("withdrawn", desk.day("2026-10-20"));
  await desk.page.getByText(withdrawn, { exact: true }).first().waitFor();
});

test("A course that was put on hold leaves the focus at resuming it", async () => {
  await clinic.give(patient, "authorise-supply", supplyOf(example), "prescriber");
  await clinic.give(patient, "start-course", {}, "prescriber");
  await desk.goTo(`/patients/${patient}`);
  const card = desk.page.locator("#course");
  await button(patientText.en.hold, card).press("Enter");
  const dialog = desk.page.getByRole("dialog", { name: commands["hold-course"] });
  await dialog.locator("form").getByRole("button", { name: commands["hold-course"] }).press("Enter");
  await dialog.waitFor({ state: "detached" });
  await button(patientText.en.resume, card).waitFor();
  await comesTo(new RegExp(`^button {2}(${patientText.en.resume}|${patientText.en.end})`));
});
