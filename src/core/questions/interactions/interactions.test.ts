import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readKnowledge } from "../../../app/knowledge-files.ts";
import { day } from "../../calendar.ts";
import { type Verdict, verdicts, worse } from "../../finding.ts";
import { findMedicine, namesKnown } from "../../names/find-medicine.ts";
import { routeIn } from "../../names/route.ts";
import { askedOn } from "../asked.ts";
import { interactions } from "./interactions.ts";

const knowledge = readKnowledge();
const asked = askedOn(knowledge, { protocol: "jp-selfpay", confirmedEditions: [] }, day("2026-11-22"));
const answer = (names: readonly string[], hormonalContraception?: boolean) =>
  interactions.answer(
    { names, ...(hormonalContraception === undefined ? {} : { hormonalContraception }) },
    asked,
  );
const written = namesKnown(knowledge).map(({ name }) => name);
const name = fc.constantFrom(...written);
const anything = fc.oneof(name, fc.string({ maxLength: 30 }));
const hormonal = fc.constantFrom(true, false, undefined);
const noBetterThan = (verdict: Verdict, than: Verdict) => verdicts.indexOf(verdict) >= verdicts.indexOf(than);

describe("What is not believed never passes", () => {
  test("neither a name nobody knows, nor a guess", () => {
    fc.assert(
      fc.property(anything, hormonal, (text, contraception) => {
        const believed = findMedicine(knowledge, text).every(({ how }) => how === "named");
        if (!believed) expect(noBetterThan(answer([text], contraception).verdict, "ask"), text).toBe(true);
      }),
    );
  });

  test("not knowing of hormonal contraception is never better than either answer", () => {
    for (const one of written) {
      const unsaid = answer([one]).verdict;
      // Not said asks at most where one of the answers would stop.
      if (answer([one], false).verdict !== answer([one], true).verdict)
        expect(noBetterThan(unsaid, "ask"), one).toBe(true);
      else expect(unsaid, one).toBe(answer([one], true).verdict);
    }
  });

  test("nothing named is not an all-clear", () => {
    expect(answer([]).verdict).toBe("ask");
  });
});

describe("Several names", () => {
  test("the worst of them decides, in any order, and a further one never improves it", () => {
    fc.assert(
      fc.property(fc.array(anything, { minLength: 1, maxLength: 5 }), hormonal, (names, contraception) => {
        const { verdict } = answer(names, contraception);
        const alone = names.map((one) => answer([one], contraception).verdict);
        expect(verdict).toBe(alone.reduce<Verdict>(worse, "pass"));
        expect(answer(names.toReversed(), contraception).verdict).toBe(verdict);
      }),
    );
  });
});

describe("Every agent", () => {
  const medicines = Object.values(knowledge.medicines);

  test.each(medicines.map((one) => [one.id, one] as const))("%s is answered as it stands", (id, medicine) => {
    const text = medicine.name.ja;
    const { remarks, verdict } = answer([text], true);
    const own = remarks.filter(({ about, section }) => about?.id === id && section === "counts");
    expect(own.length).toBeGreaterThan(0);
    expect(own.map((one) => one.verdict)).toContain(medicine.verdict);
    expect(noBetterThan(verdict, medicine.verdict)).toBe(true);
    for (const one of own) expect(one.cites.length).toBeGreaterThan(0);
  });

  test("passes only where a source that was read speaks for it", () => {
    const passing = medicines.filter(({ verdict }) => verdict === "pass");
    expect(passing.length).toBeGreaterThan(0);
    for (const { id, cites } of passing)
      expect(
        cites.some((cite) => knowledge.sources[cite]?.checked === "read" && !cite.startsWith("page-")),
        id,
      ).toBe(true);
  });

  test("a page's word alone never passes, and what no source speaks of asks", () => {
    for (const { id, finding, verdict, cites } of medicines) {
      if (finding === "silent") expect(verdict, id).toBe("ask");
      if (cites.every((cite) => cite.startsWith("page-"))) expect(verdict, id).not.toBe("pass");
    }
  });

  test.each([
    ["J01AA", true],
    ["J01AA08", true],
    ["G03AC", false],
  ])("every tetracycline stops: %s", (code, stops) => {
    expect(answer([code]).verdict === "stop").toBe(stops);
  });

  test("of a steroid inhaled, sprayed or spread nothing is said against; of the same swallowed care is", () => {
    for (const steroid of medicines.filter((one) => one.class === "systemic-corticosteroid")) {
      const { en, ja } = steroid.name;
      const called = [...steroid.aliases, ja].find((name) => routeIn(name) === undefined) ?? en;
      for (const route of ["吸入", "点鼻", "点眼", "軟膏"]) {
        expect(answer([`${called} ${route}`]).verdict, `${called} ${route}`).toBe("pass");
        expect(answer([`${called} ${route} 錠`]).verdict, `${called} ${route} and tablets`).not.toBe("pass");
      }
      expect(answer([en]).verdict).toBe("advise");
    }
  });

  test("no local route makes a tetracycline or another retinoid pass", () => {
    for (const { id, name: own } of medicines.filter((one) =>
      ["tetracycline", "oral-retinoid"].includes(one.class),
    ))
      for (const route of ["吸入", "点眼", "軟膏", "gel"])
        expect(answer([`${own.en} ${route}`]).verdict, `${id} ${route}`).not.toBe("pass");
  });
});
