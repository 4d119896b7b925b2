import { advise, pass } from "../finding.ts";
import { rule } from "../rule.ts";

/** The US label wants two doses a day, the European one allows one. Only advised upon. */
export const doseIsDivided = rule("dose-is-divided", ["pass", "advise"], (c) => {
  const { value: wanted, cites } = c.values.dosesPerDay;
  const stated = c.question.dosesPerDay;
  if (wanted === null || wanted <= 1) return pass("once-or-twice", {}, cites);
  if (stated === undefined) return advise("not-stated", { wanted }, cites);
  return stated < wanted
    ? advise("fewer-doses", { stated, wanted }, cites)
    : pass("divided", { stated }, cites);
});
