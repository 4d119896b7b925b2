import { lastStated } from "../circumstances.ts";
import { ask, pass, stop } from "../finding.ts";
import { rule } from "../rule.ts";
import { draft, step } from "../steps.ts";

/** Nobody is treated who takes capsules of their own import: no doctor answers for those. */
export const capsulesComeByPrescription = rule(
  "capsules-come-by-prescription",
  ["pass", "ask", "stop"],
  (c) => {
    const { value, cites } = c.values.privateImportRefused;
    if (value !== true) return pass("not-asked-for", {}, cites);
    const imports = lastStated(c, "privateImport")?.body.privateImport;
    if (imports === undefined) {
      const none = draft("circumstances-stated", { privateImport: false }, "nurse", c.today);
      return ask("not-asked", {}, cites, [
        step("nurse", "ask-circumstance", { circumstance: "privateImport" }, c.today, {
          when: "now",
          entries: [none],
        }),
      ]);
    }
    return imports
      ? stop("imported", {}, cites, [step("patient", "give-up-import", {}, c.day)])
      : pass("prescribed-only", {}, cites);
  },
);
