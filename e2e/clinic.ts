/** A clinic with a clock that the test moves, and somebody at a screen of it, in one language. */
import type { Browser, Locator, Page } from "playwright-core";
import type { CommandName } from "../src/app/commands/index.ts";
import { demoBy, give as giveAs } from "../src/app/demo/tell.ts";
import type { OpenPractice } from "../src/app/open-practice.ts";
import type { Place } from "../src/app/place.ts";
import { type At, at, dayOf } from "../src/core/calendar.ts";
import type { Role } from "../src/core/entry.ts";
import type { Actions } from "../src/core/steps.ts";
import type { StoredEntry } from "../src/ledger/ledger.ts";
import { formText } from "../src/web/clinic/forms/text.ts";
import { recordText } from "../src/web/clinic/patient/record-text.ts";
import { patientText } from "../src/web/clinic/patient/text.ts";
import { shellText } from "../src/web/shell/text.ts";
import { termIn } from "../src/web/text/terms.ts";
import { sayAt, sayDay } from "../src/web/text/when.ts";
import { sayIn, words } from "../src/words/say.ts";
import type { Language } from "../src/words/words.ts";
import { openBrowser, violations } from "./browser.ts";
import { type Beginning, comeIn, openServed } from "./served.ts";

const zone = "Asia/Tokyo";

export interface Clinic {
  readonly place: Place;
  readonly practice: OpenPractice;
  readonly url: string;
  readonly browser: Browser;
  /** Sets the clock: "2026-09-01 11:00", in Tokyo. */
  moveTo(then: string): void;
  now(): At;
  /** A command by its name, without a page. */
  give(patient: string, command: CommandName, input: object, by: Role): Promise<readonly StoredEntry[]>;
  /** From here on the demo's patient is this one: the front desk links their account. */
  linkPatient(patient: string): Promise<void>;
  /** @param who somebody of the clinic, who signs in, or a visitor, who has no account */
  open(language: Language, who?: "staff" | "visitor"): Promise<Desk>;
  close(): Promise<void>;
}

export async function openClinic(begin: string, beginning: Beginning = {}): Promise<Clinic> {
  const inTokyo = (then: string) => at(`${then.replace(" ", "T")}:00+09:00`);
  let now = inTokyo(begin);
  const [served, browser] = await Promise.all([openServed({ ...beginning, now: () => now }), openBrowser()]);
  const { place, practice, url } = served;
  const clinic: Clinic = {
    place,
    practice,
    url,
    browser,
    moveTo: (then) => {
      now = inTokyo(then);
    },
    now: () => now,
    async give(patient, command, input, by) {
      const result = await giveAs(practice, command, patient, input, by);
      if (result.is !== "done") throw new Error(`${command}: ${JSON.stringify(result).slice(0, 500)}`);
      return result.entries;
    },
    async linkPatient(patient) {
      const link = { account: demoBy("patient").id, as: "patient" };
      await clinic.give(patient, "link-account", link, "front-desk");
    },
    async open(language, who = "staff") {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 900 },
        locale: language === "ja" ? "ja-JP" : "en-GB",
        timezoneId: zone,
        reducedMotion: "reduce",
      });
      const page = await context.newPage();
      page.setDefaultTimeout(20_000);
      return new Desk(page, language, clinic, who);
    },
    async close() {
      await browser.close();
      await served.close();
    },
  };
  return clinic;
}

/** What somebody writes or chooses, by the field's id or, where it has none, its label. */
type Answers = Readonly<Record<string, string | readonly string[]>>;

/** Waits until something is so: a slow machine needs its time. */
async function soon(isSo: () => Promise<boolean>, what: string): Promise<void> {
  const until = performance.now() + 20_000;
  while (!(await isSo())) {
    if (performance.now() > until) throw new Error(`not so in time: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** Somebody at a screen. */
export class Desk {
  readonly page: Page;
  #language: Language;
  readonly complaints: string[] = [];
  readonly #clinic: Clinic;
  readonly #who: "staff" | "visitor";

  constructor(page: Page, language: Language, clinic: Clinic, who: "staff" | "visitor") {
    this.#who = who;
    this.page = page;
    this.#language = language;
    this.#clinic = clinic;
    page.on("console", (message) => {
      if (message.type() !== "error" && message.type() !== "warning") return;
      this.complaints.push(`${message.text()} ${message.location().url}`);
    });
    page.on("pageerror", (error) => this.complaints.push(error.message));
  }

  get language(): Language {
    return this.#language;
  }

  get text() {
    return {
      form: formText[this.language],
      patient: patientText[this.language],
      shell: shellText[this.language],
    };
  }

  /** Opens an address at the clinic's time; whoever has not come in comes as the nurse. */
  async goTo(path: string): Promise<void> {
    const context = this.page.context();
    if (this.#who === "staff" && (await context.cookies()).length === 0)
      await comeIn(context, this.#clinic.url, "nurse");
    await this.page.clock.setFixedTime(this.#clinic.now());
    await this.page.goto(`${this.#clinic.url}${path}`);
  }

  /** Signs in as the demo's person in a role, where somebody else is in. */
  async actAs(role: Role): Promise<void> {
    const chooser = this.page.getByLabel(this.text.shell.actingAs);
    if ((await chooser.inputValue()) === role) return;
    await chooser.selectOption(role);
    // The page says so once the session is theirs.
    await soon(async () => (await chooser.inputValue()) === role, `${role} came in`);
  }

  region(name: string): Locator {
    return this.page.getByRole("region", { name, exact: true });
  }

  /** The step of a sentence that the page says. */
  step<A extends keyof Actions>(action: A, facts: Actions[A]): Locator {
    const say = sayIn(this.language, this.#clinic.practice.knowledge, zone);
    const sentence = words[this.language].actions[action](facts, say);
    return this.page
      .locator("#steps li")
      .filter({ has: this.page.getByText(sentence, { exact: true }) })
      .last();
  }

  /** Takes one of the next steps in a role: opens its form, fills it in and records it. */
  async take<A extends keyof Actions>(
    role: Role,
    action: A,
    facts: Actions[A],
    answers: Answers | ((form: Locator) => Promise<void>) = {},
  ): Promise<void> {
    await this.actAs(role);
    const step = this.step(action, facts);
    const toggle = step.getByRole("button", { name: this.text.patient.fill, exact: true });
    if ((await toggle.getAttribute("aria-expanded")) !== "true") await toggle.click();
    const form = step.locator("form");
    await form.waitFor();
    await (typeof answers === "function" ? answers(form) : this.fillIn(form, answers));
    const said = this.page.locator("#steps").getByRole("status").first();
    const before = await said.innerText();
    await form.getByRole("button").last().click();
    await soon(async () => (await said.innerText()) !== before, `${action} was recorded`);
  }

  /** The focus came to a field by itself. */
  async atField(label: string): Promise<void> {
    const field = this.page.getByLabel(label, { exact: true });
    await field.waitFor();
    await soon(() => field.evaluate((one) => one === document.activeElement), `the focus is at ${label}`);
  }

  /** What stands on the page for a field, an answer or something known. */
  says(id: string): string {
    const { labels, choices, yes, no } = this.text.form;
    const { contraceptives, symptoms } = this.#clinic.practice.knowledge;
    const known = labels[id] ?? (contraceptives[id] ?? symptoms[id])?.name[this.language];
    if (known !== undefined) return known;
    if (id === "yes" || id === "no") return id === "yes" ? yes : no;
    const term = choices[id] ?? termIn(this.language, id);
    return term.slice(0, 1).toUpperCase() + term.slice(1);
  }

  /** The last minute of a day. */
  endOf(text: string): string {
    return sayAt(this.language, `${text}T23:59:00+09:00`, this.#clinic.now(), zone);
  }

  day(text: string): string {
    return sayDay(this.language, text, dayOf(this.#clinic.now(), zone));
  }

  /** Switches to the other language of the page. */
  async speak(language: Language): Promise<void> {
    const { page } = this;
    await page.getByRole("button", { name: language === "en" ? "English" : "日本語", exact: true }).click();
    this.#language = language;
  }

  /** Goes on with the tabulator until something has the focus. */
  async tabTo(wanted: Locator): Promise<void> {
    for (let tabs = 0; tabs < 120; tabs++) {
      await this.page.keyboard.press("Tab");
      if (await wanted.evaluate((one) => one === document.activeElement)) return;
    }
    throw new Error("the tabulator does not lead there");
  }

  /** A heading or a line is there. */
  async sees(text: string): Promise<void> {
    await this.page.getByText(text, { exact: true }).first().waitFor();
  }

  /** What a screen reader or a phone would trip over; nothing, one hopes. */
  async trips(state: string): Promise<string[]> {
    const wrong = await violations(this.page);
    const found = wrong.map(({ id, html }) => `${state}: ${id}: ${html}`);
    const size = this.page.viewportSize();
    await this.page.setViewportSize({ width: 360, height: 740 });
    const over = await this.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (size !== null) await this.page.setViewportSize(size);
    return over > 0 ? [...found, `${state}: ${over} pixels wider than 360`] : found;
  }

  /** Records what no step asks for, from the list of everything. */
  async record(role: Role, named: string, answers: Answers = {}): Promise<void> {
    await this.actAs(role);
    const { else: other, doneHere } = recordText[this.language];
    await this.page.getByRole("button", { name: other, exact: true }).click();
    await this.page.getByRole("dialog", { name: other }).getByRole("button", { name: named }).click();
    const dialog = this.page.getByRole("dialog", { name: named });
    await this.fillIn(dialog.locator("form"), answers);
    await dialog.locator("form").getByRole("button").last().click();
    await dialog.getByRole("button", { name: doneHere, exact: true }).press("Enter");
    await dialog.waitFor({ state: "detached" });
  }

  async fillIn(form: Locator, answers: Answers): Promise<void> {
    for (const [field, given] of Object.entries(answers)) {
      const answer = typeof given === "string" ? given : given.map((one) => this.says(one));
      // Behind a name there may stand that an answer is optional.
      const name = new RegExp(`^${RegExp.escape(this.says(field))}`);
      const group = form.locator("fieldset", { has: this.page.locator("legend", { hasText: name }) });
      if ((await group.count()) > 0) {
        for (const one of typeof answer === "string" ? [this.says(answer)] : answer)
          await group.getByText(one, { exact: true }).click();
        continue;
      }
      const control = form.getByLabel(name).first();
      if (typeof answer !== "string") {
        for (const one of answer) {
          await control.fill(one);
          await form.getByRole("option", { name: one, exact: true }).click();
        }
      } else if ((await control.evaluate(({ tagName }) => tagName)) === "SELECT") {
        await control.selectOption(answer);
      } else {
        await control.fill(answer);
      }
    }
  }
}
