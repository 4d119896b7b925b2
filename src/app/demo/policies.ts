/**
 * What the demo clinic has signed for, by nobody real. The laboratory's rows are the draft that clinical.md 4 puts to a
 * clinic for its signature, by CTCAE grade; the overlap is a setting of this demo and has no source.
 */
import type { Act } from "./story.ts";

const signed = { signedBy: "Fictional Prescriber (demo)", fictional: true };

export const policies: readonly (Act & { readonly input: object })[] = [
  {
    by: "prescriber",
    command: "sign-policy",
    input: {
      ...signed,
      policy: "laboratory",
      rows: [
        { analyte: "triglycerides", fromGrade: 3, action: "ask" },
        { analyte: "alt", fromGrade: 2, action: "ask" },
        { analyte: "alt", fromGrade: 3, action: "stop" },
        { analyte: "ast", fromGrade: 2, action: "ask" },
        { analyte: "ast", fromGrade: 3, action: "stop" },
        { analyte: "ck", fromGrade: 3, action: "stop" },
      ],
    },
  },
  {
    by: "prescriber",
    command: "sign-policy",
    input: { ...signed, policy: "pregnancy-test-kit", detectsMiuPerMl: 25 },
  },
  {
    by: "prescriber",
    command: "sign-policy",
    input: { ...signed, policy: "supply-overlap", overlapDays: 3 },
  },
  // As if a pharmacist had read the pack: the demo's, and no statement about the real product.
  { by: "pharmacist", command: "read-product", input: { product: "isotroin", excipients: ["soybean-oil"] } },
];
