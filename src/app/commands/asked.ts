import type { Knowledge } from "../../core/knowledge/schema.ts";

type ListParameter =
  | "consents"
  | "consentsIfPregnancyPossible"
  | "counsellingTopics"
  | "counsellingTopicsIfPregnancyPossible";

/** Everything that some protocol or clinic asks for, in any edition. */
export function asked({ protocols, clinics }: Knowledge, parameters: readonly ListParameter[]): string[] {
  const values = [...Object.values(protocols), ...Object.values(clinics)].map((one) => one.values);
  const stated = values.flatMap((one) => parameters.flatMap((parameter) => one[parameter] ?? []));
  return [...new Set(stated.flatMap(({ value }) => (Array.isArray(value) ? value.map(String) : [])))];
}
