/** People come in: by a first link, a password and a code, a passkey, a click in the demo; and nobody else does. */
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { demoBy } from "../src/app/demo/tell.ts";
import type { Accounts } from "../src/http/auth/accounts.ts";
import { totp } from "../src/http/auth/testing/totp.ts";
import { drawn } from "../src/web/account/qr-code.tsx";
import { accountText } from "../src/web/account/text.ts";
import { shellText } from "../src/web/shell/text.ts";
import { shortWords } from "../src/web/text/terms.ts";
import type { Language } from "../src/words/words.ts";
import { openBrowser, useLentFont, violations } from "./browser.ts";
import { clinicId, openServed, type Served } from "./served.ts";

const password = "harbour lantern ninety";
const email = "reiko@clinic.example";
const name = "架空 礼子";
const pictures = process.env["ISOWARD_SCREENSHOTS"];

let browser: Browser;
let served: Served;
let accounts: Accounts;
let url = "";

beforeAll(async () => {
  served = await openServed();
  accounts = served.accounts;
  // Passkeys belong to a name.
  url = served.url.replace("127.0.0.1", "localhost");
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await served.close();
});

/** Somebody's browser in a language, its complaints kept. */
async function somebody(language: Language = "en") {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: language === "ja" ? "ja-JP" : "en-GB",
    timezoneId: "Asia/Tokyo",
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    // The browser itself notes each answer above 399; those are asked for here.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource"))
      complaints.push(message.text());
  });
  return { context, page, complaints };
}

/** What would hinder somebody: axe, and a page wider than a small phone. Pictures where they are asked for. */
async function hinders(page: Page, called: string): Promise<string[]> {
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

const shown = new Set<string>();

/** A code that is good now and was not shown before: each is good once. */
async function freshCode(secret: string): Promise<string> {
  for (;;) {
    const code = [0, 1, -1].map((step) => totp(secret, step)).find((one) => !shown.has(one));
    if (code !== undefined) {
      shown.add(code);
      return code;
    }
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });
const button = (page: Page, label: string) => page.getByRole("button", { name: label, exact: true });

async function byPassword(page: Page, language: Language, to = "/sign-in"): Promise<void> {
  const text = accountText[language];
  await page.goto(`${url}${to}`);
  await field(page, text.email).fill(email);
  await field(page, text.password).fill(password);
  await button(page, text.signIn).click();
}

/** The browser's own authenticator, of which nothing is ever asked. */
async function authenticator(context: BrowserContext, page: Page, isUserVerified = true) {
  const session = await context.newCDPSession(page);
  await session.send("WebAuthn.enable");
  const { authenticatorId } = await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified,
      automaticPresenceSimulation: true,
    },
  });
  return {
    verify: (is: boolean) =>
      session.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: is }),
  };
}

describe("Coming in", () => {
  const text = accountText.en;
  let link = "";
  let secret = "";
  let code = "";

  test("the first administrator chooses a name, an address and a password; a short one is sent back", async () => {
    link = await accounts.firstLink(url);
    const { page, complaints } = await somebody();
    await page.goto(link);
    await page.getByRole("heading", { name: text.linkFirst }).waitFor();
    await expect.poll(() => page.url()).toBe(`${url}/sign-in/first`);
    expect(await hinders(page, "first-en")).toEqual([]);
    await button(page, text.make).click();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute("autocomplete")))
      .toBe("name");
    await field(page, text.name).fill(name);
    await field(page, text.email).fill(email);
    await field(page, text.choosePassword).fill("reiko");
    await button(page, text.make).click();
    await page.getByText("It is shorter than 12 characters.").waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute("autocomplete")))
      .toBe("new-password");
    await field(page, text.choosePassword).fill(password);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: text.account }).waitFor();
    await page.getByText(`${shellText.en.signedInAs} ${name}`).waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test("the link works once", async () => {
    for (const language of ["en", "ja"] as const) {
      const { page } = await somebody(language);
      await page.goto(link);
      await page.getByRole("heading", { name: accountText[language].linkGone }).waitFor();
      expect(await hinders(page, `gone-${language}`)).toEqual([]);
      await page.context().close();
    }
  });

  test("a wrong password is told in plain words, and who is known is not", async () => {
    const { page } = await somebody("ja");
    const says = accountText.ja;
    await page.goto(`${url}/sign-in`);
    await page.getByRole("heading", { name: says.signIn, exact: true }).waitFor();
    expect(await hinders(page, "sign-in-ja")).toEqual([]);
    const told: string[] = [];
    for (const address of [email, "nobody@clinic.example"]) {
      await field(page, says.email).fill(address);
      await field(page, says.password).fill("not this one at all");
      await button(page, says.signIn).click();
      const alert = page.getByRole("alert");
      await alert.waitFor();
      told.push(await alert.innerText());
    }
    expect(told[0]).toContain("組み合わせのアカウントはありません");
    expect(told[1]).toBe(told[0]);
    await page.context().close();
  });

  test("an app is set up by its key, its recovery codes are printed, and its code is asked for after the password", async () => {
    const { page, complaints } = await somebody();
    await byPassword(page, "en", "/sign-in?to=/account");
    await page.getByRole("heading", { name: text.account }).waitFor();
    expect(await hinders(page, "account-en")).toEqual([]);
    const app = page.locator("#app");
    await app.getByRole("button", { name: text.setUp }).click();
    await field(page, text.passwordToChange).fill(password);
    await page.keyboard.press("Enter");
    secret = (await app.getByLabel(text.key).innerText()).replaceAll(/\s/g, "");
    expect(secret).toMatch(/^[A-Z2-7]{32,}$/);
    // Whoever scans it gets the key that stands beside it.
    const address = (await app.getByRole("link", { name: text.openInApp }).getAttribute("href")) ?? "";
    expect(new URL(address).searchParams.get("secret")).toBe(secret);
    const scanned = app.getByRole("img", { name: text.qr });
    expect(await scanned.locator("path").getAttribute("d")).toBe(drawn(address).path);
    expect((await scanned.boundingBox())?.width).toBeGreaterThan(180);
    const codes = await app.locator("li li").allInnerTexts();
    expect(codes).toHaveLength(10);
    code = codes[0] ?? "";
    expect(await hinders(page, "set-up-en")).toEqual([]);
    await page.emulateMedia({ media: "print" });
    expect(await page.getByText(code).isVisible()).toBe(true);
    expect(await app.getByLabel(text.key).isVisible()).toBe(false);
    expect(await page.locator("#sessions").isVisible()).toBe(false);
    await page.emulateMedia({ media: "screen" });
    await app.getByLabel(text.code).fill("000000");
    await app.getByRole("button", { name: text.confirm }).click();
    await app.getByRole("alert").waitFor();
    await app.getByLabel(text.code).fill(await freshCode(secret));
    await app.getByRole("button", { name: text.confirm }).click();
    await page.getByText(text.appSetUp).waitFor();
    await page.context().close();

    const next = await somebody();
    await byPassword(next.page, "en");
    await next.page.getByRole("heading", { name: text.codeHeading }).waitFor();
    expect(await hinders(next.page, "code-en")).toEqual([]);
    await field(next.page, text.code).fill(await freshCode(secret));
    await next.page.keyboard.press("Enter");
    await next.page.getByText(name).waitFor();
    expect([...complaints, ...next.complaints]).toEqual([]);
    await next.page.context().close();
  });

  test("a printed code opens it without the phone", async () => {
    const { page } = await somebody("ja");
    const says = accountText.ja;
    await byPassword(page, "ja");
    await button(page, says.useRecovery).click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("INPUT");
    expect(await hinders(page, "recovery-ja")).toEqual([]);
    await page.keyboard.type(code);
    await page.keyboard.press("Enter");
    await page.getByText(name).waitFor();
    await page.goto(`${url}/account`);
    await page.getByText(says.codesLeft(9)).waitFor();
    expect(await hinders(page, "account-ja")).toEqual([]);
    await page.context().close();
  });

  test("a passkey takes the place of both, where the device asked who uses it", async () => {
    const { context, page, complaints } = await somebody();
    const device = await authenticator(context, page);
    await byPassword(page, "en", "/sign-in?to=/account");
    await field(page, text.code).fill(await freshCode(secret));
    await page.keyboard.press("Enter");
    await field(page, text.passkeyName).fill("Consulting room 2");
    await button(page, text.addPasskey).click();
    await page.getByText(text.passkeyAdded).waitFor();
    await page.getByRole("button", { name: text.removeNamed("Consulting room 2") }).waitFor();
    await page.locator("header, main").getByRole("button", { name: text.signOut }).last().click();
    await page.getByRole("heading", { name: text.signIn }).waitFor();
    await button(page, text.byPasskey).click();
    await page.getByText(name, { exact: true }).waitFor();
    await page.goto(`${url}/account`);
    await page.locator("#sessions").getByText(text.how.passkey).waitFor();

    // Whoever holds the device alone is not let in.
    await device.verify(false);
    await page.locator("main").getByRole("button", { name: text.signOut }).click();
    await button(page, text.byPasskey).click();
    await page.getByRole("alert").waitFor();
    expect(await page.evaluate(async () => (await fetch("/api/sign-in")).json())).toMatchObject({
      signedIn: null,
    });
    expect(complaints).toEqual([]);
    await context.close();
  });

  test("somebody who is invited makes an account with a passkey alone", async () => {
    const { context, page, complaints } = await somebody("ja");
    const says = accountText.ja;
    await authenticator(context, page);
    const invited = { name: "見本 直", email: "nao@clinic.example" };
    const appointed = { clinic: clinicId, role: "nurse", by: demoBy("administrator").id };
    const token = await accounts.links.make("invitation", { ...invited, ...appointed });
    await page.goto(`${url}/sign-in/first#${token}`);
    await page.getByRole("heading", { name: says.linkInvited }).waitFor();
    expect(await field(page, says.email).inputValue()).toBe("nao@clinic.example");
    expect(await hinders(page, "invited-ja")).toEqual([]);
    await button(page, says.makeByPasskey).click();
    await page.getByRole("heading", { name: says.account }).waitFor();
    await page.locator("#sessions").getByText(says.how.passkey).waitFor();
    await page.locator("main").getByRole("button", { name: says.signOut }).click();
    await button(page, says.byPasskey).click();
    await page.getByText("見本 直", { exact: true }).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  test("who lost everything chooses a new password by an administrator's link", async () => {
    const found = await accounts.engine.context.internalAdapter.findUserByEmail(email);
    const { page } = await somebody();
    await page.goto((await accounts.recoveryLink(found?.user.id ?? "", url)).address);
    await page.getByText(text.linkRecoveryLead(name)).waitFor();
    expect(await hinders(page, "recovery-link-en")).toEqual([]);
    await field(page, text.newPassword).fill("meadow clock seventeen");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: text.account }).waitFor();
    await page.locator("#app").getByText(text.appOff).waitFor();
    await page.locator("#passkeys").getByText(text.passkeysNone).waitFor();
    await page.context().close();
  });

  test("another device's session is ended from here", async () => {
    const [one, other] = [await somebody(), await somebody()];
    for (const { page } of [one, other]) {
      await page.goto(`${url}/sign-in?to=/account`);
      await field(page, text.email).fill(email);
      await field(page, text.password).fill("meadow clock seventeen");
      await button(page, text.signIn).click();
      await page.getByRole("heading", { name: text.account }).waitFor();
    }
    await button(one.page, text.endOthers).click();
    await one.page.getByText(text.ended).waitFor();
    await other.page.reload();
    await other.page.getByRole("heading", { name: text.signIn, exact: true }).waitFor();
    await Promise.all([one.context.close(), other.context.close()]);
  });

  test("the demo lets everybody in as anybody, and says loudly that it does", async () => {
    for (const language of ["en", "ja"] as const) {
      const { context, page, complaints } = await somebody(language);
      const says = accountText[language];
      const { roles } = shortWords[language];
      await page.goto(`${url}/sign-in`);
      await page.getByRole("heading", { name: says.demoHeading }).waitFor();
      expect(await hinders(page, `demo-${language}`)).toEqual([]);
      await button(page, says.demoAs(roles.pharmacist)).click();
      const bar = page.getByRole("region", { name: shellText[language].demoSignedIn });
      await expect.poll(() => bar.getByLabel(shellText[language].actingAs).inputValue()).toBe("pharmacist");
      expect(await hinders(page, `demo-in-${language}`)).toEqual([]);
      await page.goto(`${url}/account`);
      await page.getByText(says.demoAccount).waitFor();
      expect(await hinders(page, `demo-account-${language}`)).toEqual([]);
      await bar.getByRole("button", { name: shellText[language].signOut }).click();
      await page.getByRole("heading", { name: says.signIn, exact: true }).waitFor();
      expect(complaints).toEqual([]);
      await context.close();
    }
  });

  test("by the keyboard alone, from the first field to the last", async () => {
    const { page } = await somebody();
    await page.goto(`${url}/sign-in`);
    await field(page, text.email).focus();
    const stops: string[] = [];
    for (let tabs = 0; tabs < 4; tabs++) {
      await page.keyboard.press("Tab");
      stops.push(
        await page.evaluate(
          () =>
            document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? "",
        ),
      );
    }
    expect(stops).toEqual(["", text.show, text.signIn, text.lost]);
    await page.context().close();
  });
});
