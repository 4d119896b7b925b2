/** Questions between supplies: on pages of their own, which need no patient and tell nobody, and on a patient's page. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { askOn, isProblems, questionNamed } from "../src/app/questions/ask.ts";
import { settingUnder } from "../src/app/questions/under.ts";
import { readyPatient } from "../src/app/testing/ready-patient.ts";
import { day } from "../src/core/calendar.ts";
import { fieldTexts } from "../src/web/questions/field-text.ts";
import { questionsText } from "../src/web/questions/text.ts";
import { questionTitle } from "../src/words/render-question.ts";
import type { Language } from "../src/words/words.ts";
import { bundle } from "./bundle.ts";
import { type Clinic, type Desk, openClinic } from "./clinic.ts";

const under = "tokyo-monthly";
const today = "2026-11-22";

let clinic: Clinic;
beforeAll(async () => {
  clinic = await openClinic(`${today} 11:00`);
}, 60_000);
afterAll(() => clinic.close());

/** What the page should say: the same question, asked here. */
function headlineOf(id: "may-i" | "interactions" | "triage", given: object, language: Language): string {
  const question = questionNamed(id);
  const setting = settingUnder(under, clinic.practice.knowledge);
  if (question === undefined || setting === undefined) throw new Error(`there is no question ${id}`);
  const { knowledge } = clinic.practice;
  const answer = askOn(question, given, { knowledge, setting, day: day(today) }, {});
  if (isProblems(answer)) throw new Error(JSON.stringify(answer.problems));
  return answer.headline.text[language];
}

const answerOn = (desk: Desk) =>
  desk.page.getByRole("region", { name: questionsText[desk.language].answer, exact: true });

/** The answer says this, and whoever does not see it is told. */
async function answers(desk: Desk, headline: string): Promise<void> {
  await answerOn(desk).getByText(headline, { exact: true }).waitFor();
  const said = `${questionsText[desk.language].answer}: ${headline}`;
  await desk.page.getByRole("status").getByText(said, { exact: true }).waitFor({ state: "attached" });
}

const verdictOn = (desk: Desk) => answerOn(desk).getAttribute("data-verdict");
/** A refused request is noted by the browser itself; whatever else it notes is a fault. */
const complaintsOf = (desk: Desk) => desk.complaints.filter((text) => !text.includes("status of 422"));

describe.each(["en", "ja"] as const)("Anybody, in %s,", (language) => {
  const text = questionsText[language];
  const title = (id: "may-i") => questionTitle(id)[language];
  const words = fieldTexts("may-i", language);
  let desk: Desk;
  beforeAll(async () => {
    desk = await clinic.open(language, "visitor");
  });

  test("comes by keyboard from a word to its answer, and the focus stays where it is", async () => {
    const { page } = desk;
    await desk.goTo("/ask");
    const finder = page.getByRole("combobox", { name: text.find });
    await finder.waitFor();
    expect(await desk.trips(`questions in ${language}`)).toEqual([]);
    await desk.tabTo(finder);
    await page.keyboard.type(language === "ja" ? "献血" : "donate bl");
    await page.getByRole("listbox", { name: text.find }).getByRole("option").first().waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: title("may-i"), level: 1 }).waitFor();

    const during = page.getByRole("radiogroup", { name: words["during"]?.label ?? "" });
    await desk.tabTo(during.getByRole("radio", { name: text.unknown }));
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    await answers(desk, headlineOf("may-i", { activity: "blood-donation", during: true }, language));
    expect(await verdictOn(desk)).toBe("stop");
    const yes = during.getByRole("radio", { name: text.yes });
    expect(await yes.evaluate((one) => one === document.activeElement)).toBe(true);
    expect(complaintsOf(desk)).toEqual([]);
  });

  test("is told the first day, and can pass the question on without telling a server", async () => {
    const { page } = desk;
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await desk.goTo(`/ask/may-i#activity=blood-donation&under=${under}`);
    await page.getByLabel(words["stopped"]?.label ?? "").fill("2026-11-10");
    await answers(desk, headlineOf("may-i", { activity: "blood-donation", stopped: "2026-11-10" }, language));
    expect(await verdictOn(desk)).toBe("wait");
    await answerOn(desk).getByRole("figure").waitFor();
    expect(await desk.trips(`may I, in ${language}`)).toEqual([]);
    const link = await page.evaluate(() => location.hash);
    expect(link).toContain("activity=blood-donation&stopped=2026-11-10");
    expect(
      asked.filter((url) => /questions|donation/.test(new URL(url).pathname + new URL(url).search)),
    ).toEqual([]);
    await page.reload();
    await answers(desk, headlineOf("may-i", { activity: "blood-donation", stopped: "2026-11-10" }, language));
  });

  test("finds a medicine by half-width kana, and one that is misspelt", async () => {
    const { page } = desk;
    for (const name of ["ﾋﾞﾌﾞﾗﾏｲｼﾝ", "minocylcine"]) {
      await desk.goTo(`/ask/interactions?${name.length}#under=${under}`);
      const field = page.getByLabel(new RegExp(`^${RegExp.escape(namesLabel(language))}`)).first();
      await field.fill(name);
      await page.keyboard.press("Enter");
      await answers(desk, headlineOf("interactions", { names: [name] }, language));
      expect(await verdictOn(desk)).not.toBe("pass");
    }
    expect(complaintsOf(desk)).toEqual([]);
  });

  test("with an alarm sees whom to call, in the answer and above it", async () => {
    const { page } = desk;
    const symptoms = ["headache", "blurred vision"];
    const link = new URLSearchParams(symptoms.map((one) => ["symptoms", one]));
    await desk.goTo(`/ask/triage?alarm#${link.toString()}&under=${under}`);
    await answers(desk, headlineOf("triage", { symptoms }, language));
    expect(await verdictOn(desk)).toBe("stop");
    await page.getByRole("note").getByText(text.alarm, { exact: true }).waitFor();
    expect(await page.getByRole("note").locator("a[href='tel:119']").count()).toBe(1);
    expect(await answerOn(desk).locator("a[href='tel:119']").getAttribute("data-how")).toBe("now");
    expect(await answerOn(desk).locator("a[href='tel:119']").count()).toBe(1);
    expect(await desk.trips(`triage in ${language}`)).toEqual([]);
  });

  test("on a phone sees the list close and the answer come into sight, and goes to it", async () => {
    const { page } = desk;
    const symptom = language === "ja" ? "頭痛" : "headache";
    const said = headlineOf("triage", { symptoms: [symptom] }, language);
    const size = page.viewportSize();
    await page.setViewportSize({ width: 390, height: 844 });
    await desk.goTo(`/ask/triage?phone#under=${under}`);
    const field = page.locator("form").getByRole("combobox").or(page.locator("form input")).first();
    await field.fill(symptom);
    await page.getByRole("option").first().waitFor();
    const note = await page.getByRole("note").boundingBox();
    const list = await page.getByRole("listbox").boundingBox();
    expect(list?.y).toBeGreaterThan((note?.y ?? 0) + (note?.height ?? 0));
    await page.keyboard.press("Enter");
    await answers(desk, said);
    await page.getByRole("option").first().waitFor({ state: "hidden" });

    const foot = page.getByRole("button", { name: said });
    const box = await foot.boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(844);
    expect(await answerOn(desk).locator("a[href='tel:119']").getAttribute("data-how")).toBe("beside");
    await answerOn(desk).getByText(text.clinicCard, { exact: true }).waitFor();
    await foot.press("Enter");
    const heading = answerOn(desk).getByRole("heading", { name: said });
    await foot.waitFor({ state: "detached" });
    expect(await heading.evaluate((one) => one === document.activeElement)).toBe(true);
    if (size !== null) await page.setViewportSize(size);
  });

  test("on a phone finds every page of the header behind one button, which the next page closes", async () => {
    const { page } = desk;
    const size = page.viewportSize();
    await page.setViewportSize({ width: 390, height: 844 });
    await desk.goTo("/ask?menu");
    const { menu, guide, compare } = desk.text.shell;
    await page.getByRole("button", { name: menu, exact: true }).click();
    await page.getByRole("navigation").getByRole("link", { name: guide, exact: true }).waitFor();
    await page.getByRole("navigation").getByRole("link", { name: compare, exact: true }).click();
    await page.waitForURL("**/protocols");
    const button = page.getByRole("button", { name: menu, exact: true });
    await expect.poll(() => button.getAttribute("aria-expanded")).toBe("false");
    if (size !== null) await page.setViewportSize(size);
  });

  test("carries a word that is on no list over to the question it is meant for", async () => {
    const { page } = desk;
    await desk.goTo("/ask?unlisted");
    await page.getByRole("combobox", { name: text.find }).fill("xyloquark");
    await page.getByRole("option", { name: text.askAs.activities("xyloquark") }).click();
    const activity = page.getByRole("combobox", { name: words["activity"]?.label ?? "" });
    await activity.waitFor();
    expect(await activity.inputValue()).toBe("xyloquark");
    const given = { activity: "xyloquark", during: true };
    const during = page.getByRole("radiogroup", { name: words["during"]?.label ?? "" });
    await during.getByText(text.yes, { exact: true }).click();
    await answers(desk, headlineOf("may-i", given, language));
    expect(await verdictOn(desk)).toBe("ask");

    // Another is typed in its place, and answered when whoever types is done.
    await activity.fill("gluonball");
    await page.keyboard.press("Enter");
    await answers(desk, headlineOf("may-i", { ...given, activity: "gluonball" }, language));
    expect(complaintsOf(desk)).toEqual([]);
  });

  test("reads under whose rules it is answered, and changes them there", async () => {
    const { page } = desk;
    await desk.goTo("/ask/may-i?rules#activity=waxing&stopped=2026-10-21");
    await answerOn(desk).waitFor();
    const { protocols, clinics } = clinic.practice.knowledge;
    const stated = page.getByText(protocols["jp-selfpay"]?.title[language] ?? "").first();
    const [above, below] = [await stated.boundingBox(), await answerOn(desk).boundingBox()];
    expect(above?.y).toBeLessThan(below?.y ?? 0);
    await stated.click();
    await page.getByLabel(text.where, { exact: true }).selectOption(under);
    await page
      .getByText(clinics[under]?.title[language] ?? "")
      .first()
      .waitFor();
    await expect.poll(() => page.evaluate(() => location.hash)).toContain(`under=${under}`);
  });

  test("asks for the clinic first where a price is asked", async () => {
    const { page } = desk;
    await desk.goTo(
      "/ask/price?clinic#dailyMg=40&days=30&visit=first&canBecomePregnant=yes&under=jp-selfpay",
    );
    await answerOn(desk).waitFor();
    await page.locator("form").getByRole("combobox").first().selectOption("tokyo-monthly");
    await answerOn(desk).getByRole("table").waitFor();
    await expect.poll(() => page.evaluate(() => location.hash)).toContain("under=tokyo-monthly");
  });

  test("meets nothing of the clinic's: no role, no patients, none of its lists", async () => {
    const { page } = desk;
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    for (const path of ["/ask", "/ask/triage", "/protocols"]) {
      await desk.goTo(path);
      await page.getByRole("link", { name: desk.text.shell.forClinic }).waitFor();
      await page.getByRole("heading", { level: 1 }).waitFor();
      await page.getByRole("region", { name: desk.text.shell.demoOwn, exact: true }).waitFor();
      expect(await page.getByLabel(desk.text.shell.actingAs).count()).toBe(0);
      expect(await page.getByRole("combobox", { name: desk.text.shell.search }).count()).toBe(0);
      expect(await page.getByRole("link", { name: desk.text.shell.dispense }).count()).toBe(0);
      expect(await desk.trips(`${path} in ${language}`)).toEqual([]);
    }
    // Whether this is a demo, which every page of one says, and nothing else.
    const ofApi = asked.filter((path) => path.startsWith("/api/"));
    expect([...new Set(ofApi)]).toEqual(["/api/sign-in"]);
  });
});

/** The scripts that a page has fetched since now, by their addresses. */
function scriptsOf({ page }: Awaited<ReturnType<typeof clinic.open>>): string[] {
  const scripts: string[] = [];
  page.on("response", (response) => {
    if (response.url().endsWith(".js")) scripts.push(response.url());
  });
  return scripts;
}

test("The library of units is fetched for blood values alone, the judged statements for the question about them", async () => {
  const desk = await clinic.open("en", "visitor");
  const scripts = scriptsOf(desk);
  const has = (name: RegExp) => scripts.some((url) => name.test(url));
  await desk.goTo(`/ask/triage#symptoms=headache&under=${under}`);
  await answerOn(desk).waitFor();
  expect([has(/analyte-units|laboratory/), has(/statements/)]).toEqual([false, false]);
  const result = new URLSearchParams({ analyte: "alt", value: "1", unit: "ukat/L", upperLimit: "0.7" });
  await desk.goTo(`/ask/labs#${new URLSearchParams({ results: result.toString(), under }).toString()}`);
  await answerOn(desk).getByRole("heading").first().waitFor();
  expect([has(/analyte-units|laboratory/), has(/statements/)]).toEqual([true, false]);
  await desk.goTo(`/ask/claims#${new URLSearchParams({ search: "blood donation", under }).toString()}`);
  await answerOn(desk).getByRole("heading").first().waitFor();
  expect(has(/statements/)).toBe(true);
  expect(await answerOn(desk).innerText()).toMatch(/blood/i);
});

test("Somebody's own record is read on the device, and answers", async () => {
  const desk = await clinic.open("en", "visitor");
  const { page } = desk;
  const text = questionsText.en;
  await desk.goTo(`/ask/eligibility#under=${under}`);
  await answerOn(desk).waitFor();
  const before = await answerOn(desk).getByRole("heading").first().innerText();
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.method() !== "GET") sent.push(request.url());
  });
  const file = {
    name: "bundle.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify(bundle)),
  };
  await page.locator("input[type=file]").setInputFiles(file);
  await page.getByText(file.name, { exact: true }).waitFor();
  await answerOn(desk).getByRole("heading").first().filter({ hasNotText: before }).waitFor();
  expect(sent).toEqual([]);
  await page
    .locator("input[type=file]")
    .setInputFiles({ ...file, name: "no.json", buffer: Buffer.from("{") });
  await page.getByText(text.notRead, { exact: true }).waitFor();
  // Beside a file that cannot be read no answer of another record stays.
  await answerOn(desk).getByRole("heading").first().filter({ hasText: before }).waitFor();
});

function namesLabel(language: Language): string {
  return fieldTexts("interactions", language)["names"]?.label ?? "";
}

describe("A nurse with a patient's page open", () => {
  test("answers whether she may wax from her record, in two steps, and writes nothing", async () => {
    const patient = await readyPatient(clinic.practice, "ready-can");
    const desk = await clinic.open("en");
    const text = questionsText.en;
    await desk.goTo(`/patients/${patient}`);
    const section = desk.region(text.section);
    await section.scrollIntoViewIfNeeded();
    const before = await clinic.practice.ledger.version(`patient/${patient}`);
    await section.getByRole("combobox", { name: text.find }).fill("wax");
    await desk.page.keyboard.press("Enter");
    await answerOn(desk).waitFor();
    await section.getByText(text.fromRecord, { exact: true }).first().waitFor();
    expect(["stop", "wait", "ask"]).toContain(await verdictOn(desk));
    expect(await desk.trips("questions of a patient")).toEqual([]);
    expect(await clinic.practice.ledger.version(`patient/${patient}`)).toBe(before);

    // The reasons of the answer and those of the page are told apart.
    expect(await desk.page.getByRole("region", { name: "Why", exact: true }).count()).toBe(1);

    // Another question takes its place; the first is closed.
    await section.getByRole("button", { name: questionTitle("triage").en }).click();
    await answerOn(desk).waitFor();
    expect(await section.locator("[aria-expanded=true]").count()).toBe(1);
    expect(complaintsOf(desk)).toEqual([]);
  });

  test("comes to the questions by a link, and by the address", async () => {
    const patient = await readyPatient(clinic.practice, "ready-can");
    const desk = await clinic.open("en");
    const section = desk.region(questionsText.en.section);
    const topOf = async () => (await section.boundingBox())?.y ?? Number.NaN;
    await desk.goTo(`/patients/${patient}`);
    await section.waitFor();
    expect(await topOf()).toBeGreaterThan(300);
    await desk.page.getByRole("link", { name: questionsText.en.section, exact: true }).click();
    await expect.poll(topOf).toBeLessThan(120);
    await desk.goTo(`/patients/${patient}?anew#questions`);
    await section.waitFor();
    await expect.poll(topOf).toBeLessThan(120);
    // Each question is in the page without being scrolled to.
    await section.getByRole("button", { name: questionTitle("labs").en }).waitFor();
  });

  test("opens the report that the record calls for, and nothing is asked in vain", async () => {
    const patient = await readyPatient(clinic.practice, "ready-can");
    const desk = await clinic.open("en");
    await desk.goTo(`/patients/${patient}#questions`);
    const section = desk.region(questionsText.en.section);
    const kinds = fieldTexts("report", "en")["kind"]?.choices ?? {};
    await section.getByRole("button", { name: questionTitle("may-i").en }).click();
    await section.getByText(questionsText.en.waiting, { exact: true }).waitFor();
    await section.getByRole("button", { name: questionTitle("report").en }).click();
    await answerOn(desk).getByRole("heading").first().waitFor();
    const chosen = section.getByRole("radio", { name: kinds["adverse-event"] ?? "" });
    expect(await chosen.isChecked()).toBe(true);
    // Not even a refused request.
    expect(desk.complaints).toEqual([]);
  });
});
