import { describe, expect, test } from "vitest";
import { readKnowledge } from "../../../app/knowledge-files.ts";
import { questionNamed } from "../../../app/questions/ask.ts";
import { questions } from "../../../core/questions/index.ts";
import { isToldOptional, layoutOf, withoutWhatFellAway } from "./layout.ts";

const knowledge = readKnowledge();
function named(id: string) {
  const question = questionNamed(id);
  if (question === undefined) throw new Error(id);
  return question;
}

describe("A question's form", () => {
  test("loses no field to its layout, and shows none twice", () => {
    for (const question of questions) {
      const given = question.id === "indication" ? { name: "acne" } : {};
      const { first, folded } = layoutOf(question, given, knowledge);
      expect([...first, ...folded].toSorted()).toEqual(Object.keys(question.fields).toSorted());
    }
    expect(questions.length).toBeGreaterThan(10);
  });

  test("of a plan begins with weight, age, dose and target, and folds the rest away", () => {
    const { first, folded } = layoutOf(named("plan"), {}, knowledge);
    expect(first.slice(0, 4)).toEqual(["weightKg", "age", "dailyMg", "targetMgPerKg"]);
    expect(first).toContain("canBecomePregnant");
    expect(folded).toEqual([
      "days",
      "dosesPerDay",
      "steps",
      "daysOff",
      "takenMg",
      "takenSince",
      "highDoseFor",
      "compare",
    ]);
  });

  test("of a plan says of nothing that is needed for a useful plan that it is optional", () => {
    const plan = named("plan");
    for (const name of ["weightKg", "age", "dailyMg", "targetMgPerKg", "product", "canBecomePregnant"])
      expect([name, isToldOptional(plan, name)]).toEqual([name, false]);
    for (const name of ["start", "days", "dosesPerDay"])
      expect([name, isToldOptional(plan, name)]).toEqual([name, true]);
  });
});

describe("The form on a use", () => {
  const question = named("indication");
  test.each(["acne", "ニキビ", "cystic acne", "cystic acnee"])("asks how severe it is for %s", (name) => {
    expect(layoutOf(question, { name }, knowledge).first).toEqual(["name", "severity", "features", "failed"]);
  });

  test.each([{}, { name: "psoriasis" }, { name: "乾癬" }, { name: "rosacea" }])(
    "asks for nothing but the use for %o",
    (given) => {
      expect(layoutOf(question, given, knowledge).first).toEqual(["name"]);
    },
  );

  test("forgets the severity of acne where another use is named, and keeps it while somebody still types", () => {
    const given = { severity: "severe", failed: ["systemic-antibiotic"] };
    expect(withoutWhatFellAway(question, { ...given, name: "psoriasis" }, knowledge)).toEqual({
      name: "psoriasis",
    });
    expect(withoutWhatFellAway(question, { ...given, name: "ac" }, knowledge)).toHaveProperty("severity");
    expect(withoutWhatFellAway(question, { ...given, name: "acne" }, knowledge)).toHaveProperty("failed");
  });
});
