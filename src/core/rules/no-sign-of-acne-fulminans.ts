import { pass, stop } from "../finding.ts";
import { latestOf } from "../results.ts";
import { rule } from "../rule.ts";
import { step } from "../steps.ts";

/** Ulcerating or haemorrhagic lesions, or a flare with fever or joint pain: a dermatologist today, never more drug. */
export const noSignOfAcneFulminans = rule("no-sign-of-acne-fulminans", ["pass", "stop"], (c) => {
  const cites = c.values.fulminansStops.cites;
  const open = [...c.record.openSymptoms.keys()];
  const alone = open.filter((id) => c.knowledge.symptoms[id]?.fulminans === "alone");
  const withFlare = open.includes("severe-flare")
    ? open.filter((id) => c.knowledge.symptoms[id]?.fulminans === "with-flare")
    : [];
  const leucocytes = latestOf(c, "wbc")?.body;
  const measured =
    open.includes("severe-flare") &&
    leucocytes?.upperLimit !== undefined &&
    leucocytes.value > leucocytes.upperLimit &&
    !withFlare.includes("leucocytosis");
  const signs = [...alone, ...withFlare, ...(measured ? ["leucocytosis"] : [])];
  return signs.length > 0
    ? stop("signs", { symptoms: signs }, cites, [step("prescriber", "see-dermatologist-today", {}, c.day)], {
        floor: true,
      })
    : pass("none", {}, cites);
});
