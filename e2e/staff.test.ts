/** An administrator invites, appoints, dismisses and lets back in; who treats a patient and opens the record is seen and changed. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { accountText } from "../src/web/account/text.ts";
import { rightsText } from "../src/web/clinic/rights/text.ts";
import { staffText } from "../src/web/clinic/staff/text.ts";
import { madeLinkText } from "../src/web/kit/made-link-text.ts";
import { shellText } from "../src/web/shell/text.ts";
import { shortWords } from "../src/web/text/terms.ts";
import { clinic, hinders, type Office, openOffice } from "./office.ts";

const password = "harbour lantern ninety";
let office: Office;
let patient = "";
let invited = "";

beforeAll(async () => {
  office = await openOffice(new Date().toISOString());
  patient = await office.register("見本 花", "2010-02-03");
});
afterAll(() => office.close());

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const addressIn = (page: Page, language: "en" | "ja") =>
  page.getByLabel(madeLinkText[language].address).inputValue();

/** Somebody who makes an account by a link. */
async function comeInBy(link: string, name: string, email: string): Promise<Page> {
  const { page } = await office.open("en");
  const text = accountText.en;
  await page.goto(link);
  await page.getByLabel(text.name, { exact: true }).fill(name);
  await page.getByLabel(text.email, { exact: true }).fill(email);
  await page.getByLabel(text.choosePassword, { exact: true }).fill(password);
  await button(page, text.make).click();
  await page.getByRole("heading", { name: text.account }).waitFor();
  return page;
}

describe("An administrator", () => {
  test("invites somebody by a link that is shown once, and sees them appointed", async () => {
    const { page, complaints } = await office.open("en", "administrator");
    const text = staffText.en;
    await page.goto(`${office.url}/staff`);
    await page.getByRole("region", { name: text.present }).getByText("見本 看太").waitFor();
    expect(await hinders(page, "staff-en")).toEqual([]);
    await button(page, text.invite).press("Enter");
    const dialog = page.getByRole("dialog", { name: text.invite });
    await button(page, text.makeLink).press("Enter");
    await dialog.getByText(text.roleNeeded).waitFor();
    await dialog.getByLabel(text.role).selectOption("nurse");
    await dialog.getByText(text.certainSites, { exact: true }).click();
    await button(page, text.makeLink).click();
    await dialog.getByText(text.siteNeeded).waitFor();
    await dialog.getByRole("checkbox").first().check();
    expect(await hinders(page, "staff-invite-en")).toEqual([]);
    await button(page, text.makeLink).click();
    await dialog.getByText(madeLinkText.en.once).waitFor();
    expect(await hinders(page, "staff-link-en")).toEqual([]);
    const link = await addressIn(page, "en");
    await button(page, madeLinkText.en.done).click();
    expect(await page.getByText(link).count()).toBe(0);

    const theirs = await comeInBy(link, "見本 直", "nao@clinic.example");
    expect(await theirs.getByRole("link", { name: shellText.en.staff }).count()).toBe(0);
    await theirs.goto(`${office.url}/staff`);
    await theirs.getByRole("alert").getByText("None of the roles").waitFor();
    await theirs.context().close();
    await page.reload();
    await page.getByRole("region", { name: text.present }).getByText("見本 直").waitFor();
    invited =
      (await office.accounts.find("nao@clinic.example"))?.id ?? "nobody has the account that was just made";
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test("appoints an account that there is, dismisses it after a word, and keeps it in sight", async () => {
    const { page, complaints } = await office.open("ja", "administrator");
    const text = staffText.ja;
    const { roles } = shortWords.ja;
    await page.goto(`${office.url}/staff`);
    await button(page, text.appoint).click();
    const dialog = page.getByRole("dialog", { name: text.appoint });
    await page.keyboard.type("nobody@clinic.example");
    await page.keyboard.press("Enter");
    await dialog.getByRole("alert").waitFor();
    await dialog.getByLabel(text.account).fill("nao@clinic.example");
    await page.keyboard.press("Enter");
    await dialog.getByText(text.foundIs("見本 直")).waitFor();
    await dialog.getByLabel(text.role).selectOption("prescriber");
    expect(await hinders(page, "staff-appoint-ja")).toEqual([]);
    await button(page, text.appointNow).click();
    await page.getByText(text.appointed("見本 直", roles.prescriber)).waitFor();
    await button(page, text.dismissNamed("見本 直", roles.prescriber)).click();
    expect(await hinders(page, "staff-dismiss-ja")).toEqual([]);
    await page.getByRole("dialog").getByRole("button", { name: text.dismiss }).click();
    await page.getByText(text.dismissed("見本 直")).waitFor();
    const gone = page.getByRole("region", { name: text.gone });
    await gone.getByText("見本 直").waitFor();
    expect(await hinders(page, "staff-ja")).toEqual([]);
    await button(page, text.againNamed("見本 直", roles.prescriber)).click();
    await button(page, text.appointNow).click();
    await gone.getByText(text.goneNone).waitFor();
    // Somebody has to be left who can appoint.
    await page
      .getByRole("region", { name: text.present })
      .getByRole("button", { name: new RegExp(`${roles.administrator}.*${text.dismiss}`) })
      .click();
    await page.getByRole("dialog").getByText(text.dismissSelf).waitFor();
    await page.getByRole("dialog").getByRole("button", { name: text.dismiss }).click();
    await page.getByRole("dialog").getByRole("alert").waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test("gives somebody who lost everything a way back in, once", async () => {
    const { page } = await office.open("en", "administrator");
    const text = staffText.en;
    await page.goto(`${office.url}/staff`);
    await page
      .getByRole("button", { name: text.recoverNamed("見本 直") })
      .first()
      .click();
    expect(await hinders(page, "staff-recover-en")).toEqual([]);
    await button(page, text.makeLink).click();
    const link = await addressIn(page, "en");
    await page.context().close();
    const lost = await office.open("en");
    await lost.page.goto(link);
    await lost.page.getByLabel(accountText.en.newPassword, { exact: true }).fill("meadow clock seventeen");
    await lost.page.keyboard.press("Enter");
    await lost.page.getByRole("heading", { name: accountText.en.account }).waitFor();
    await lost.page.context().close();
    const noted = await office.practice.ledger.query(
      "SELECT account, why FROM view_access WHERE operation = 'recovery-link-made' AND clinic = :clinic",
      { clinic },
    );
    expect(noted).toEqual([{ account: "demo-administrator", why: invited }]);
  });
});

describe("Whoever answers for a patient", () => {
  test("gives the patient and a parent links, and takes one back; the patient chooses what a parent sees", async () => {
    const { page, complaints } = await office.open("en", "nurse");
    const text = rightsText.en;
    await page.goto(`${office.url}/patients/${patient}`);
    const links: string[] = [];
    for (const as of ["patient", "guardian"] as const) {
      await button(page, text.invite[as]).click();
      await button(page, text.makeLink).click();
      links.push(await addressIn(page, "en"));
      await button(page, madeLinkText.en.done).click();
    }
    const own = await comeInBy(links[0] ?? "", "見本 花", "hana@home.example");
    const parent = await comeInBy(links[1] ?? "", "見本 母", "haha@home.example");
    // Each begins at the record that is theirs.
    await parent.goto(office.url);
    await parent.waitForURL(`**/patients/${patient}`);
    await own.goto(office.url);
    await own.waitForURL(`**/patients/${patient}`);
    await own.getByText(text.topics.mood, { exact: true }).click();
    expect(await hinders(own, "rights-own-en")).toEqual([]);
    await button(own, text.save).click();
    await own.getByText(text.saved, { exact: true }).waitFor();
    await Promise.all([own.context().close(), parent.context().close()]);

    await page.reload();
    await page.getByText(text.sharedWith(text.topics.mood)).waitFor();
    expect(await hinders(page, "rights-nurse-en")).toEqual([]);
    await button(page, text.takeBackNamed("見本 母")).click();
    await page.getByRole("dialog").getByRole("button", { name: text.takeBack }).click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await expect
      .poll(() => page.getByRole("button", { name: text.takeBackNamed("見本 母") }).count())
      .toBe(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test("of another clinic begins treatment there, takes the patient over, and the first clinic ends its own", async () => {
    const text = rightsText.ja;
    const other = await office.open("ja", "nurse");
    await other.page.goto(`${office.url}/patients/${patient}`);
    await office.give(
      "three-month-supply",
      "appoint-staff",
      { account: invited, role: "nurse" },
      "administrator",
    );
    const elsewhere = await office.open("ja");
    await elsewhere.page.goto(`${office.url}/sign-in`);
    await elsewhere.page.getByLabel(accountText.ja.email, { exact: true }).fill("nao@clinic.example");
    await elsewhere.page.getByLabel(accountText.ja.password, { exact: true }).fill("meadow clock seventeen");
    for (const role of ["nurse", "prescriber"])
      await office.give(clinic, "dismiss-staff", { account: invited, role }, "administrator");
    await elsewhere.page.keyboard.press("Enter");
    await elsewhere.page.getByText("見本 直").first().waitFor();
    await elsewhere.page.goto(`${office.url}/patients/${patient}`);
    await elsewhere.page.getByRole("heading", { name: text.closed }).waitFor();
    expect(await hinders(elsewhere.page, "closed-ja")).toEqual([]);
    await button(elsewhere.page, text.open).click();
    await elsewhere.page.getByText(text.reasonNeeded).waitFor();
    await elsewhere.page.locator("#begin button").click();
    await elsewhere.page.getByText(text.beginReasonNeeded).waitFor();
    await elsewhere.page.getByLabel(text.beginReason, { exact: true }).fill("転居のため");
    await elsewhere.page.getByText(text.beginHome).click();
    await elsewhere.page.locator("#begin button").click();
    await elsewhere.page.getByRole("heading", { level: 1, name: "見本 花" }).waitFor();
    await elsewhere.page.context().close();

    await other.page.reload();
    await other.page.getByText(text.because("転居のため"), { exact: true }).waitFor();
    await button(other.page, text.end).click();
    await other.page.getByRole("dialog").getByRole("button", { name: text.end }).click();
    await other.page.getByRole("heading", { name: text.closed }).waitFor();
    expect(other.complaints).toEqual([]);
    await other.page.context().close();
  });
});

describe("The demo", () => {
  test("says on every page that it is one, and lets anybody in as anybody", async () => {
    for (const language of ["en", "ja"] as const) {
      const { page } = await office.open(language);
      for (const path of ["/ask", "/protocols", "/sign-in"]) {
        await page.goto(`${office.url}${path}`);
        await page.getByRole("region", { name: shellText[language].demoOwn }).waitFor();
      }
      const { roles } = shortWords[language];
      for (const role of ["designee", "guardian", "auditor", "nurse"] as const)
        await button(page, accountText[language].demoAs(roles[role])).waitFor();
      await page.context().close();
    }
  });
});
