import { advise, pass } from "../finding.ts";
import { rule } from "../rule.ts";

/** While nobody has confirmed that an edition is in force, the worse of it and its predecessor counts. */
export const editionIsConfirmed = rule("edition-is-confirmed", ["pass", "advise"], (c) => {
  const { sinceDay, besideDay, cites } = c.edition;
  return besideDay === undefined
    ? pass("in-force", { sinceDay }, cites)
    : advise("unconfirmed", { sinceDay, besideDay }, cites);
});
