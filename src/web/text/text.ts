/** Every text of the page itself. Findings, steps, verdicts and coded words come from src/words. */

import type { FactId, Mood, TestResult, YesNo } from "../check/facts/index.ts";
import type { ReasonsText } from "./reasons.ts";

export interface Text {
  readonly page: {
    readonly title: string;
    readonly lead: string;
    readonly local: string;
    readonly localMore: string;
    readonly language: string;
    readonly toAnswer: string;
    readonly noAnswer: string;
    readonly noAnswerMore: string;
    readonly failed: string;
    readonly failedMore: string;
  };
  readonly patient: {
    readonly heading: string;
    readonly examples: string;
    readonly fictional: string;
    readonly all: (count: number) => string;
    readonly fewer: string;
    readonly own: string;
    readonly drop: string;
    readonly choose: string;
    readonly accepts: string;
    readonly opened: string;
    readonly reading: string;
    readonly problems: (count: number) => string;
    readonly line: (line: number) => string;
    readonly whichPatient: string;
    readonly whichPatientMore: string;
  };
  readonly account: {
    readonly summary: (read: number, leftAside: number) => string;
    readonly resource: string;
    readonly became: string;
    readonly order: string;
    readonly leftAside: string;
  };
  readonly supply: {
    readonly heading: string;
    readonly under: string;
    readonly clinics: string;
    readonly protocols: string;
    readonly day: string;
    readonly dayBefore: string;
    readonly dayAfter: string;
    readonly slide: string;
    readonly confirm: (day: string) => string;
    readonly confirmMore: string;
    readonly order: string;
    readonly product: string;
    readonly noProduct: string;
    readonly ofClinic: string;
    readonly market: { readonly [M in "US" | "JP" | "CA" | "EU"]: string };
    readonly capsule: string;
    readonly dailyMg: string;
    readonly perKg: (mgPerKg: string) => string;
    readonly dosesPerDay: string;
    readonly days: string;
    readonly refills: string;
    readonly notStated: string;
  };
  readonly facts: {
    readonly heading: string;
    readonly lead: string;
    readonly changed: string;
    readonly undo: (what: string) => string;
    readonly undoAll: string;
    readonly changes: (count: number) => string;
    readonly groups: {
      readonly who: string;
      readonly pregnancy: string;
      readonly body: string;
      readonly beside: string;
      readonly agreed: string;
    };
    readonly label: { readonly [F in FactId]: string };
    readonly asked: string;
    readonly askedNone: string;
    readonly search: string;
    readonly noMatch: string;
    readonly remove: (what: string) => string;
    readonly can: string;
    readonly cannot: (basis: string) => string;
    readonly notAttested: string;
    readonly testDay: string;
    readonly testResult: string;
    readonly testSetting: string;
    readonly noTest: string;
    readonly testAway: string;
    readonly results: { readonly [R in TestResult]: string };
    readonly methods: string;
    readonly since: string;
    readonly yesNo: { readonly [Y in YesNo]: string };
    readonly moods: { readonly [M in Mood]: string };
    readonly notRecorded: string;
  };
  readonly answer: {
    readonly heading: string;
    readonly earliest: string;
    readonly earliestIsChosen: string;
    readonly earliestMore: string;
    readonly inDays: (days: number) => string;
    readonly noDay: string;
    readonly noDayMore: string;
    readonly goThere: string;
    readonly holds: string;
    readonly holdsMore: string;
    readonly holdsOpen: string;
    readonly edition: (protocol: string, since: string) => string;
    readonly editions: (protocol: string, since: string, beside: string) => string;
    readonly proposal: (product: string, mg: string, days: string) => string;
    readonly days: (days: number) => string;
    /** Between two parts of one remark. */
    readonly joint: string;
    readonly knowledge: (digest: string, rules: string) => string;
    readonly tried: (what: string) => string;
    readonly print: string;
  };
  readonly steps: {
    readonly heading: string;
    readonly none: string;
    readonly chosenDay: string;
    readonly from: (day: string) => string;
    readonly on: (day: string) => string;
    readonly nextTurn: string;
  };
  readonly reasons: ReasonsText;
  readonly timeline: {
    readonly heading: string;
    readonly chosen: string;
    readonly earliest: string;
    readonly lanes: {
      readonly contraception: string;
      readonly tests: string;
      readonly supplies: string;
      readonly events: string;
      readonly plan: string;
    };
    readonly contraception: string;
    readonly month: string;
    readonly window: string;
    readonly period: string;
    readonly supply: string;
    readonly proposed: string;
    readonly negative: string;
    readonly positive: string;
    readonly unclear: string;
    readonly bloods: string;
    readonly alarm: string;
    readonly lapse: string;
    readonly step: string;
    readonly asList: string;
    readonly range: (from: string, to: string) => string;
    readonly describes: (from: string, to: string) => string;
    readonly shortDay: (month: number, day: number) => string;
    readonly monthName: (year: number, month: number) => string;
  };
  readonly footer: {
    readonly support: string;
    readonly fictional: string;
    readonly local: string;
  };
}
