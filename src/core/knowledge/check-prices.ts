/** Cross-check: price lists of clinics. */
import type { Check } from "./draft.ts";
import type { Clinic } from "./schema.ts";
import type { PriceList } from "./topics/prices.ts";
import { type KnowledgeFile, type KnowledgeProblem, type Path, problemAt } from "./yaml-file.ts";

/** No two lists begin on a day, and every capsule priced is one the clinic has, once. */
export const pricesStand: Check = function* (draft) {
  const products = draft.lists["products.yaml"]?.data.products;
  const strengths =
    products === undefined ? undefined : new Map(products.map(({ id, strengthsMg }) => [id, strengthsMg]));
  for (const file of draft.clinics) {
    const begun = new Set<string>();
    for (const [index, list] of file.data.prices.entries()) {
      const at = ["prices", index];
      const { since } = list;
      if (begun.has(since)) {
        const remedy = "Keep one of the two, or give the later one its own day: neither wins by its place.";
        yield problemAt(file, [...at, "since"], `two price lists begin on ${since}`, remedy);
      }
      begun.add(since);
      yield* capsulesOf(file, list, at, strengths);
    }
  }
};

function* capsulesOf(
  file: KnowledgeFile<Clinic>,
  { capsules }: PriceList,
  at: Path,
  strengths: ReadonlyMap<string, readonly number[]> | undefined,
): Generator<KnowledgeProblem> {
  const { products } = file.data;
  const seen = new Set<string>();
  for (const [index, { mg, product }] of capsules.entries()) {
    const place = [...at, "capsules", index];
    const of = product ?? "any product";
    const key = `${mg} mg of ${of}`;
    if (seen.has(key))
      yield problemAt(file, place, `two prices for a capsule of ${key}`, "Keep the one that is charged.");
    seen.add(key);
    if (product !== undefined && !products.includes(product)) {
      const remedy = `Write one of ${products.join(", ")}, or add it to \`products\`.`;
      yield problemAt(file, [...place, "product"], `\`${product}\` is not dispensed here`, remedy);
      continue;
    }
    const without = (product === undefined ? products : [product]).filter(
      (id) => strengths?.get(id)?.includes(mg) === false,
    );
    if (without.length === 0) continue;
    const remedy = "Correct `mg`, or name the `product` that has it.";
    yield problemAt(file, [...place, "mg"], `${without.join(", ")} has no capsule of ${mg} mg`, remedy);
  }
}
