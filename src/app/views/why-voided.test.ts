import { describe, expect, test } from "vitest";
import { newNumber } from "../authorisation-number.ts";
import { patientOf, read, route, type WrittenEntry, was } from "../testing/given.ts";
import { authorisationView } from "./view-parts.ts";

const number = newNumber(route, new Set()) ?? "";
const authorised: WrittenEntry = {
  id: "given",
  ...was("supply-authorised", "2026-11-20T08:00:00+09:00", {
    number,
    product: "isotroin",
    capsuleMg: 20,
    capsules: 60,
    dailyMg: 40,
    dosesPerDay: 2,
    days: 30,
    edition: "2021-12-13",
  }),
};

function voidedOf(...further: readonly WrittenEntry[]) {
  const state = patientOf(read([authorised, ...further]));
  return state.record.authorisations.map((one) => authorisationView(one, state).voided);
}

describe("What is shown of an authorisation", () => {
  test("says the rules that it came to fail, by name", () => {
    const rules = ["patient-is-not-pregnant"];
    const voided = was("supply-voided", "2026-11-20", { number, because: "no-longer-passes", rules });
    expect(voidedOf(voided)).toEqual([
      {
        because: "no-longer-passes",
        rules: [{ rule: "patient-is-not-pregnant", title: { en: "Not pregnant", ja: "妊娠していないこと" } }],
        day: "2026-11-20",
      },
    ]);
  });

  test("says what the prescriber said", () => {
    const voided = was("supply-voided", "2026-11-19", { number, because: "withdrawn" });
    expect(voidedOf(voided)).toEqual([{ because: "withdrawn", rules: [], day: "2026-11-19" }]);
  });

  test("says that its own entry was corrected, or its number given twice", () => {
    const mended = was("corrected", "2026-11-20", { ref: "given", reason: "mistaken", withdrawn: true });
    expect(voidedOf(mended)).toEqual([{ because: "corrected", rules: [], day: "2026-11-20" }]);
    const twice = { because: "number-given-twice", rules: [], day: null };
    expect(voidedOf({ ...authorised, id: "again" })).toEqual([twice, twice]);
  });

  test("gives no such reason while it is open", () => {
    expect(voidedOf()).toEqual([null]);
  });
});
