import { describe, expect, test } from "vitest";
import { readKnowledge } from "../../app/knowledge-files.ts";
import { at, type Day, day } from "../calendar.ts";
import { foldRecord } from "../record.ts";
import { entry } from "../testing/entries.ts";
import { askedOf } from "./asked.ts";
import { contraceptionTrouble } from "./contraception-trouble/contraception-trouble.ts";
import { eligibility } from "./eligibility/eligibility.ts";
import { interactions } from "./interactions/interactions.ts";
import { mayI } from "./may-i.ts";
import { nextCourse } from "./next-course/next-course.ts";
import { triage } from "./triage/triage.ts";

const knowledge = readKnowledge();
const setting = { protocol: "jp-selfpay", confirmedEditions: [] };
const attested = entry("category-attested", "2026-06-01", { canBecomePregnant: true, documented: [] });
const supplied = entry("supply-dispensed", "2026-11-01", { capsuleMg: 20, capsules: 60, days: 30 });
const ended = [
  entry("supply-dispensed", "2026-09-01", { capsuleMg: 20, capsules: 60, days: 30 }),
  entry("last-capsule-recorded", "2026-09-30", {}),
  entry("course-ended", "2026-09-30", {}),
];
const of = (...entries: Parameters<typeof foldRecord>[0]) =>
  askedOf(
    knowledge,
    setting,
    foldRecord(entries, { at: at("2026-11-22T12:00:00+09:00"), zone: "Asia/Tokyo" }),
  );
const trouble = (told: { phase: "before" | "after"; lastCapsule?: Day }, asked: ReturnType<typeof of>) =>
  contraceptionTrouble.answer({ what: ["unprotected"], day: day("2026-11-21"), ...told }, asked).headline;

describe("What is said against the record", () => {
  test("does not lift an attestation that pregnancy is possible", () => {
    const asked = of(attested, supplied);
    const conceiving = mayI.answer({ activity: "conceiving", during: true, canBecomePregnant: false }, asked);
    expect(conceiving).toMatchObject({ verdict: "stop", headline: { reason: "no", floor: true } });
    const accident = triage.answer({ symptoms: ["condom broke"], pregnancyPossible: false }, asked);
    expect(accident.headline.reason).toBe("stop-and-call-today");
  });

  test("makes no lapse under way one of before or long after treatment", () => {
    const asked = of(attested, supplied);
    expect(trouble({ phase: "before" }, asked).reason).toBe("stop-and-call");
    expect(trouble({ phase: "after", lastCapsule: day("2020-01-01") }, asked).reason).toBe("stop-and-call");
  });

  test("ends no contraception that is on record", () => {
    const asked = of(attested, entry("contraception-started", "2026-06-01", { method: "combined-pill" }));
    const told = { names: ["St John's wort"], hormonalContraception: false };
    expect(interactions.answer(told, asked).verdict).toBe(
      interactions.answer({ ...told, hormonalContraception: true }, asked).verdict,
    );
    expect(interactions.answer(told, asked).verdict).not.toBe("advise");
  });

  test("makes nobody older", () => {
    const asked = of(entry("registered", "2026-06-01", { birthDate: day("2012-05-05") }), ...ended);
    const late = { stopped: day("2026-09-30"), age: 30 };
    const again = askedOf(
      knowledge,
      setting,
      foldRecord([entry("registered", "2026-06-01", { birthDate: day("2012-05-05") }), ...ended], {
        at: at("2027-02-01T12:00:00+09:00"),
        zone: "Asia/Tokyo",
      }),
    );
    expect(nextCourse.answer(late, again).headline.reason).toBe("still-growing");
    const { remarks } = eligibility.answer({ age: 30, pubertyBegun: true }, asked);
    const guardian = remarks.find(({ finding }) => finding?.rule === "guardian-takes-part");
    expect(guardian?.verdict).toBe("ask");
  });

  test("a last capsule that nobody can believe is not known", () => {
    const over = of(attested, ...ended);
    expect(trouble({ phase: "after", lastCapsule: day("2026-09-30") }, over).reason).toBe("months-are-over");
    for (const lastCapsule of ["1950-01-01", "2026-08-01", "2026-12-01"])
      expect(trouble({ phase: "after", lastCapsule: day(lastCapsule) }, over).reason, lastCapsule).toBe(
        "last-capsule-unknown",
      );
  });
});
