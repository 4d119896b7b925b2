import { clinicRecording, whyAnyUnknown, whyUnknown } from "./recording.ts";

/** The ingredients on the pack of a product, read in full. */
export const readProduct = clinicRecording({
  name: "read-product",
  writes: "product-read",
  roles: ["pharmacist", "prescriber"],
  subject: ({ product }) => product,
  known: (body, { record }) => {
    const last = record.of("product-read").findLast((read) => read.body.product === body.product);
    const before = new Set(last?.body.excipients);
    return last !== undefined && before.symmetricDifference(new Set(body.excipients)).size === 0;
  },
  check: ({ product, excipients }, { context: { knowledge } }) =>
    whyUnknown("product", product, knowledge.products) ??
    whyAnyUnknown("excipient", excipients, knowledge.excipients),
});
