import { describe, expect, test } from "vitest";
import { medicineSchema } from "./medicines.ts";

const medicine = {
  id: "one",
  name: { en: "One", ja: "ワン" },
  class: "other",
  verdict: "stop",
  says: { en: "Not together.", ja: "併用しません。" },
  cites: ["label"],
};
const fits = (change: object) => medicineSchema.safeParse({ ...medicine, ...change }).success;

describe("A medicine of the knowledge", () => {
  test("fits as it stands", () => {
    expect(fits({})).toBe(true);
  });

  test.each<[string, object, boolean]>([
    ["passes without anything said to have been looked for", { verdict: "pass" }, false],
    [
      "passes though no source speaks of it",
      { verdict: "pass", finding: "silent", checkedOn: "2026-11-22" },
      false,
    ],
    [
      "passes where a source says that nothing was found",
      { verdict: "pass", finding: "none", checkedOn: "2026-11-22" },
      true,
    ],
    ["has nothing found, and no day of the search", { verdict: "advise", finding: "none" }, false],
    ["has a day of search and an interaction", { checkedOn: "2026-11-22" }, false],
    [
      "has a day of search that is none",
      { verdict: "advise", finding: "none", checkedOn: "2026-02-30" },
      false,
    ],
    [
      "asks where no source speaks of it",
      { verdict: "ask", finding: "silent", checkedOn: "2026-11-22" },
      true,
    ],
    [
      "only advises where no source speaks of it",
      { verdict: "advise", finding: "silent", checkedOn: "2026-11-22" },
      false,
    ],
    [
      "shows something supported as not applied",
      { elsewhere: [{ judged: "supported", says: medicine.says, cites: ["label"] }] },
      false,
    ],
  ])("that %s", (_, change, fit) => {
    expect(fits(change)).toBe(fit);
  });
});
