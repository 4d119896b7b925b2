/** Forms for what stands with the clinic and not with one patient. */
import { part } from "../../api/request.ts";
import type { About, Filled, FormSpec } from "./spec.ts";

/** Everything on the pack of a product, read in full. */
export function packForm(clinic: string, product: string): FormSpec {
  return {
    command: "read-product",
    by: ["pharmacist", "prescriber"],
    when: "none",
    noNote: true,
    fields: [{ kind: "many", name: "excipients", of: "excipients" }],
    gives: (filled: Filled, about: About) => [
      {
        command: "read-product",
        path: `/api/clinics/${part(clinic)}/read-product`,
        body: { product, excipients: filled["excipients"] ?? [], ...about },
      },
    ],
  };
}

/** The clinic's prescriber or site, enrolled in a programme. */
export function enrolForm(clinic: string, party: string): FormSpec {
  return {
    command: "enrol",
    by: ["prescriber", "pharmacist", "administrator"],
    when: "day",
    noNote: true,
    fields: [
      { kind: "one", name: "programme", of: "programmes", required: true },
      { kind: "day", name: "until", ahead: true },
    ],
    gives: (filled: Filled, about: About) => [
      {
        command: "enrol",
        path: `/api/clinics/${part(clinic)}/enrol`,
        body: { party, ...filled, ...about },
      },
    ],
  };
}
