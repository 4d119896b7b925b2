/**
 * A course from the registration to the second supply, through the pages: the first day and the second month in
 * Japanese, what is between them in English, so that each form is filled in once and each state is met.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Day, parseDay } from "../src/core/calendar.ts";
import { dispenseText } from "../src/web/clinic/dispense/text.ts";
import { orderText } from "../src/web/clinic/patient/order-text.ts";
import { saySupply } from "../src/web/clinic/patient/say-supply.ts";
import { newPatientText } from "../src/web/clinic/today/new-patient-text.ts";
import { todayText } from "../src/web/clinic/today/text.ts";
import { verdictWords } from "../src/web/text/terms.ts";
import { commands as en } from "../src/words/en/commands.ts";
import { commands as ja } from "../src/words/ja/commands.ts";
import type { Language } from "../src/words/words.ts";
import { type Clinic, type Desk, openClinic } from "./clinic.ts";

/** What a laboratory found, all of it in order, with the upper limit that it prints. */
const blood = {
  triglycerides: ["90", "150"],
  cholesterol: ["170", "200"],
  alt: ["20", "40"],
  ast: ["20", "40"],
  creatinine: ["0.7", "1.1"],
  amylase: ["70", "130"],
  glucose: ["88", "109"],
  urate: ["4.5", "7"],
  ck: ["90", "200"],
  haemoglobin: ["13.5", "17"],
  wbc: ["6", "9"],
  platelets: ["250", "350"],
} as const;
/** As the page lists them. */
const analytes = Object.keys(blood) as (keyof typeof blood)[];
const consents = ["treatment-consent", "unapproved-medicine-explained", "pregnancy-prevention-consent"];
const topics = [
  "no-sharing",
  "no-blood-donation",
  "mental-health",
  "sexual-function",
  "pregnancy-risk",
  "two-methods-together",
];
const supply = { capsules: 60, capsuleMg: 20, dailyMg: 40, dosesPerDay: 2, days: 30 };
const commands = { en, ja };

describe("A course", () => {
  const name = "山田 花子";
  // Everything in the language that the page has by now.
  const wordsOf = (language: Language) => ({
    today: todayText[language],
    fresh: newPatientText[language],
    order: orderText[language],
    counter: dispenseText[language],
    verdicts: verdictWords(language, "supply"),
    commands: commands[language],
  });
  const said = () => wordsOf(desk.language);
  let clinic: Clinic;
  let desk: Desk;
  let home = "";
  const numbers: string[] = [];

  beforeAll(async () => {
    clinic = await openClinic("2026-09-01 11:00");
    desk = await clinic.open("ja");
  }, 60_000);
  afterAll(() => clinic.close());

  const known = () => clinic.practice.knowledge;
  const standing = () => desk.page.getByRole("status").filter({ hasText: desk.text.patient.standing });
  const stands = (word: string) => standing().filter({ hasText: word }).waitFor();
  const orderCard = () => desk.region(said().order.order);

  test("a patient is registered", async () => {
    await desk.goTo("/");
    await desk.actAs("front-desk");
    await desk.sees(said().today.nobody);
    expect(await desk.trips("nobody")).toEqual([]);
    await desk.page.getByRole("button", { name: said().today.newPatient }).click();
    const dialog = desk.page.getByRole("dialog", { name: said().fresh.heading });
    await dialog.waitFor();
    expect(await desk.trips("new-patient")).toEqual([]);
    await dialog.getByRole("button", { name: said().fresh.register, exact: true }).click();
    await dialog.getByText(said().fresh.nameNeeded).waitFor();
    await desk.fillIn(dialog.locator("form"), {
      [said().fresh.name]: name,
      [said().fresh.kana]: "やまだ はなこ",
      [said().fresh.birthDate]: "2000-06-15",
      [said().fresh.gender]: said().fresh.genders.female,
    });
    await dialog.getByRole("button", { name: said().fresh.register, exact: true }).click();
    await desk.page.getByRole("heading", { level: 1, name }).waitFor();
    home = new URL(desk.page.url()).pathname;
    await stands(said().verdicts.ask);
    await clinic.linkPatient(home.split("/").at(-1) ?? "");
    expect(await desk.trips("registered")).toEqual([]);
  });

  test("on the first day everything that can be asked is asked, each thing by whom it is for", async () => {
    await desk.take("nurse", "record-breastfeeding", {}, { breastfeeding: "no" });
    await desk.take("nurse", "record-pregnancy-wish", {}, { planned: "no" });
    await desk.take("prescriber", "see-in-person", {}, { inPerson: "yes" });
    await desk.take("nurse", "ask-medicines", {});
    await desk.take("nurse", "ask-allergies", {});
    await desk.take("nurse", "ask-conditions", {});
    await desk.take("prescriber", "attest-category", {}, { canBecomePregnant: "yes" });
    await desk.take(
      "patient",
      "start-contraception",
      { methods: 2, primary: true },
      { methods: ["combined-pill", "male-condom"] },
    );
    await desk.take("patient", "sign-consents", { consents, guardian: false }, { consents });
    await desk.take(
      "lab",
      "collect-pregnancy-test",
      { setting: "medical-setting", first: true },
      { specimen: "urine", resultNow: "negative" },
    );
    await desk.take("prescriber", "record-indication", {}, { severity: "severe", features: ["nodules"] });
  });

  test("earlier treatment is recorded too, though nothing asks for it", async () => {
    await desk.record("nurse", said().commands["record-prior-therapy"], {
      agent: "systemic-antibiotic",
      weeks: "12",
      result: "failed",
    });
  });

  test("then the page says wait, and until which day; nothing can be authorised", async () => {
    await stands(said().verdicts.wait);
    await desk.speak("en");
    await stands(said().verdicts.wait);
    const { earliest } = desk.text.patient;
    expect(await desk.page.locator("#standing").innerText()).toContain(
      `${earliest}\n${desk.day("2026-10-02")}`,
    );
    await desk.step("keep-contraception", { untilDay: dayOn("2026-10-02") }).waitFor();
    await writeOrder();
    await orderCard().getByText(said().verdicts.wait).first().waitFor();
    expect(await orderCard().getByRole("button", { name: said().order.authorise }).isDisabled()).toBe(true);
    expect(await desk.trips("waits")).toEqual([]);
  });

  test("a week before, blood is taken and read", async () => {
    clinic.moveTo("2026-09-25 11:00");
    await desk.goTo(home);
    await takeBlood(analytes, "new");
  });

  test("a month on contraception later, what the day asks for is answered", async () => {
    clinic.moveTo("2026-10-02 11:00");
    await desk.goTo(home);
    const second = { setting: "medical-setting", fromDay: dayOn("2026-10-02"), periodDays: 5 } as const;
    await desk.take("nurse", "collect-confirming-test", second, {
      setting: "medical-setting",
      specimen: "serum",
      resultNow: "pending",
    });
    await desk.take("lab", "result-pregnancy-test", { collectedDay: second.fromDay }, { result: "negative" });
    await desk.take(
      "nurse",
      "record-period",
      { testedDay: second.fromDay },
      { [desk.text.form.day]: "2026-09-30", status: "started" },
    );
    await answerForSupply("severe");
    await stands(desk.text.patient.standings.prescribe);
  });

  test("the prescriber authorises: the dialog says again what, how much and until when", async () => {
    await writeOrder();
    await authorise("2026-10-08");
    expect(await desk.trips("authorised")).toEqual([]);
  });

  test("the pharmacist hands it out with the keyboard", () => handOut());

  test("Today has her among those in treatment, and nobody has to do anything", async () => {
    await desk.goTo("/");
    await desk.page.getByRole("button", { name: said().today.groups.treated.title }).click();
    await desk.page.getByRole("link", { name }).waitFor();
    await desk.sees(said().today.noneOpen);
    expect(await desk.trips("treated")).toEqual([]);
  });

  test("the second month asks for all of it anew, in its own window", async () => {
    clinic.moveTo("2026-10-30 11:00");
    await desk.goTo(home);
    await desk.speak("ja");
    await stands(said().verdicts.ask);
    expect(await desk.trips("second-month")).toEqual([]);
    await takeBlood(analytes, "known");
    await desk.take(
      "lab",
      "collect-pregnancy-test",
      { setting: "medical-setting", first: false },
      { specimen: "urine", resultNow: "negative" },
    );
    await desk.take("nurse", "ask-symptoms", {}, { symptoms: ["dry-lips"] });
    await answerForSupply("moderate");
    await stands(desk.text.patient.standings.prescribe);
  });

  test("the same supply stands in the order again, is authorised and handed out", async () => {
    await desk.actAs("prescriber");
    expect(await orderCard().getByLabel(said().order.daily).inputValue()).toBe("40");
    await authorise("2026-11-05");
    await handOut();
    await desk.goTo(home);
    await stands(desk.text.patient.standings.treated);
    const course = desk.region(desk.text.patient.course);
    await course.getByText(desk.text.patient.supplies(2), { exact: true }).waitFor();
    expect(new Set(numbers).size).toBe(2);
    expect(await desk.trips("in-treatment")).toEqual([]);
  });

  test("the browser has nothing to complain about", () => {
    expect(desk.complaints).toEqual([]);
  });

  /** What is asked on the day of every supply. */
  const answerForSupply = async (severity: string) => {
    await desk.take("nurse", "measure-weight", {}, { kg: "55" });
    await desk.take("nurse", "ask-mood", {}, { selfHarmThoughts: "no", newMoodSymptom: "no" });
    await desk.take("nurse", "ask-sexual-function", {}, { newProblem: "no" });
    await desk.take("prescriber", "score-severity", {}, { severity: severity });
    await desk.take("prescriber", "counsel", { topics }, { topics });
    await desk.take("patient", "state-contraception", {}, { usedWithoutGap: "yes" });
  };
  const authorise = async (lastDay: string) => {
    await orderCard()
      .getByText(said().order.fitsUntil(desk.endOf(lastDay)))
      .waitFor();
    await orderCard().getByRole("button", { name: said().order.authorise }).press("Enter");
    const dialog = desk.page.getByRole("dialog", { name: said().order.confirm });
    const told = await dialog.innerText();
    for (const one of [
      name,
      known().products["isotroin"]?.name[desk.language] ?? "",
      saySupply(desk.language, supply),
      said().order.until(desk.endOf(lastDay)),
    ]) {
      expect(told).toContain(one);
    }
    expect(await desk.trips(`authorise-until-${lastDay}`)).toEqual([]);
    await dialog.getByRole("button", { name: said().order.confirmYes, exact: true }).press("Enter");
    await dialog.waitFor({ state: "detached" });
    const card = desk.region(said().order.authorisation);
    await card.getByText(said().order.number, { exact: true }).waitFor();
    const number = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(await card.innerText())?.[0];
    if (number === undefined) throw new Error("no number is shown");
    numbers.push(number);
    await stands(desk.text.patient.standings.dispense);
  };
  const handOut = async () => {
    await desk.actAs("pharmacist");
    await desk.goTo("/dispense");
    await desk.atField(said().counter.number);
    await desk.page.keyboard.type((numbers.at(-1) ?? "").toLowerCase());
    await desk.page.keyboard.press("Enter");
    await desk.atField(said().counter.lot);
    expect(await desk.trips("to-hand-out")).toEqual([]);
    await desk.page.keyboard.type("A1234");
    await desk.page.keyboard.press("Enter");
    await desk.page.keyboard.type("28.3");
    await desk.page.keyboard.press("Enter");
    await desk.page.getByRole("heading", { name: said().counter.done, exact: true }).waitFor();
  };
  const dayOn = (text: string) => parseDay(text) as Day;
  const writeOrder = async () => {
    await desk.actAs("prescriber");
    await orderCard().getByLabel(said().order.product).selectOption("isotroin");
    await orderCard().getByLabel(said().order.strength).selectOption("20");
    await orderCard().getByLabel(said().order.daily).fill("40");
    await orderCard().getByLabel(said().order.doses).selectOption("2");
    await orderCard().getByLabel(said().order.days, { exact: true }).fill("30");
  };
  const takeBlood = async (asked: readonly (keyof typeof blood)[], limits: "new" | "known") => {
    const { form } = desk.text;
    await desk.take("lab", "take-blood", { analytes: asked }, async (filled) => {
      for (const one of asked) {
        const called = known().analytes[one]?.name[desk.language] ?? one;
        await filled.getByLabel(form.labValue(called), { exact: true }).fill(blood[one][0]);
        const upper = filled.getByLabel(form.labUpper(called), { exact: true });
        // The laboratory's own limits stand there from the second time on.
        if (limits === "new") await upper.fill(blood[one][1]);
        else expect(await upper.inputValue()).toBe(blood[one][1]);
      }
      await desk.fillIn(filled, { fasting: "yes" });
    });
    await desk.take("prescriber", "review-results", {});
  };
});
