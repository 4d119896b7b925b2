/** A report as a FHIR R4 bundle, of the same input as the report itself. */
import type { Bundle } from "fhir/r4.js";
import type { Knowledge } from "../../core/knowledge/schema.ts";
import { report } from "../../core/questions/report.ts";
import type { Record as PatientRecord } from "../../core/record.ts";
import { reportBundle } from "../../fhir/export/report-bundle.ts";
import { type GivenProblem, readGiven } from "./given.ts";

type Told = Parameters<typeof reportBundle>[1];

/** The bundle, or what stands in its way. */
export function reportAsFhir(
  given: unknown,
  record: PatientRecord,
  knowledge: Knowledge,
): Bundle | { readonly problems: readonly GivenProblem[] } {
  const read = readGiven(report.fields, given, knowledge);
  if ("problems" in read) return read;
  const { kind, ...told }: Partial<Told> = read.input;
  const bundle = kind === undefined ? undefined : reportBundle(record, { kind, ...told }, knowledge);
  return (
    bundle ?? {
      problems: [
        {
          at: "kind",
          says: {
            en: "nothing of that kind is on record: record it first",
            ja: "該当する記録がありません。先に記録してください",
          },
        },
      ],
    }
  );
}
