import type { RuleWords } from "../../words.ts";
import { count } from "../grammar.ts";

/** The capsule itself. */
export const product: Pick<
  RuleWords,
  "product-is-known" | "product-is-free-of-allergens" | "formulation-is-unchanged" | "capsules-are-whole"
> = {
  "product-is-known": {
    title: "Product and strength known",
    reasons: {
      "strength-unknown": () => "The order does not say which strength of capsule is meant.",
      "product-unknown": ({ capsuleMg }, say) =>
        `The order says ${say.number(capsuleMg)} mg capsules, but not which product. Dose limits, food and allergens depend on the product.`,
      "strength-known": ({ capsuleMg, formulation }, say) =>
        `${say.number(capsuleMg)} mg capsules, ${say.term(formulation)} formulation.`,
      known: ({ product: id, capsuleMg, food }, say) =>
        `${say.name("product", id)}, ${say.number(capsuleMg)} mg capsules. ${foodWords[food]}`,
      "no-such-strength": ({ product: id, capsuleMg }, say) =>
        `${say.name("product", id)} does not come in ${say.number(capsuleMg)} mg capsules. Please check product and strength.`,
    },
  },
  "product-is-free-of-allergens": {
    title: "Free of the patient's allergens",
    reasons: {
      "allergic-to-isotretinoin": ({ allergens }, say) =>
        `Allergy on record: ${say.names("allergen", allergens)}. Isotretinoin must not be given, whatever the product.`,
      "product-unknown": ({ allergens }, say) =>
        `Allergy on record: ${say.names("allergen", allergens)}. Which product is meant is not known, so its ingredients cannot be checked.`,
      "contains-allergen": ({ allergens, product: id }, say) =>
        `${say.name("product", id)} must not be given with this allergy: ${say.names("allergen", allergens)}. Another product may be free of it.`,
      "excipients-unread": ({ allergens, product: id }, say) =>
        `Allergy on record: ${say.names("allergen", allergens)}. The full list of ingredients of ${say.name("product", id)} has not been read yet.`,
      "allergy-unknown-to-us": ({ allergyTexts }, say) =>
        `Isoward cannot judge these allergies: ${say.list(allergyTexts)}. The prescriber checks them against the ingredients.`,
      "not-asked": () => "Allergies have not been asked about yet.",
      free: ({ allergens }, say) =>
        allergens.length === 0
          ? "No allergy on record speaks against the capsule."
          : `Allergy on record: ${say.names("allergen", allergens)}. This capsule is free of it.`,
    },
  },
  "formulation-is-unchanged": {
    title: "Same kind of capsule as before",
    reasons: {
      "nothing-to-compare": () => "There is no earlier product to compare with.",
      "not-interchangeable": ({ from, to }, say) =>
        `This supply changes from ${say.name("product", from)} to ${say.name("product", to)}. The body takes them up differently, so the dose does not carry over milligram for milligram.`,
      interchangeable: ({ product: id }, say) =>
        `Nothing on file speaks against ${say.name("product", id)} at the same dose as before.`,
    },
  },
  "capsules-are-whole": {
    title: "Whole capsules",
    reasons: {
      "count-unknown": () => "How many capsules the supply holds is not known.",
      "dose-splits-capsule": ({ capsulesDaily, doses }, say) =>
        `${count(say, capsulesDaily, "capsule")} a day cannot be taken in ${count(say, doses, "dose")} without cutting it.`,
      "does-not-add-up": ({ count: capsules, capsuleMg, dailyMg, days }, say) =>
        `${count(say, capsules, "capsule")} of ${say.number(capsuleMg)} mg do not make ${say.number(dailyMg)} mg a day for ${count(say, days, "day")}. Please say which is meant.`,
      "split-capsule": ({ count: capsules, fits }, say) =>
        `This comes to ${say.number(capsules)} capsules, and a capsule cannot be split. ${count(say, fits, "capsule")} would fit.`,
      "broken-blister": ({ count: capsules, blister, fits }, say) =>
        `${count(say, capsules, "capsule")} would break a blister of ${say.number(blister)}. ${count(say, fits, "capsule")} would fit.`,
      whole: ({ count: capsules, blister }, say) =>
        blister > 1
          ? `${count(say, capsules, "capsule")}, in whole blisters of ${say.number(blister)}.`
          : `${count(say, capsules, "capsule")}.`,
    },
  },
};

const foodWords = {
  "with-meal": "It is taken with a meal.",
  any: "It is taken with or without a meal.",
  unknown: "Whether it needs a meal is not on file.",
} as const;
