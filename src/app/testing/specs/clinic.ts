import { confirmEdition } from "../../commands/confirm-edition.ts";
import { enrol } from "../../commands/enrol.ts";
import { leaveProgramme } from "../../commands/leave-programme.ts";
import { readProduct } from "../../commands/read-product.ts";
import { signPolicy } from "../../commands/sign-policy.ts";
import { was } from "../given.ts";
import { spec } from "../spec.ts";

const site = { programme: "us-ipledge", party: "site" };
const prescriber = { programme: "us-ipledge", party: "prescriber" };
const rows = [{ analyte: "alt", fromGrade: 2, action: "ask" }];

export const clinicSpecs = [
  spec(signPolicy, {
    writes: {
      "how grades are acted on": {
        when: { policy: "laboratory", signedBy: "Dr Example", rows },
        by: "prescriber",
        gives: [["policy-signed", { policy: "laboratory", signedBy: "Dr Example", rows }]],
      },
      "how supplies may overlap": {
        when: { policy: "supply-overlap", signedBy: "Dr Example", overlapDays: 3 },
        gives: [["policy-signed", { overlapDays: 3 }]],
      },
      "how long records are kept": {
        when: { policy: "retention", signedBy: "Dr Example", years: 5 },
        gives: [["policy-signed", { policy: "retention", years: 5 }]],
      },
    },
    refuses: {
      "a policy that says nothing": {
        when: { policy: "pregnancy-test-kit", signedBy: "Dr Example" },
        gives: ["nothing-said", { fields: ["detectsMiuPerMl"] }],
      },
      "an analyte that nobody knows": {
        when: {
          policy: "laboratory",
          signedBy: "Dr Example",
          rows: [{ analyte: "gpt", fromGrade: 2, action: "ask" }],
        },
        gives: ["unknown-id", { field: "analyte" }],
      },
      "an administrator": {
        when: { policy: "laboratory", signedBy: "Dr Example", rows },
        by: "administrator",
        gives: ["not-your-word"],
      },
    },
    quiet: {
      "about the same on the same day": {
        given: [
          was("policy-signed", "2026-11-18", {
            policy: "supply-overlap",
            signedBy: "Dr Example",
            overlapDays: 3,
          }),
        ],
        when: { policy: "supply-overlap", signedBy: "Dr Example", overlapDays: 3, happened: "2026-11-18" },
      },
    },
  }),
  spec(confirmEdition, {
    writes: {
      "that an edition is in force": {
        when: { protocol: "us-ipledge", edition: "2026-11-15" },
        by: "administrator",
        gives: [["edition-confirmed", { protocol: "us-ipledge", edition: "2026-11-15" }]],
      },
    },
    refuses: {
      "a protocol that nobody knows": {
        when: { protocol: "ipledge", edition: "2026-11-15" },
        gives: ["unknown-id", { field: "protocol" }],
      },
      "an edition there is not": {
        when: { protocol: "us-ipledge", edition: "2026-11-16" },
        gives: ["unknown-id", { field: "edition", given: "2026-11-16" }],
      },
      "a prescriber": {
        when: { protocol: "us-ipledge", edition: "2026-11-15" },
        by: "prescriber",
        gives: ["not-your-word"],
      },
    },
    quiet: {
      "about one that was confirmed": {
        given: [
          was(
            "edition-confirmed",
            "2026-11-16",
            { protocol: "us-ipledge", edition: "2026-11-15" },
            "administrator",
          ),
        ],
        when: { protocol: "us-ipledge", edition: "2026-11-15" },
      },
    },
  }),
  spec(readProduct, {
    writes: {
      "what stands on the pack": {
        when: { product: "isotroin", excipients: ["soybean-oil"] },
        by: "pharmacist",
        gives: [["product-read", { product: "isotroin", excipients: ["soybean-oil"] }]],
      },
    },
    refuses: {
      "a product that nobody knows": {
        when: { product: "isotretinoin-x", excipients: [] },
        gives: ["unknown-id", { field: "product" }],
      },
      "an ingredient that nobody knows": {
        when: { product: "isotroin", excipients: ["sugar"] },
        gives: ["unknown-id", { field: "excipient" }],
      },
      "a nurse": { when: { product: "isotroin", excipients: [] }, by: "nurse", gives: ["not-your-word"] },
    },
    quiet: {
      "about a pack that was read so": {
        given: [was("product-read", "2026-11-01", { product: "isotroin", excipients: ["soybean-oil"] })],
        when: { product: "isotroin", excipients: ["soybean-oil"] },
      },
    },
  }),
  spec(enrol, {
    writes: {
      "that the site is enrolled": {
        when: { ...site, until: "2027-11-20" },
        by: "administrator",
        gives: [["programme-enrolled", { ...site, until: "2027-11-20" }]],
      },
      "which prescriber it is, beside another": {
        given: [was("programme-enrolled", "2026-10-01", { ...prescriber, account: "a1" }, "administrator")],
        when: { ...prescriber, account: "a2" },
        by: "administrator",
        gives: [["programme-enrolled", { ...prescriber, account: "a2" }]],
      },
    },
    refuses: {
      "a programme in which nobody enrols, whoever it is": {
        when: { programme: "jp-selfpay", party: "prescriber", account: "a1" },
        by: "administrator",
        gives: ["unknown-id", { field: "programme" }],
      },
      "a programme in which nobody enrols": {
        when: { programme: "jp-selfpay", party: "site" },
        gives: ["unknown-id", { field: "programme" }],
      },
      "a nurse": { when: site, by: "nurse", gives: ["not-your-word"] },
    },
    quiet: {
      "about an enrolment that stands": {
        given: [was("programme-enrolled", "2026-10-01", site, "administrator")],
        when: site,
      },
    },
  }),
  spec(leaveProgramme, {
    writes: {
      "that the site has left": {
        given: [was("programme-enrolled", "2026-10-01", site, "administrator")],
        when: site,
        by: "administrator",
        gives: [["programme-left", site]],
      },
      "that one of two prescribers has left": {
        given: ["a1", "a2"].map((account) =>
          was("programme-enrolled", "2026-10-01", { ...prescriber, account }, "administrator"),
        ),
        when: { ...prescriber, account: "a2" },
        by: "administrator",
        gives: [["programme-left", { ...prescriber, account: "a2" }]],
      },
    },
    refuses: {
      "to leave what was never entered": { when: site, gives: ["not-started", { field: "programme" }] },
    },
    quiet: {
      "about the same on the same day": {
        given: [
          was("programme-enrolled", "2026-10-01", site, "administrator"),
          was("programme-left", "2026-11-18", site, "administrator"),
        ],
        when: { ...site, happened: "2026-11-18" },
      },
    },
  }),
];
