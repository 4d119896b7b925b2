/** Who answers for a clinic's data sees who saw what, verifies the chain, restricts and erases; nobody else finds the way. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { auditText } from "../src/web/clinic/audit/text.ts";
import { accessesText } from "../src/web/clinic/patient/accesses-text.ts";
import { dataText } from "../src/web/clinic/person-data/text.ts";
import { accessText } from "../src/web/kit/access-text.ts";
import { changeEntries } from "./databases.ts";
import { clinic, hinders, type Office, openOffice } from "./office.ts";

let office: Office;
let patient = "";
let other = "";

beforeAll(async () => {
  office = await openOffice("2026-11-20T01:30:00Z");
  patient = await office.register("見本 花", "2001-02-03");
  other = await office.register("見本 月", "1999-05-06");
});
afterAll(() => office.close());

describe("Who answers for the data", () => {
  test("sees what a nurse saw, looks for one patient by the keyboard, and passes the address on", async () => {
    const nurse = await office.open("en", "nurse");
    for (const one of [patient, other]) {
      await nurse.page.goto(`${office.url}/patients/${one}`);
      await nurse.page.getByText(one).first().waitFor();
    }
    expect(await nurse.page.getByRole("link", { name: "Audit" }).count()).toBe(0);
    await nurse.page.goto(`${office.url}/audit`);
    await nurse.page.getByRole("alert").first().waitFor();
    await nurse.page.context().close();

    for (const language of ["en", "ja"] as const) {
      const { page, complaints } = await office.open(language, "auditor");
      const text = auditText[language];
      await page.goto(`${office.url}/audit`);
      const all = page.getByRole("region", { name: text.everything, exact: true });
      await all.getByText("見本 看太").first().waitFor();
      // The nurse who was refused comes first.
      await page
        .getByRole("region", { name: text.attention })
        .getByText(accessText[language].kinds.refused)
        .first()
        .waitFor();
      expect(await hinders(page, `audit-${language}`)).toEqual([]);
      await page.getByLabel(text.patient).focus();
      await page.keyboard.type(other.toLowerCase());
      await page.keyboard.press("Enter");
      await expect.poll(() => page.url()).toContain(`patient=${other}`);
      const one = page.getByRole("region", { name: text.everythingOf(other) });
      await one.getByRole("link", { name: "見本 月" }).first().waitFor();
      expect(await one.getByText("見本 花").count()).toBe(0);
      expect(complaints).toEqual([]);
      await page.context().close();
    }
  });

  test("verifies the chain, and takes along a file of the months that are looked at", async () => {
    const { page, complaints } = await office.open("en", "auditor");
    const text = auditText.en;
    await page.goto(`${office.url}/audit?from=2026-11-01`);
    await page.getByRole("button", { name: text.verifyNow }).press("Enter");
    await page.getByText(text.whole).waitFor();
    expect(await hinders(page, "audit-whole-en")).toEqual([]);
    const waiting = page.waitForEvent("download");
    await page.getByRole("link", { name: text.exportMonths("2026-11", "") }).click();
    expect((await waiting).suggestedFilename()).toBe(`isoward-audit-${clinic}.ndjson`);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test("sees on a patient's page who saw it, and so does nobody who treats them", async () => {
    for (const [role, times] of [
      ["auditor", 1],
      ["nurse", 0],
    ] as const) {
      const { page } = await office.open("ja", role);
      await page.goto(`${office.url}/patients/${patient}`);
      await page.getByRole("heading", { level: 1, name: "見本 花" }).waitFor();
      expect(await page.getByRole("heading", { name: accessesText.ja.heading }).count(), role).toBe(times);
      await page.context().close();
    }
  });

  test("restricts the use of a record with a reason, and lifts it", async () => {
    const { page, complaints } = await office.open("ja", "administrator");
    const text = dataText.ja;
    // An administrator does not read records: the address of one leads to what may be done with its data.
    await page.goto(`${office.url}/patients/${patient}`);
    await page.waitForURL(`**/patients/${patient}/data`);
    await page.getByRole("heading", { level: 1, name: "見本 花" }).waitFor();
    expect(await hinders(page, "data-ja")).toEqual([]);
    const restrict = page.getByRole("button", { name: text.restrict, exact: true });
    expect(await restrict.isDisabled()).toBe(true);
    await page.getByLabel(text.reason).fill("本人の書面による希望");
    await restrict.click();
    await page.getByText(text.restricted).waitFor();
    expect(await page.getByRole("link", { name: text.take }).count()).toBe(0);
    expect(await hinders(page, "restricted-ja")).toEqual([]);
    await page.getByLabel(text.reason).fill("本人の書面による取り下げ");
    await page.getByRole("button", { name: text.lift }).click();
    await page.getByText(text.restricted).waitFor({ state: "detached" });
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test("erases somebody once nothing stands against it, with the number typed, and prints the proof", async () => {
    const { page, complaints } = await office.open("en", "administrator");
    const text = dataText.en;
    await page.goto(`${office.url}/patients/${patient}/data`);
    await page.getByText(text.against).waitFor();
    expect(await page.getByRole("button", { name: text.ask }).count()).toBe(0);
    const policy = { policy: "retention", signedBy: "見本 礼子", years: 0 };
    await office.give(clinic, "sign-policy", policy, "prescriber");
    office.moveTo("2026-11-22T01:30:00Z");
    await page.reload();
    await page.getByRole("button", { name: text.ask }).click();
    const dialog = page.getByRole("dialog", { name: text.confirmHeading });
    const erase = dialog.getByRole("button", { name: text.erase });
    await dialog.getByLabel(text.confirm(patient)).fill(other);
    expect(await erase.isDisabled()).toBe(true);
    expect(await hinders(page, "erase-en")).toEqual([]);
    await dialog
      .getByLabel(text.confirm(patient))
      .fill(`${patient.slice(0, 4)} ${patient.slice(4).toLowerCase()}`);
    await erase.click();
    await page.getByRole("heading", { name: text.erased }).waitFor();
    await page.getByText(`patient/${patient}`).waitFor();
    expect(await page.getByText("見本 花").count()).toBe(0);
    expect(await hinders(page, "erased-en")).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test("is told loudly where an entry was changed behind the server's back", async () => {
    const ofNurse = `WHERE stream = 'audit/${clinic}/2026-11' AND version = 1`;
    const change = `body = replace(body, 'demo-nurse', 'demo-ghost') ${ofNurse}`;
    expect(await changeEntries(office.place, change)).toBe(1);
    for (const language of ["en", "ja"] as const) {
      const { page } = await office.open(language, "auditor");
      const text = auditText[language];
      await page.goto(`${office.url}/audit`);
      await page.getByRole("button", { name: text.verifyNow }).click();
      await page.getByText(text.broken).waitFor();
      await page.getByText(text.faults.hash).first().waitFor();
      expect(await hinders(page, `audit-broken-${language}`)).toEqual([]);
      await page.context().close();
    }
  });
});
