/** Patients of the golden examples, in a ledger: for tests and the bench that need one who is ready for a supply. */
import type { Day } from "../../core/calendar.ts";
import type { Entry } from "../../core/entry.ts";
import type { SupplyQuestion } from "../../core/question.ts";
import { newRoute } from "../authorisation-number.ts";
import { type By, type EntryDraft, toStored } from "../entries.ts";
import { readGolden } from "../golden.ts";
import { readKnowledge } from "../knowledge-files.ts";
import { happening, type Practice, patientStream, settingOf } from "../practice.ts";

export const prescriber: By = { role: "prescriber", id: "test-prescriber", authenticated: false };
export const pharmacist: By = { role: "pharmacist", id: "test-pharmacist", authenticated: false };

const clinic = "tokyo-monthly";

interface Example {
  readonly entries: readonly Entry[];
  readonly question: SupplyQuestion;
  readonly day: Day;
}

let examples: ReadonlyMap<string, Example> | undefined;

/** A patient of `knowledge/clinics/tokyo-monthly.examples.yaml` by name, such as `ready-cannot`. */
export function exampleOf(name: string): Example {
  examples ??= new Map(
    readGolden(readKnowledge())
      .filter(({ file }) => file.includes(clinic))
      .flatMap(({ patients }) => patients)
      .flatMap(({ id, entries, question, when }) =>
        "on" in when ? [[id, { entries, question, day: when.on }]] : [],
      ),
  );
  const found = examples.get(name);
  if (found === undefined) throw new Error(`there is no example "${name}" of ${clinic}`);
  return found;
}

/** Puts the example's history into the ledger, moved so that its day is today; the patient's number. */
export async function readyPatient(practice: Practice, name = "ready-cannot"): Promise<string> {
  const { entries, day } = exampleOf(name);
  const now = practice.now();
  const zone = settingOf(clinic, practice.knowledge)?.zone ?? "UTC";
  const today = happening(now, zone);
  const shift = today.day - day;
  const patient = newRoute();
  const stored = entries.map((one) => {
    const draft = {
      type: one.type,
      body: one.body,
      actor: one.actor,
      happened: { day: (one.happened.day + shift) as Day },
    } as EntryDraft;
    return toStored(draft, { by: { ...prescriber, role: one.actor }, clinic, site: "first", now, today });
  });
  const appended = await practice.ledger.append({
    stream: patientStream(patient),
    expectedVersion: 0,
    entries: stored,
  });
  if (appended.is !== "appended") throw new Error(`the example was not taken: ${appended.is}`);
  return patient;
}

/** The supply of an example as the command takes it. */
export function supplyOf(name = "ready-cannot") {
  const { product, capsuleMg, dailyMg, dosesPerDay, days } = exampleOf(name).question;
  return { product, capsuleMg, dailyMg, dosesPerDay, days };
}
