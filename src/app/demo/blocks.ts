/** What happens again and again, as building blocks of stories. Laboratory values are those of the golden examples. */
import type { Role } from "../../core/entry.ts";
import type { CommandName } from "../commands/index.ts";
import { type Act, atHome, type Fictional, type StoryEvent, visit } from "./story.ts";

/** One act. */
export const act = (by: Role, command: CommandName, input: Act["input"] = {}): Act => ({
  by,
  command,
  input,
});

const canBecomePregnant = ({ gender }: Fictional) => gender === "female";
const isMinor = ({ ageYears }: Fictional) => ageYears < 18;

/** Everything that is asked at the first visit. Contraception begins on that day. */
export function intake(who: Fictional): Act[] {
  const can = canBecomePregnant(who);
  const signs: Role = isMinor(who) ? "guardian" : "patient";
  return [
    ...(isMinor(who) ? [act("front-desk", "record-guardian", { relation: "mother" })] : []),
    act("prescriber", "record-visit", { inPerson: true }),
    act("nurse", "ask-conditions"),
    act("nurse", "ask-allergies"),
    act("nurse", "ask-medicines"),
    act("prescriber", "record-prior-therapy", { agent: "systemic-antibiotic", weeks: 12, result: "failed" }),
    act(
      "prescriber",
      "attest-category",
      can ? { canBecomePregnant: true } : { canBecomePregnant: false, basis: "cisgender-male" },
    ),
    act(signs, "sign-consent", { consent: "treatment-consent" }),
    act(signs, "sign-consent", { consent: "unapproved-medicine-explained" }),
    ...(can ? [act(signs, "sign-consent", { consent: "pregnancy-prevention-consent" })] : []),
    ...(can ? onlyHers : []),
    act("nurse", "take-photograph", { view: "front" }),
  ];
}

const onlyHers: readonly Act[] = [
  act("nurse", "record-pregnancy-wish", { withinMonths: null }),
  act("nurse", "record-breastfeeding", { breastfeeding: false }),
  act("patient", "start-contraception", { method: "combined-pill" }),
  act("patient", "start-contraception", { method: "male-condom" }),
];

/** A urine test in the clinic, with its own kit, read at once. */
export function pregnancyTest(test: string, result: "negative" | "positive" = "negative"): Act[] {
  return [
    act("nurse", "collect-pregnancy-test", { test, specimen: "urine", setting: "medical-setting" }),
    act("nurse", "result-pregnancy-test", { test, result }),
  ];
}

const normal: { readonly [analyte: string]: readonly [value: number, unit: string, upperLimit: number] } = {
  triglycerides: [90, "mg/dL", 150],
  cholesterol: [170, "mg/dL", 200],
  alt: [20, "U/L", 40],
  ast: [20, "U/L", 40],
  creatinine: [0.7, "mg/dL", 1.1],
  amylase: [70, "U/L", 130],
  glucose: [88, "mg/dL", 109],
  urate: [4.5, "mg/dL", 7],
  ck: [90, "U/L", 200],
  haemoglobin: [13.5, "g/dL", 17],
  wbc: [6, "10*3/uL", 9],
  platelets: [250, "10*3/uL", 350],
};

/** Blood, all of it in order but for what is given otherwise. */
export function blood(otherwise: { readonly [analyte: string]: number } = {}): Act[] {
  return Object.entries(normal).map(([analyte, [value, unit, upperLimit]]) =>
    act("lab", "record-lab-result", {
      analyte,
      value: otherwise[analyte] ?? value,
      unit,
      upperLimit,
      fasting: true,
    }),
  );
}

export const review = act("prescriber", "review-results");

/** What is asked before every supply. */
export function questions(who: Fictional, supply: number, also: { kg?: number } = {}): Act[] {
  const can = canBecomePregnant(who);
  const topics = [
    "no-sharing",
    "no-blood-donation",
    "mental-health",
    "sexual-function",
    ...(can ? ["pregnancy-risk", "two-methods-together"] : []),
  ];
  const severity = supply < 2 ? "severe" : "moderate";
  return [
    act("nurse", "record-weight", { kg: also.kg ?? who.kg }),
    act("nurse", "screen-mood", { selfHarmThoughts: false, newMoodSymptom: false }),
    act("nurse", "ask-sexual-function", { newProblem: false }),
    ...(supply === 0
      ? []
      : [act("nurse", "report-symptoms", { symptoms: supply === 1 ? ["dry-lips"] : [] })]),
    act("prescriber", "score-severity", { severity, features: ["nodules"] }),
    act("prescriber", "counsel", { topics }),
    ...(can ? [act("patient", "state-contraception", { usedWithoutGap: true })] : []),
  ];
}

/** A test where one is needed, and all questions: what a supply takes, but for the supply. */
export function consultation(who: Fictional, supply: number, also: { kg?: number } = {}): Act[] {
  return [
    ...(canBecomePregnant(who) ? pregnancyTest(`supply-${supply}`) : []),
    ...questions(who, supply, also),
  ];
}

export const usualSupply = { product: "isotroin", capsuleMg: 20, dailyMg: 40, dosesPerDay: 2, days: 30 };

export const authorise = (supply: object = usualSupply): Act => act("prescriber", "authorise-supply", supply);

/** Hands out what was authorised last. */
export const dispense = (part: object = {}): Act =>
  act("pharmacist", "dispense-supply", ({ number }) => ({
    number,
    lot: "DEMO-1",
    expiresOn: "2099-12-31",
    ...part,
  }));

/** From the first visit to the morning before the first supply, which would be on the day given. */
export function beginning(who: Fictional, firstSupplyOn: number): StoryEvent[] {
  const first = canBecomePregnant(who)
    ? visit(firstSupplyOn - 34, intake(who), pregnancyTest("screening"))
    : visit(firstSupplyOn - 14, intake(who));
  return [
    first,
    visit(firstSupplyOn - 8, blood()),
    visit(firstSupplyOn - 7, review),
    ...(canBecomePregnant(who)
      ? [atHome(firstSupplyOn - 2, act("patient", "record-menses", { status: "started" }))]
      : []),
  ];
}

/** Blood before a later supply. */
export const bloodBefore = (on: number, otherwise: { readonly [analyte: string]: number } = {}): StoryEvent =>
  visit(on - 3, blood(otherwise));

/** The first visit and so many supplies, thirty days from one to the next; the last on the day given. */
export function months(who: Fictional, supplies: number, lastSupplyOn: number): StoryEvent[] {
  const on = (supply: number) => lastSupplyOn - 30 * (supplies - 1 - supply);
  const visits = Array.from({ length: supplies }, (_, supply): StoryEvent[] => [
    ...(supply === 0 ? [] : [bloodBefore(on(supply))]),
    visit(
      on(supply),
      ...(supply === 0 ? [act("prescriber", "start-course", { indication: "acne" })] : [review]),
      consultation(who, supply),
      authorise(),
      dispense(),
    ),
  ]);
  return [...beginning(who, on(0)), ...visits.flat()];
}

/** Everything for the next supply after so many, and nothing supplied yet. */
export function readyFor(who: Fictional, supply: number, on: number): StoryEvent[] {
  return [bloodBefore(on), visit(on, review, consultation(who, supply))];
}
