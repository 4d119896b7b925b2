import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readKnowledge } from "../../../app/knowledge-files.ts";
import { at, day } from "../../calendar.ts";
import { verdicts } from "../../finding.ts";
import { namesOf, sameName } from "../../names/find-by-name.ts";
import { foldRecord } from "../../record.ts";
import { beforehandRules, eligibilityGate, supplyRules } from "../../rules/index.ts";
import type { Setting } from "../../setting.ts";
import { entry } from "../../testing/entries.ts";
import { severities } from "../../vocabulary.ts";
import { askedOf, askedOn } from "../asked.ts";
import type { InputOf } from "../fields.ts";
import { eligibility } from "./eligibility.ts";
import { entriesSaid } from "./said-of-oneself.ts";

type Said = InputOf<typeof eligibility.fields>;
const knowledge = readKnowledge();
const today = day("2026-11-22");
const places: readonly Setting[] = [
  ...Object.values(knowledge.protocols)
    .filter(({ usable }) => usable)
    .map(({ id }) => ({ protocol: id, confirmedEditions: [] })),
  ...Object.values(knowledge.clinics).map(({ id, on }) => ({
    protocol: on,
    clinic: id,
    confirmedEditions: [],
  })),
];
const under = (setting: Setting) => askedOn(knowledge, setting, today);
const rank = (verdict: (typeof verdicts)[number]) => verdicts.indexOf(verdict);

/** Everything that can be asked, answered so that nothing speaks against treatment. */
const fine: Said = {
  age: 24,
  severity: "severe",
  features: ["scarring"],
  priorTreatments: [{ agent: "systemic-antibiotic", weeks: 12, result: "failed" }],
  canBecomePregnant: true,
  pregnant: false,
  breastfeeding: false,
  planningPregnancy: false,
  preventionAgreed: true,
  conditions: ["none"],
  pastConditions: ["なし"],
  allergies: ["none"],
  medicines: ["なし"],
  eyeSurgery: false,
  hairRemoval: false,
  privateImport: false,
  regularVisits: true,
};
const names = Object.keys(fine) as (keyof typeof fine)[];

const anyTexts = (...texts: readonly string[]) =>
  fc.array(fc.constantFrom("none", "zzyzx", ...texts), { minLength: 1, maxLength: 3 });
const anySaid: fc.Arbitrary<Said> = fc.record(
  {
    age: fc.integer({ min: 8, max: 60 }),
    pubertyBegun: fc.boolean(),
    guardian: fc.boolean(),
    severity: fc.constantFrom(...severities),
    canBecomePregnant: fc.boolean(),
    cannotBecause: fc.constantFrom("cisgender-male", "tubal-sterilisation"),
    pregnant: fc.boolean(),
    breastfeeding: fc.boolean(),
    planningWithinMonths: fc.integer({ min: 0, max: 24 }),
    preventionAgreed: fc.boolean(),
    conditions: anyTexts(...Object.keys(knowledge.conditions)),
    pastConditions: anyTexts(...Object.keys(knowledge.conditions)),
    allergies: anyTexts(...Object.keys(knowledge.allergens)),
    medicines: anyTexts("minocycline", "アスピリン"),
    eyeSurgery: fc.boolean(),
    eyeSurgeryDone: fc.constantFrom(day("2026-05-22"), day("2026-10-01")),
    hairRemoval: fc.boolean(),
    privateImport: fc.boolean(),
    regularVisits: fc.boolean(),
  },
  { requiredKeys: [] },
);

describe("Who may be treated", () => {
  test("nothing said is asked about everywhere", () => {
    for (const place of places) expect(eligibility.answer({}, under(place)).verdict).toBe("ask");
    expect(places.length).toBeGreaterThanOrEqual(10);
  });

  test("somebody with nothing against it may, everywhere", () => {
    for (const place of places) {
      const { verdict, remarks } = eligibility.answer(fine, under(place));
      const open = remarks.filter(({ section }) => section === "counts").map(({ finding }) => finding?.rule);
      expect(open, place.protocol).toEqual([]);
      expect(verdict).toBe("pass");
    }
  });

  test("an answer taken back never makes it better, and under the strictest protocol each is asked for", () => {
    const strict = under({ protocol: "jp-selfpay", clinic: "tokyo-monthly", confirmedEditions: [] });
    for (const place of [...places.map(under), strict]) {
      for (const name of names) {
        const { [name]: _, ...rest } = fine;
        const { verdict } = eligibility.answer(rest, place);
        expect(["pass", "advise", "ask"], name).toContain(verdict);
        if (place === strict && name !== "features") expect(verdict, name).toBe("ask");
      }
    }
  });

  test("a clinic is never more permissive than its protocol", () => {
    const clinics = places.filter((place) => place.clinic !== undefined);
    fc.assert(
      fc.property(anySaid, fc.constantFrom(...clinics), (said, clinic) => {
        const there = eligibility.answer({ ...fine, ...said }, under(clinic)).verdict;
        const without = eligibility.answer(
          { ...fine, ...said },
          under({ protocol: clinic.protocol, confirmedEditions: [] }),
        ).verdict;
        expect(rank(there)).toBeGreaterThanOrEqual(rank(without));
      }),
      { numRuns: 60 },
    );
  });

  test("unknown words never pass", () => {
    const japan = under({ protocol: "jp-selfpay", confirmedEditions: [] });
    for (const field of ["conditions", "pastConditions", "allergies", "medicines"] as const)
      expect(eligibility.answer({ ...fine, [field]: ["zzyzx"] }, japan).verdict, field).toBe("ask");
  });

  test("each finding is there once, in the rule's own words, sources and way out", () => {
    const { remarks } = eligibility.answer({}, under({ protocol: "jp-selfpay", confirmedEditions: [] }));
    const rules = remarks.flatMap(({ finding }) => finding?.rule ?? []);
    expect(rules.toSorted()).toEqual(eligibilityGate.rules.map(({ id }) => id).toSorted());
    for (const { finding, cites, wayOut } of remarks) {
      if (finding === undefined) continue;
      expect(cites).toEqual(finding.cites);
      expect(wayOut).toEqual(finding.wayOut);
    }
  });

  test("what is asked beforehand is not asked again with each supply", () => {
    const ofSupplies = new Set<string>(supplyRules.map(({ id }) => id));
    for (const { id } of beforehandRules) expect(ofSupplies.has(id), id).toBe(false);
    expect(beforehandRules.length).toBe(8);
  });
});

describe("With a record", () => {
  const born = entry("registered", "2026-11-01", { birthDate: day("2000-06-15") }, "front-desk");
  const of = (...entries: Parameters<typeof foldRecord>[0]) =>
    askedOf(
      knowledge,
      { protocol: "jp-selfpay", confirmedEditions: [] },
      foldRecord([born, ...entries], { at: at("2026-11-22T12:00:00+09:00"), zone: "Asia/Tokyo" }),
    );
  const verdictOf = (rule: string, said: Said, asked: ReturnType<typeof of>) =>
    eligibility.answer(said, asked).remarks.find(({ finding }) => finding?.rule === rule)?.verdict;

  test("what is said adds to it and takes nothing back", () => {
    const allergic = of(entry("allergy-recorded", "2026-11-01", { allergen: "peanut" }, "nurse"));
    expect(verdictOf("allergies-allow-treatment", { allergies: ["none"] }, allergic)).toBe("stop");
    const pregnant = of(entry("pregnancy-reported", "2026-11-01", {}, "patient"));
    expect(verdictOf("patient-is-not-pregnant", { pregnant: false }, pregnant)).toBe("stop");
  });

  test("without anything said nothing is added", () => {
    const { remarks } = eligibility.answer({}, of());
    expect(remarks.some(({ reason }) => reason === "as-said")).toBe(false);
  });
});

describe("Illnesses and allergies as people call them", () => {
  test("each name stands for one, and is found", () => {
    for (const [field, list] of [
      ["conditions", knowledge.conditions],
      ["allergies", knowledge.allergens],
    ] as const) {
      const seen = new Map<string, string>();
      for (const item of Object.values(list)) {
        for (const name of namesOf(item)) {
          const same = sameName(name);
          expect(seen.get(same) ?? item.id, `${name} is ${item.id}`).toBe(item.id);
          seen.set(same, item.id);
          const [entrySaid] = entriesSaid({ [field]: [name] }, today, knowledge);
          expect(entrySaid?.body, name).toMatchObject({
            [field === "conditions" ? "condition" : "allergen"]: item.id,
          });
        }
      }
      expect(seen.size).toBeGreaterThan(40);
    }
  });

  test.each(["soya allergy", "allergic to soy", "大豆アレルギー", "大豆のアレルギー"])("%s", (text) => {
    const [said] = entriesSaid({ allergies: [text] }, today, knowledge);
    expect(said?.body).toEqual({ allergen: "soy" });
  });
});

describe("What is said that cannot be", () => {
  const first = places.find(({ protocol, clinic }) => protocol === "jp-selfpay" && clinic === undefined);
  const house = places.find(({ clinic }) => clinic === "tokyo-monthly");
  const finding = (said: Said, rule: string, setting = first) => {
    if (setting === undefined) throw new Error("no such place");
    const { remarks } = eligibility.answer({ ...fine, ...said }, under(setting));
    return remarks.find((one) => one.finding?.rule === rule);
  };

  test.each(["2026-11-23", "2030-01-01", "1981-12-31"])(
    "a last capsule on %s is one of no known day",
    (on) => {
      const { verdict, reason } = finding({ lastCapsule: day(on) }, "rest-since-last-course-is-over") ?? {};
      expect([verdict, reason]).toEqual(["ask", "last-capsule-unknown"]);
    },
  );

  test("eye surgery done on a day ahead is planned for it", () => {
    const said = { eyeSurgery: false, eyeSurgeryDone: day("2027-01-10") };
    expect(finding(said, "eye-surgery-is-far-enough", house)).toMatchObject({ verdict: "stop" });
  });

  test("a word against an attestation changes nothing of it", () => {
    const record = foldRecord(
      [entry("category-attested", "2026-11-01", { canBecomePregnant: true, documented: [] })],
      { at: at("2026-11-22T12:00:00+09:00"), zone: "Asia/Tokyo" },
    );
    if (first === undefined) throw new Error("no protocol");
    const said: Said = {
      ...fine,
      canBecomePregnant: false,
      cannotBecause: "cisgender-male",
      preventionAgreed: false,
    };
    const { verdict, remarks } = eligibility.answer(said, askedOf(knowledge, first, record));
    expect(verdict).toBe("stop");
    expect(remarks.find((one) => one.finding?.rule === "prevention-is-agreed")?.verdict).toBe("stop");
  });
});
