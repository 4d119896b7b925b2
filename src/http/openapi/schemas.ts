/** Schemas of the description: what answers hold and what bodies take, each named once and referred to. */
import { z } from "zod";
import { whenInput } from "../../app/commands/when.ts";
import { decisionSchema } from "../../app/decision-json.ts";
import { comparisonShape, protocolsShape } from "../../app/protocols-json.ts";
import { answerShape } from "../../app/questions/answer-shape.ts";
import { accessesShape, auditShape } from "../../app/views/access-shapes.ts";
import { erasureShape } from "../../app/views/erasure-shapes.ts";
import { rightsShape } from "../../app/views/rights-shapes.ts";
import {
  authorisationShape,
  courseShape,
  patientShape,
  personShape,
  redemptionShape,
  sourceShape,
  standingShape,
  supplyShape,
  taskShape,
  timelineLineShape,
  timelineShape,
  todayLineShape,
  todayShape,
} from "../../app/views/shapes.ts";
import { bodies } from "../../core/entry.ts";
import {
  accountShape,
  afterPasswordShape,
  challengeShape,
  doneShape,
  linkShape,
  signedInShape,
  signInShape,
} from "../auth/shapes.ts";
import {
  clinicsShape,
  decidedShape,
  patientsShape,
  personExportShape,
  problemShape,
  registeredShape,
  rerunsShape,
  writtenShape,
} from "../shapes.ts";

export type JsonSchema = Record<string, unknown>;

const named: ReadonlyMap<z.ZodType, string> = new Map<z.ZodType, string>([
  [accessesShape, "Accesses"],
  [rightsShape, "Rights"],
  [erasureShape, "Erasure"],
  [personExportShape, "PersonExport"],
  [accountShape, "Account"],
  [afterPasswordShape, "AfterPassword"],
  [answerShape, "Answer"],
  [auditShape, "Audit"],
  [authorisationShape, "Authorisation"],
  [challengeShape, "Challenge"],
  [clinicsShape, "Clinics"],
  [comparisonShape, "Comparison"],
  [courseShape, "Course"],
  [decidedShape, "Decided"],
  [decisionSchema, "Decision"],
  [doneShape, "Done"],
  [linkShape, "Link"],
  [patientShape, "Patient"],
  [patientsShape, "Patients"],
  [personShape, "Person"],
  [problemShape, "Problem"],
  [protocolsShape, "Protocols"],
  [redemptionShape, "Redemption"],
  [registeredShape, "Registered"],
  [rerunsShape, "Reruns"],
  [signedInShape, "SignedIn"],
  [signInShape, "SignIn"],
  [sourceShape, "Source"],
  [standingShape, "Standing"],
  [supplyShape, "Supply"],
  [taskShape, "Task"],
  [timelineLineShape, "TimelineLine"],
  [timelineShape, "Timeline"],
  [todayLineShape, "TodayLine"],
  [todayShape, "Today"],
  [writtenShape, "Written"],
]);

/** The name of an answer's shape; undefined where it is too small for one. */
export function nameOf(shape: z.ZodType): string | undefined {
  return named.get(shape);
}

export function refTo(name: string): JsonSchema {
  return { $ref: `#/components/schemas/${name}` };
}

// Both are codecs, whose outside says no more than that it is a string.
const dayInput: z.ZodType = bodies.registered.shape.birthDate;
const instantInput: z.ZodType = bodies["supply-authorised"].shape.dispenseBefore.unwrap();

const whenWords =
  "When it happened: a day (2026-11-20), an instant with its offset (2026-11-20T09:30:00+09:00), or both with the zone. Now, where left out.";

/** What a schema says outside, where its own words say too little. */
function override({ zodSchema, jsonSchema }: { zodSchema: unknown; jsonSchema: JsonSchema }): void {
  if (zodSchema === dayInput) jsonSchema["format"] = "date";
  if (zodSchema === instantInput) jsonSchema["format"] = "date-time";
  if (zodSchema === whenInput) jsonSchema["description"] = whenWords;
  // The format says it; the pattern is 300 letters long.
  if (jsonSchema["format"] === "date" || jsonSchema["format"] === "date-time") delete jsonSchema["pattern"];
}

/** The schemas of answers, and of the bodies given, by name. */
export function schemasOf(inputs: ReadonlyMap<string, z.ZodType>): Record<string, JsonSchema> {
  const outputs = z.registry<{ id: string }>();
  for (const [shape, id] of named) outputs.add(shape, { id });
  const bodiesIn = z.registry<{ id: string }>();
  bodiesIn.add(whenInput, { id: "When" });
  for (const [id, schema] of inputs) bodiesIn.add(schema, { id });
  const settings = {
    uri: (id: string) => `#/components/schemas/${id}`,
    unrepresentable: "any",
    override,
  } as const;
  return Object.fromEntries(
    [
      ...Object.entries(z.toJSONSchema(outputs, { ...settings, io: "output" }).schemas),
      ...Object.entries(z.toJSONSchema(bodiesIn, { ...settings, io: "input" }).schemas),
    ]
      .map(([name, { $schema: _draft, $id: _own, ...schema }]) => [name, schema as JsonSchema] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** A schema that stands where it is used: parameters, and answers too small for a name. */
export function inline(schema: z.ZodType): JsonSchema {
  const { $schema: _draft, ...rest } = z.toJSONSchema(schema, {
    io: "output",
    unrepresentable: "any",
    override,
  });
  return rest;
}
