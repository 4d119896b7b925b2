/** Where the drug has no approval, whoever is told of a treatment is told that too. */
import { advise } from "../finding.ts";
import { type Asked, remark } from "./question.ts";

export function unapprovedRemarks({ country }: Pick<Asked, "country">) {
  return country === "JP"
    ? [remark("know", advise("unapproved-in-japan", {}, ["decision-unapproved-drug", "jp-relief-secondary"]))]
    : [];
}
