import { ask, pass } from "../finding.ts";
import { rule } from "../rule.ts";
import { draft, step } from "../steps.ts";

/** Everybody can become pregnant unless an attestation on sufficient grounds says otherwise. */
export const categoryIsAttested = rule("category-is-attested", ["pass", "ask"], (c) => {
  const cites = c.values.categoryAttested.cites;
  const can = () =>
    draft("category-attested", { canBecomePregnant: true, documented: [] }, "prescriber", c.today);
  switch (c.category.is) {
    case "unknown":
      // The plan presumes the stricter answer: if the patient cannot become pregnant, steps fall away.
      return ask("not-attested", {}, cites, [
        step("prescriber", "attest-category", {}, c.today, { when: "now", entries: [can()] }),
      ]);
    case "undocumented":
      return ask("menopause-not-documented", { missing: c.category.missing }, cites, [
        step("prescriber", "document-menopause", { missing: c.category.missing }, c.today, {
          when: "now",
          entries: [can()],
        }),
      ]);
    case "contradicted":
      return ask("contradicted", { attestedDay: c.category.attestedDay }, cites, [
        step("prescriber", "attest-category", {}, c.today, { when: "now", entries: [can()] }),
      ]);
    case "cannot":
      return pass("cannot", { basis: c.category.basis }, cites);
    case "can":
      return "insufficientBasis" in c.category
        ? ask("basis-does-not-count", { basis: c.category.insufficientBasis }, cites, [
            step("prescriber", "correct-category", { basis: c.category.insufficientBasis }, c.today, {
              when: "now",
              entries: [can()],
            }),
          ])
        : pass("can", {}, cites);
  }
});
