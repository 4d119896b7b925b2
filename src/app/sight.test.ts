import { describe, expect, test } from "vitest";
import { type Entry, entryTypes } from "../core/entry.ts";
import { allRules } from "../core/rules/index.ts";
import { privateTopics, roles } from "../core/vocabulary.ts";
import { rolesFor, type Through } from "./access.ts";
import { sightOf, type Viewer } from "./sight.ts";
import { knowledge, read, was } from "./testing/given.ts";
import { sees, topicOf } from "./topics.ts";
import { partOf, topicsOfEntry } from "./topics-of-entries.ts";
import { topicsOfFinding, topicsOfRule, topicsOfStep } from "./topics-of-rules.ts";
import { topicsOfCondition, topicsOfMedicine, topicsOfSymptom } from "./topics-of-things.ts";

const here = "tokyo-monthly";
const elsewhere = "pore-care";
const on = "2026-11-18";

const entries = read([
  was("registered", on, { birthDate: "2010-04-03" }, "front-desk"),
  was("visit-held", on, { inPerson: true }),
  was("course-held", on, { because: "a quarrel at home" }),
  was("weight-measured", on, { kg: 51 }, "nurse"),
  was("condition-recorded", on, { condition: "ulcerative-colitis" }),
  was("condition-recorded", on, { condition: "depression" }),
  was("condition-recorded", on, { text: "does not eat" }),
  was("medicine-started", on, { medicine: "combined-pill" }),
  was("contraception-started", on, { method: "combined-pill" }),
  was("menses-recorded", on, { status: "late" }, "patient"),
  was("mood-screened", on, { newMoodSymptom: true }, "patient"),
  was("symptom-reported", on, { symptoms: ["headache", "depression"] }, "patient"),
  was("symptom-reported", on, { symptoms: ["sexual-problem"] }, "patient"),
  was("lab-resulted", on, { analyte: "alt", value: 20, unit: "U/L" }, "lab"),
  was("category-attested", on, { canBecomePregnant: false, basis: "abstinence" }),
  was("judgement-recorded", on, { rule: "mood-allows-treatment", conclusion: "may-continue" }),
  was("supply-voided", on, {
    number: "K7QX-2M9P-4TR8",
    because: "no-longer-passes",
    rules: ["mood-allows-treatment", "no-refills"],
  }),
  was("treatment-relation-started", on, { clinic: elsewhere, home: false }, "front-desk"),
  was("glass-broken", on, { account: "a", clinic: elsewhere, reason: "Unconscious." }, "nurse"),
]);
/** A correction of the mood screening (entry 11) and one of the weight (entry 4). */
const corrections = read([
  ...entries,
  was("corrected", on, { ref: "e11", reason: "misheard", withdrawn: true }),
  was("corrected", on, { ref: "e4", reason: "misread", replacement: { kg: 52 } }, "nurse"),
]).slice(entries.length);
const all: readonly Entry[] = [...entries, ...corrections];

const staff = (role: Viewer["role"], through: Through = "own-clinic"): Viewer => ({
  role,
  through,
  clinics: [here],
});
const guardian: Viewer = { role: "guardian", through: "ward", clinics: [] };

/** What of these entries, all written at one clinic, somebody sees: the types, with + where it is only a part. */
function seen(viewer: Viewer | undefined, writtenAt = here, shared: (typeof privateTopics)[number][] = []) {
  const sight = sightOf(viewer, { shared, entries: all });
  return all.flatMap((entry) => {
    const shown = sight.entry(entry, writtenAt);
    return shown.is === "hidden" ? [] : [shown.is === "part" ? `${entry.type}+` : entry.type];
  });
}
const hidden = (viewer: Viewer, writtenAt = here) => {
  const sight = sightOf(viewer, { shared: [], entries: all });
  return all.flatMap((entry) => {
    const shown = sight.entry(entry, writtenAt);
    return shown.is === "hidden" ? [`${entry.type}: ${shown.because}`] : [];
  });
};

describe("What is seen of a record", () => {
  const everyType = all.map(({ type }) => type);

  test("is all of it to whoever treats at the clinic that wrote it, and to the patient", () => {
    for (const role of ["prescriber", "designee", "nurse", "pharmacist", "auditor"] as const)
      expect(seen(staff(role)), role).toEqual(everyType);
    expect(seen({ role: "patient", through: "self", clinics: [] }, elsewhere)).toEqual(everyType);
    expect(seen(undefined, elsewhere)).toEqual(everyType);
  });

  test("is to a guardian visits, doses, warnings, blood and illnesses, and nothing private", () => {
    expect(seen(guardian)).toEqual([
      "registered+",
      "visit-held+",
      "course-held+",
      "weight-measured+",
      "condition-recorded+",
      "symptom-reported+",
      "lab-resulted+",
      "supply-voided+",
      "corrected+",
    ]);
    expect(hidden(guardian)).toContain("mood-screened: private");
    expect(hidden(guardian)).toContain("category-attested: role");
  });

  test("is more to a guardian once the minor shares it", () => {
    const shared = seen(guardian, here, ["contraception", "mood"]);
    expect(shared).toContain("contraception-started+");
    expect(shared).toContain("medicine-started+");
    expect(shared.filter((type) => type === "condition-recorded+")).toHaveLength(2);
    expect(shared).not.toContain("menses-recorded+");
    const whole = seen(guardian, here, [...privateTopics]);
    expect(whole.filter((type) => type === "symptom-reported+")).toHaveLength(2);
  });

  test("is to the front desk names and visits, to a laboratory what it measures", () => {
    expect(seen(staff("front-desk"))).toEqual(["registered", "visit-held+"]);
    expect(seen(staff("lab"))).toEqual(["registered", "visit-held+", "lab-resulted", "category-attested+"]);
    expect(hidden(staff("front-desk"))).toContain("lab-resulted: role");
  });

  test("is to another clinic what a safe supply depends on, who treats the patient, and who broke the glass", () => {
    expect(seen(staff("prescriber"), elsewhere)).toEqual([
      "registered",
      "course-held+",
      "weight-measured+",
      "condition-recorded+",
      "condition-recorded+",
      "condition-recorded+",
      "medicine-started+",
      "symptom-reported+",
      "symptom-reported+",
      "category-attested+",
      "supply-voided+",
      "treatment-relation-started",
      "glass-broken",
      "corrected+",
    ]);
    expect(hidden(staff("prescriber"), elsewhere)).toContain("lab-resulted: clinic");
  });

  test("is to whoever broke the glass all that their role sees, and to a clinic that has gone what it wrote", () => {
    expect(seen(staff("nurse", "broken-glass"), elsewhere)).toEqual(everyType);
    expect(seen(staff("nurse", "own-entries"), elsewhere)).toEqual([]);
    expect(seen(staff("nurse", "own-entries"))).toEqual(everyType);
  });

  test("has no words of anybody's where it is only a part", () => {
    for (const viewer of [guardian, staff("prescriber")]) {
      const sight = sightOf(viewer, { shared: [...privateTopics], entries: all });
      const parts = all.flatMap((entry) => {
        const shown = sight.entry(entry, elsewhere);
        return shown.is === "part" ? [shown.entry] : [];
      });
      expect(JSON.stringify(parts)).not.toMatch(/quarrel|does not eat|misread|misheard/);
      expect(parts.length).toBeGreaterThan(8);
    }
  });

  test("leaves out of a list what is not seen, and the grounds of a category", () => {
    const part = (type: Entry["type"], viewer = guardian) => {
      const sight = sightOf(viewer, { shared: [], entries: all });
      const entry = all.find((one) => one.type === type);
      return entry === undefined ? undefined : partOf(entry, sight.sees)?.body;
    };
    expect(part("symptom-reported")).toEqual({ symptoms: ["headache"] });
    expect(part("supply-voided")).toMatchObject({ rules: ["no-refills"] });
    expect(part("category-attested", staff("lab"))).toEqual({ canBecomePregnant: false, documented: [] });
  });
});

describe("What is told", () => {
  test("is sorted for every entry, every rule, and every symptom, illness and medicine there is a private word for", () => {
    for (const type of entryTypes) expect(sees.prescriber, type).toContain(topicOf(type));
    for (const { id } of allRules)
      expect(
        topicsOfRule(id).filter((topic) => !sees.prescriber.includes(topic)),
        id,
      ).toEqual([]);
    for (const [id, { mood }] of Object.entries(knowledge.symptoms))
      expect(topicsOfSymptom(id).includes("mood"), id).toBe(mood);
    for (const id of Object.keys(knowledge.conditions))
      expect(topicsOfCondition(id).includes("mood"), id).toBe(/depress|schizo|mental/.test(id));
    for (const [id, { name }] of Object.entries(knowledge.medicines))
      expect(topicsOfMedicine(id).includes("contraception"), id).toBe(
        /contracept|pill|vaginal ring/i.test(name.en) && !/water/i.test(name.en),
      );
  });

  test("of a finding is also what stands in its facts", () => {
    const rule = "conditions-allow-treatment";
    expect(topicsOfFinding({ rule, facts: { conditions: ["ulcerative-colitis"] } })).not.toContain("mood");
    expect(topicsOfFinding({ rule, facts: { conditions: ["depression"] } })).toContain("mood");
    expect(topicsOfFinding({ rule, facts: { conditionTexts: ["does not eat"] } })).toContain("mood");
    expect(topicsOfStep({ action: "assess-symptom", facts: { symptom: "late-period" } })).toContain(
      "sexual-history",
    );
  });

  test("by what nobody has sorted is shown to nobody who does not see everything", () => {
    for (const topics of [
      topicsOfRule("no-such-rule"),
      topicsOfStep({ action: "no-such-action", facts: {} }),
      topicsOfEntry(
        read([
          was("undated-fact-imported", on, { type: "of-another-program", body: {}, resource: "x" }),
        ])[0] as never,
        () => undefined,
      ),
    ])
      expect(topics).toEqual(expect.arrayContaining([...privateTopics]));
  });

  test("in answer to a question is told to nobody who does not see all that it reads", () => {
    for (const role of rolesFor("ask-of-patient"))
      expect(new Set(sees[role]), role).toEqual(new Set(sees.prescriber));
    expect(roles.filter((role) => sees[role].length === sees.prescriber.length).length).toBeLessThan(
      roles.length,
    );
  });
});
