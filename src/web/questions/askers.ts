/** Who asks which question, in the order in which they are shown. */
import { type AnyQuestion, questions } from "../../core/questions/index.ts";

export const askers = ["patient", "prescriber"] as const;
export type Asker = (typeof askers)[number];

/** What a patient asks, the most frequent first; everything else is a prescriber's. */
const ofPatients: readonly string[] = [
  "may-i",
  "interactions",
  "triage",
  "missed-dose",
  "contraception-trouble",
  "expect",
  "claims",
  "aftercare",
  "price",
  "indication",
];
const ofPrescribers: readonly string[] = ["eligibility", "plan", "labs", "response", "next-course", "report"];

/** The questions of somebody; a new one stands last until it has its place. */
export function questionsOf(asker: Asker): readonly AnyQuestion[] {
  const order = asker === "patient" ? ofPatients : ofPrescribers;
  const place = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length);
  return questions
    .filter(({ id }) => ofPatients.includes(id) === (asker === "patient"))
    .toSorted((a, b) => place(a.id) - place(b.id));
}

/** Whether somebody chose where a question stands. */
export function isPlaced(id: string): boolean {
  return ofPatients.includes(id) || ofPrescribers.includes(id);
}
