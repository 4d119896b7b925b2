/** Fictional patients in whom nothing is missing, built backwards from the day on which their supply passes. */
import { type Day, plus } from "../calendar.ts";
import type { Body, Entry, EntryOf, EntryType, Role } from "../entry.ts";
import type { SupplyQuestion } from "../question.ts";

export interface PatientOptions {
  readonly canBecomePregnant: boolean;
  /** Supplies already given: 0 is a first supply. */
  readonly monthsBefore: number;
  readonly on: Day;
  readonly programme?: string;
}

export const supply: SupplyQuestion = {
  product: "claravis",
  capsuleMg: 20,
  capsules: 60,
  dailyMg: 40,
  dosesPerDay: 2,
  days: 30,
  refills: 0,
};

/** Days between two supplies of a patient who comes on time. */
const monthDays = 30;
const weightKg = 60;
const analytes = {
  triglycerides: [90, "mg/dL"],
  cholesterol: [170, "mg/dL"],
  alt: [15, "U/L"],
  ast: [17, "U/L"],
} as const;

export function patient({
  canBecomePregnant,
  monthsBefore,
  on,
  programme = "us-ipledge",
}: PatientOptions): Entry[] {
  const entries: Entry[] = [];
  const add = <T extends EntryType>(type: T, day: Day, body: Body<T>, actor: Role = "prescriber") => {
    const id = `e${String(entries.length + 1).padStart(3, "0")}`;
    entries.push({ id, type, happened: { day }, actor, source: "manual", body } as EntryOf<T> as Entry);
  };
  const first = plus(on, -monthsBefore * monthDays);
  const before = plus(first, -40);
  add("registered", before, { birthDate: plus(first, -24 * 366) }, "front-desk");
  add("category-attested", before, {
    canBecomePregnant,
    ...(canBecomePregnant ? {} : { basis: "cisgender-male" as const }),
    documented: [],
  });
  add("prior-therapy-recorded", before, { agent: "systemic-antibiotic", weeks: 12, result: "failed" });
  add("visit-held", before, { inPerson: true });
  add("medicines-asked", before, {}, "nurse");
  add("allergies-asked", before, {}, "nurse");
  add("conditions-asked", before, {}, "nurse");
  for (const consent of [
    "informed-consent",
    "treatment-consent",
    "unapproved-medicine-explained",
    "acknowledgement-of-risk-revised",
  ]) {
    add("consent-signed", before, { consent, guardianSigned: false }, "patient");
  }
  for (const party of ["patient", "prescriber", "site"] as const) {
    add("programme-enrolled", before, { programme, party }, "administrator");
  }
  if (canBecomePregnant) {
    for (const consent of ["birth-defects-consent", "pregnancy-prevention-consent"]) {
      add("consent-signed", before, { consent, guardianSigned: false }, "patient");
    }
    add("breastfeeding-recorded", before, { breastfeeding: false }, "nurse");
    add("pregnancy-wish-recorded", before, { withinMonths: null }, "nurse");
    add("contraception-started", before, { method: "iud" }, "patient");
    add("contraception-started", before, { method: "male-condom" }, "patient");
    test("screening", before);
  }
  for (let month = 0; month <= monthsBefore; month++) {
    const day = plus(first, month * monthDays);
    visit(day, month);
    if (month < monthsBefore) {
      add(
        "supply-dispensed",
        day,
        { product: "claravis", capsules: 60, capsuleMg: 20, dailyMg: 40, days: 30 },
        "pharmacist",
      );
    }
  }
  return entries;

  function visit(day: Day, month: number): void {
    // What a visit records comes the day before it is decided upon, so that it lies after the previous supply.
    const eve = plus(day, -1);
    add("weight-measured", eve, { kg: weightKg }, "nurse");
    add("severity-scored", eve, { severity: month === 0 ? "severe" : "moderate", features: ["nodules"] });
    add("mood-screened", eve, { selfHarmThoughts: false, newMoodSymptom: false }, "nurse");
    add("sexual-function-asked", eve, { newProblem: false }, "nurse");
    add("symptom-reported", eve, { symptoms: [] }, "nurse");
    add("counselled", eve, {
      topics: [
        "no-sharing",
        "no-blood-donation",
        "programme-requirements",
        "pregnancy-risk",
        "two-methods-together",
        "mental-health",
        "sexual-function",
        "reminder-card",
      ],
    });
    for (const [analyte, [value, unit]] of Object.entries(analytes)) {
      add("lab-resulted", eve, { analyte, value, unit, upperLimit: value * 2, fasting: true }, "lab");
    }
    add("results-reviewed", eve, {});
    if (!canBecomePregnant) return;
    add("menses-recorded", plus(eve, -1), { status: "started" }, "patient");
    add("contraception-stated", eve, { usedWithoutGap: true }, "patient");
    add("comprehension-answered", eve, { passed: true }, "patient");
    test(`month-${month}`, eve);
  }

  function test(name: string, day: Day): void {
    add(
      "pregnancy-test-collected",
      day,
      { test: name, setting: "certified-laboratory", detectsMiuPerMl: 25 },
      "lab",
    );
    add("pregnancy-test-resulted", day, { test: name, result: "negative" }, "lab");
  }
}
