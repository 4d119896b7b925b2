import { type Case, judged } from "../case.ts";
import { ask, pass, stop } from "../finding.ts";
import type { Allergen } from "../knowledge/schema.ts";
import { rule } from "../rule.ts";
import { draft, step } from "../steps.ts";

/** The patient's allergies against this product's excipients, never against the molecule's; unread is unknown. */
export const productIsFreeOfAllergens = rule("product-is-free-of-allergens", ["pass", "ask", "stop"], (c) => {
  const cites = c.values.allergensChecked.cites;
  const recorded = c.record.of("allergy-recorded");
  const allergens = recorded
    .map(({ body }) => (body.allergen === undefined ? undefined : c.knowledge.allergens[body.allergen]))
    .filter((allergen) => allergen !== undefined);
  const unknown = recorded
    .filter(({ body }) => body.allergen === undefined || c.knowledge.allergens[body.allergen] === undefined)
    .map(({ body }) => body.text ?? body.allergen ?? body.coding?.[0]?.display ?? "?");

  const toMolecule = allergens.filter((allergen) => allergen.molecule);
  if (toMolecule.length > 0) {
    return stop("allergic-to-isotretinoin", { allergens: ids(toMolecule) }, citesOf(toMolecule), "never", {
      floor: true,
    });
  }
  const relevant = allergens.filter((allergen) => allergen.excipients.length > 0);
  const excipients = relevant.length === 0 ? "irrelevant" : excipientsOf(c);
  if (relevant.length > 0 && excipients === "no-product") {
    return ask("product-unknown", { allergens: ids(relevant) }, cites, [
      step("prescriber", "choose-product", {}, c.day),
    ]);
  }
  if (typeof excipients === "object") {
    const hit = relevant.filter((allergen) =>
      allergen.excipients.some((item) => excipients.contains.has(item)),
    );
    const product = c.question.product ?? "";
    if (hit.length > 0) {
      const other = step("prescriber", "choose-other-product", { allergens: ids(hit) }, c.day);
      return stop("contains-allergen", { allergens: ids(hit), product }, citesOf(hit), [other], {
        floor: true,
      });
    }
    if (!excipients.complete) {
      const read = draft("product-read", { product, excipients: [] }, "pharmacist", c.today);
      return ask("excipients-unread", { allergens: ids(relevant), product }, citesOf(relevant), [
        step("pharmacist", "read-pack", { product }, c.today, { when: "now", entries: [read] }),
      ]);
    }
  }
  if (unknown.length > 0 && !judged(c, "product-is-free-of-allergens", "allergy-unknown-to-us", recorded)) {
    const body = { rule: "product-is-free-of-allergens", conclusion: "may-continue" } as const;
    return ask("allergy-unknown-to-us", { allergyTexts: unknown }, cites, [
      step("prescriber", "judge-allergies", { allergies: unknown }, c.today, {
        when: "now",
        entries: [draft("judgement-recorded", body, "prescriber", c.today)],
      }),
    ]);
  }
  if (c.record.last("allergies-asked") === undefined) {
    const asked = draft("allergies-asked", {}, "nurse", c.today);
    return ask("not-asked", {}, cites, [
      step("nurse", "ask-allergies", {}, c.today, { when: "now", entries: [asked] }),
    ]);
  }
  return pass("free", { allergens: ids(relevant) }, cites);
});

interface Excipients {
  readonly contains: ReadonlySet<string>;
  readonly complete: boolean;
}

/** What is in the capsule: the pack a pharmacist read last, else what the sources say of the product. */
function excipientsOf(c: Case): Excipients | "no-product" {
  if (c.product === undefined) return "no-product";
  const { id, excipients, excipientsByStrengthMg, excipientsComplete } = c.product;
  const read = c.record.of("product-read").findLast(({ body }) => body.product === id);
  const ofStrength = excipientsByStrengthMg[String(c.question.capsuleMg)] ?? [];
  const stated = [...(excipients ?? []), ...ofStrength];
  return read === undefined
    ? { contains: new Set(stated), complete: excipients !== null && excipientsComplete }
    : { contains: new Set([...read.body.excipients, ...stated]), complete: true };
}

function ids(list: readonly Allergen[]): string[] {
  return list.map((allergen) => allergen.id);
}

function citesOf(list: readonly Allergen[]): string[] {
  return [...new Set(list.flatMap((allergen) => allergen.cites))];
}
