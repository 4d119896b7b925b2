/** Golden examples as they are judged. */
import type { At, Day } from "../core/calendar.ts";
import type { HandedOut } from "../core/decide-dispensing.ts";
import type { Entry } from "../core/entry.ts";
import type { Verdict } from "../core/finding.ts";
import type { Finding } from "../core/judge.ts";
import type { Knowledge } from "../core/knowledge/schema.ts";
import type { SupplyQuestion } from "../core/question.ts";
import type { UndatedFact } from "../core/record.ts";
import type { Setting } from "../core/setting.ts";
import type { RuleId } from "./golden-schema.ts";

export interface Bilingual {
  readonly en: string;
  readonly ja: string;
}

/** An example with everything it stands on, ready to be judged. */
export interface GoldenCase {
  readonly file: string;
  readonly line: number | undefined;
  readonly name: Bilingual;
  readonly question: SupplyQuestion;
  /** What is handed out, where the question is whether it may be. */
  readonly dispense: HandedOut | undefined;
  readonly entries: readonly Entry[];
  readonly undated: readonly UndatedFact[];
  readonly setting: Setting;
  readonly zone: string;
  readonly when: { readonly on: Day } | { readonly at: At };
}
export interface GoldenExample extends GoldenCase {
  readonly rule: RuleId;
  readonly expected: Expected;
}
/** A patient examples begin from: complete, so that the supply passes on its day. */
export interface GoldenPatient extends GoldenCase {
  readonly id: string;
}
export interface Expected {
  readonly gives: Verdict;
  readonly reason: string;
  /** The verdict of the whole supply, where the example states it. */
  readonly overall?: Verdict;
}

export interface GoldenResult extends GoldenExample {
  readonly got: { readonly gives: Verdict; readonly reason: string; readonly overall: Verdict };
  readonly finding: Finding;
}

/** One file: the protocol or clinic it is for, and what it holds. */
export interface GoldenFile {
  readonly file: string;
  readonly protocol: string;
  readonly patients: readonly GoldenPatient[];
  readonly examples: readonly GoldenExample[];
  /** The knowledge, with the fictional clinics of the file added. */
  readonly knowledge: Knowledge;
}
