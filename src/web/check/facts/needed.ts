/** What the chosen protocol asks for: pregnancy is possible until an attestation says otherwise. */
import { categoryOf } from "../../../core/category.ts";
import type { FactContext } from "./fact.ts";

export function pregnancyPossible({ record, values }: FactContext): boolean {
  return categoryOf(record, values.postMenopausalAgeYears.value).is !== "cannot";
}

export function consentsNeeded(context: FactContext): string[] {
  const { consents, consentsIfPregnancyPossible } = context.values;
  return [
    ...(consents.value ?? []),
    ...(pregnancyPossible(context) ? (consentsIfPregnancyPossible.value ?? []) : []),
  ];
}

export function topicsNeeded(context: FactContext): string[] {
  const { counsellingTopics, counsellingTopicsIfPregnancyPossible } = context.values;
  return [
    ...(counsellingTopics.value ?? []),
    ...(pregnancyPossible(context) ? (counsellingTopicsIfPregnancyPossible.value ?? []) : []),
  ];
}
