/** Whose stream an import belongs to. Where that is not certain it is asked, and nothing is written. */
import { ageYears, type Day, dayText } from "../../core/calendar.ts";
import { type PatientState, patientState } from "../patient-state.ts";
import type { Practice } from "../practice.ts";
import type { FileProblem } from "../record-file.ts";
import { possibleDuplicates } from "../views/find-patients.ts";
import type { Person } from "./person.ts";

export interface WhoseOptions {
  readonly clinic: string;
  /** The patient's number, where it is known. */
  readonly patient?: string;
  /** Patients who look the same and are somebody else. */
  readonly notTheSameAs?: readonly string[];
}

/** A patient as they stand, or the news that they are new. */
export type Whose =
  | { readonly state: PatientState }
  | { readonly state: undefined; readonly birthDate: Day }
  | { readonly problems: readonly FileProblem[] };

/** @param people who the files say they are about: one person, or nobody */
export async function whose(
  practice: Practice,
  people: readonly Person[],
  options: WhoseOptions,
  today: Day,
): Promise<Whose> {
  const born = [...new Set(people.map(({ birthDate }) => birthDate).filter((day) => day !== undefined))];
  const file = people[0]?.file ?? "";
  const problem = (says: string, remedy: string) => ({ problems: [{ file, says, remedy }] });
  if (born.length > 1) {
    return problem(
      `the files are about people born on different days: ${born.map(dayText).join(", ")}`,
      "import one person at a time",
    );
  }
  const [birthDate] = born;
  if (birthDate !== undefined && (birthDate > today || ageYears(birthDate, today) > mostYears)) {
    return problem(`${dayText(birthDate)} is no date of birth`, "mend the date of birth, and import again");
  }
  const { patient, clinic } = options;
  const others = new Set(options.notTheSameAs);
  const known = (await knownAs(practice, people, clinic)).filter((one) => !others.has(one));
  const [only, second] = known;
  if (patient !== undefined && known.some((one) => one !== patient)) {
    const other = known.find((one) => one !== patient);
    return problem(
      `this person was imported as patient ${other} before, not as ${patient}`,
      `import into ${other}, or say that they are not the same: not the same as ${other}`,
    );
  }
  if (patient === undefined && second !== undefined) {
    return problem(
      `this person was imported as several patients before: ${known.join(", ")}`,
      "name the patient to import into",
    );
  }
  const found = patient ?? only;
  if (found !== undefined) return await asFound(practice, found, birthDate, options, problem);
  if (birthDate === undefined) {
    return people.length === 0
      ? problem(
          "nobody is named to whom this belongs: there is no Patient and no `registered` entry",
          "name the patient to import into, or add who it is",
        )
      : problem(
          "no full date of birth is given, and nobody is registered without one",
          "register the patient first, and name them to import into",
        );
  }
  const suggested = await lookingAlike(practice, people, clinic, birthDate);
  const alike = suggested.filter((one) => !others.has(one));
  return alike.length === 0
    ? { state: undefined, birthDate }
    : problem(
        `somebody who may be the same person is registered already: ${alike.join(", ")}`,
        "name the patient to import into, or say that they are not the same",
      );
}

/** Older than anybody: a typing mistake in the year. */
const mostYears = 130;

async function asFound(
  practice: Practice,
  patient: string,
  birthDate: Day | undefined,
  { clinic }: WhoseOptions,
  problem: (says: string, remedy: string) => Whose,
): Promise<Whose> {
  const state = await patientState(practice, patient);
  // Whose patient it is otherwise is nobody's business here.
  if (state?.history.treatedAt.includes(clinic) !== true) {
    return problem(`there is no patient ${patient}`, "check the patient's number, and the clinic");
  }
  if (state.personal.erased) {
    return problem(
      `patient ${patient} was erased: nothing can be kept privately of them any more`,
      "leave it, or register them anew",
    );
  }
  if (state.history.restricted) {
    return problem(
      `the record of patient ${patient} is kept and not used, as they wish`,
      "ask an administrator of the home clinic, who may lift it with the patient's word",
    );
  }
  const registered = state.record.birthDate;
  if (birthDate !== undefined && registered !== undefined && birthDate !== registered) {
    return problem(
      // The other day is told to nobody by trying: no read of the record stands behind this in the audit trail.
      `the file is about somebody born on ${dayText(birthDate)}, which is not the date of birth of patient ${patient}`,
      "check that it is the same person; where the registration is wrong, correct it first",
    );
  }
  return { state };
}

/** Patients of the clinic that one of these identities was imported as. */
async function knownAs({ ledger }: Practice, people: readonly Person[], clinic: string): Promise<string[]> {
  const found = await Promise.all(
    people
      .flatMap(({ identities }) => identities)
      .map((identity) =>
        ledger.seenBy([clinic]).query(
          `SELECT p.patient AS patient FROM view_identity i JOIN view_patient p ON p.stream = i.stream
           JOIN view_treatment t ON t.stream = i.stream
           WHERE i.identity = :identity AND t.clinic = :clinic`,
          { identity, clinic },
        ),
      ),
  );
  return [...new Set(found.flat().map(({ patient }) => String(patient)))].toSorted();
}

/** The same name or reading and birth date; where the files bring no name, a nameless patient born that day. */
async function lookingAlike(
  practice: Practice,
  people: readonly Person[],
  clinic: string,
  birthDate: Day,
): Promise<string[]> {
  const born = dayText(birthDate);
  const named = people.filter(({ name, kana }) => name !== undefined || kana !== undefined);
  if (named.length > 0) {
    const alike = await Promise.all(
      named.map(({ name, kana }) =>
        possibleDuplicates(practice, {
          clinic,
          birthDate: born,
          ...(name === undefined ? {} : { name }),
          ...(kana === undefined ? {} : { kana }),
        }),
      ),
    );
    return [...new Set(alike.flat().map(({ patient }) => patient))];
  }
  const nameless = await practice.ledger.seenBy([clinic]).query(
    `SELECT p.patient AS patient FROM view_patient p JOIN view_treatment t ON t.stream = p.stream
       WHERE t.clinic = :clinic AND p.birth_date = :born
       AND p.name IS NULL AND p.kana IS NULL ORDER BY p.stream`,
    { clinic, born },
  );
  return nameless.map(({ patient }) => String(patient));
}
