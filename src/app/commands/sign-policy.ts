import type { Body } from "../../core/entry.ts";
import type { FieldName } from "../../core/refusal.ts";
import { clinicRecording, whyAnyUnknown, whyNothingSaid } from "./recording.ts";

/** A policy of the clinic, signed: how laboratory grades are acted on, which test kit is used, how supplies overlap, how long records are kept. */
export const signPolicy = clinicRecording({
  name: "sign-policy",
  writes: "policy-signed",
  roles: ["prescriber"],
  subject: ({ policy }) => policy,
  check: (body, { context }) =>
    whyNothingSaid(body, [says[body.policy]]) ??
    whyAnyUnknown(
      "analyte",
      body.rows.map(({ analyte }) => analyte),
      context.knowledge.analytes,
    ),
});

/** What each policy is empty without. */
const says: { readonly [P in Body<"policy-signed">["policy"]]: FieldName } = {
  laboratory: "rows",
  "pregnancy-test-kit": "detectsMiuPerMl",
  "supply-overlap": "overlapDays",
  retention: "years",
};
