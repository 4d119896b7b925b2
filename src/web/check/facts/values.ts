/** The facts that can be tried, and what each holds. `null` is "not recorded". */
import type { Day } from "../../../core/calendar.ts";
import type { Body } from "../../../core/entry.ts";
import type { categoryBases } from "../../../core/vocabulary.ts";

export type CategoryValue = "can" | "not-attested" | (typeof categoryBases)[number];
export type TestResult = Body<"pregnancy-test-resulted">["result"] | "pending";
export type TestSetting = NonNullable<Body<"pregnancy-test-collected">["setting"]> | "unknown";
export type YesNo = "yes" | "no" | "not-asked";
export type Mood = "not-asked" | "calm" | "new-symptom" | "self-harm";
export type SeverityValue = NonNullable<Body<"severity-scored">["severity"]>;

/** A list that was asked for, or not: an empty list nobody asked for says nothing. */
export interface AskedList {
  readonly asked: boolean;
  readonly ids: readonly string[];
}

export interface FactValues {
  readonly birthDate: Day | null;
  readonly category: CategoryValue;
  readonly guardian: boolean;
  readonly seenInPerson: boolean;
  readonly consents: readonly string[];
  readonly guardianSigned: boolean;
  /** The latest test; tried as `null`, it is as if that one had not been taken. */
  readonly test: { readonly day: Day; readonly result: TestResult; readonly setting: TestSetting } | null;
  readonly periodDay: Day | null;
  readonly contraception: { readonly methods: readonly string[]; readonly sinceDay: Day | null };
  readonly stated: YesNo;
  readonly breastfeeding: YesNo;
  readonly weightKg: number | null;
  readonly severity: SeverityValue | null;
  readonly mood: Mood;
  /** Whether there is a new problem. */
  readonly sexualFunction: YesNo;
  readonly symptoms: AskedList;
  readonly triglycerides: number | null;
  readonly alt: number | null;
  readonly medicines: AskedList;
  readonly allergies: AskedList;
  readonly conditions: AskedList;
  readonly counselled: boolean;
}
export type FactId = keyof FactValues;
export type FactChanges = { readonly [K in FactId]?: FactValues[K] };
