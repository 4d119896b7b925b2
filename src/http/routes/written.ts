/** What was written, as the answer to a command. */
import type { Result } from "../../app/execute.ts";
import type { PatientState } from "../../app/patient-state.ts";
import { clinicStream, type Practice, patientStream } from "../../app/practice.ts";
import type { TimelineLine } from "../../app/views/shapes.ts";
import { linesOf } from "../../app/views/timeline.ts";
import type { StoredEntry } from "../../ledger/ledger.ts";
import { notDone, type Problem } from "../problem.ts";
import { etag, json } from "../reply.ts";
import { clinicOfPatient, told } from "./given.ts";

/** Whose stream was written, and the clinic it belongs to. */
interface Subject {
  readonly stream: string;
  readonly clinic: string | undefined;
}

export function ofPatient(practice: Practice, patient: string): Subject {
  return { stream: patientStream(patient), clinic: clinicOfPatient(practice, patient) };
}

export function ofClinic(clinic: string): Subject {
  return { stream: clinicStream(clinic), clinic };
}

/** Entries as lines of the timeline they stand in. Nothing is folded for it: what was written is known. */
export function linesWritten(
  practice: Practice,
  subject: Subject,
  entries: readonly StoredEntry[],
): TimelineLine[] {
  const { knowledge, zone } = told(practice, subject.clinic);
  const history = practice.histories.read(subject.stream);
  return linesOf({ history, zone, context: { knowledge } } as PatientState, entries);
}

/** The answer to a command. */
export function answerTo(result: Result, practice: Practice, subject: () => Subject): Response | Problem {
  if (result.is === "nothing") {
    return json({ version: result.version, entries: [], repeated: false }, { ETag: etag(result.version) });
  }
  if (result.is !== "done") return notDone(result, told(practice, subject().clinic));
  const { version, entries, repeated } = result;
  return json(
    { version, entries: linesWritten(practice, subject(), entries), repeated },
    repeated ? { ETag: etag(version), "Idempotency-Replayed": "true" } : { ETag: etag(version) },
  );
}
