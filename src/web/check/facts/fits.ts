/** Whether a value out of a link is one of its fact: links come from anywhere. */
import { categoryBases } from "../../../core/vocabulary.ts";
import type { FactId } from "./index.ts";

type Check = (value: unknown) => boolean;
const isNumber: Check = (value) => typeof value === "number" && Number.isFinite(value) && value >= 0;
const isDay: Check = (value) => Number.isInteger(value) && Math.abs(value as number) < 84_000;
const isFlag: Check = (value) => typeof value === "boolean";
const isIds: Check = (value) =>
  Array.isArray(value) &&
  value.length <= 60 &&
  value.every((id) => typeof id === "string" && id.length <= 60);
const isOne =
  (...of: readonly string[]): Check =>
  (value) =>
    typeof value === "string" && of.includes(value);
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const holds =
  (shape: Readonly<Record<string, Check>>): Check =>
  (value) =>
    typeof value === "object" &&
    value !== null &&
    Object.keys(value).length === Object.keys(shape).length &&
    Object.entries(shape).every(([key, check]) => check((value as Readonly<Record<string, unknown>>)[key]));

const asked = holds({ asked: isFlag, ids: isIds });
const yesNo = isOne("yes", "no", "not-asked");

const checks: { readonly [K in FactId]: Check } = {
  birthDate: orNull(isDay),
  category: isOne("can", "not-attested", ...categoryBases),
  guardian: isFlag,
  seenInPerson: isFlag,
  consents: isIds,
  guardianSigned: isFlag,
  test: orNull(
    holds({
      day: isDay,
      result: isOne("negative", "positive", "indeterminate", "pending"),
      setting: isOne("certified-laboratory", "medical-setting", "home", "unknown"),
    }),
  ),
  periodDay: orNull(isDay),
  contraception: holds({ methods: isIds, sinceDay: orNull(isDay) }),
  stated: yesNo,
  breastfeeding: yesNo,
  weightKg: orNull(isNumber),
  severity: orNull(isOne("clear", "mild", "moderate", "severe", "very-severe")),
  mood: isOne("not-asked", "calm", "new-symptom", "self-harm"),
  sexualFunction: yesNo,
  symptoms: asked,
  triglycerides: orNull(isNumber),
  alt: orNull(isNumber),
  medicines: asked,
  allergies: asked,
  conditions: asked,
  counselled: isFlag,
};

export function fits(id: FactId, value: unknown): boolean {
  return checks[id](value);
}
