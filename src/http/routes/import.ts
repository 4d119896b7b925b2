/** A patient's history from elsewhere, into the ledger. */

import { z } from "zod";
import { importFiles } from "../../app/import/import-files.ts";
import { importedJson, importedShape } from "../../app/import/imported-json.ts";
import { placeOf } from "../../core/place.ts";
import { readJson } from "../body/body.ts";
import { examples } from "../openapi/examples.ts";
import { doesNotFit, Problem, problem } from "../problem.ts";
import { etag, json } from "../reply.ts";
import { byOf } from "../role/role.ts";
import { type Route, route } from "../route.ts";
import { clinicOf, wrongSite } from "./given.ts";

/** Bytes: a hospital's export of one patient is seldom larger. */
const mostBytes = 32 * 1024 * 1024;

const importInput = z.strictObject({
  files: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(1000).describe("What the account and problems call it."),
        text: z.string().describe("FHIR R4 as JSON, or an Isoward record as YAML or JSON."),
      }),
    )
    .min(1),
  site: z.string().optional(),
  patient: z.string().optional().describe("The patient's number here, where the files do not say who it is."),
  subject: z.string().optional().describe("The id of the FHIR Patient meant, where there are several."),
  source: z.string().max(200).optional().describe("The system the files are from."),
  notTheSameAs: z.array(z.string()).optional().describe("Patients who look alike and are somebody else."),
});

export const importRoutes: readonly Route[] = [
  route({
    method: "post",
    path: "/api/clinics/{clinic}/import",
    operationId: "importHistory",
    access: { doing: "import-history", of: "clinic" },
    tag: "Patients",
    summary: "Import a patient's history",
    says: "All of it or nothing. The same files again change nothing; a resource that has changed takes the place of what it was. Every resource is accounted for.",
    writes: "repeatable",
    body: { schema: importInput, example: examples.import },
    answers: {
      200: {
        says: "What became of each resource.",
        schema: importedShape,
        headers: ["ETag"],
        example: examples.imported,
      },
    },
    problems: ["import-refused"],
    notFound: true,
    async handle(c, api, _query, entered) {
      const clinic = clinicOf(c, api);
      if (clinic instanceof Problem) return clinic;
      const by = entered.by ?? byOf(c.req.header("isoward-role"));
      if (by instanceof Problem) return by;
      const body = await readJson(c, mostBytes);
      if (body instanceof Problem) return body;
      const read = importInput.safeParse(body.value);
      if (!read.success) {
        return doesNotFit(
          read.error.issues.map(({ path, message }) => ({ at: placeOf(path) || "input", says: message })),
        );
      }
      const { files, ...options } = read.data;
      const wrong = options.site === undefined ? undefined : wrongSite(clinic, options.site, api.practice);
      if (wrong !== undefined) return wrong;
      const wanted = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
      const done = await importFiles(api.practice, files, { by }, { clinic, ...wanted });
      if ("problems" in done) {
        const errors = done.problems.map(({ file, line, says, remedy }) => ({
          pointer: line === undefined ? file : `${file}:${line}`,
          detail: `${says} → ${remedy}`,
        }));
        return problem("import-refused", {}, { errors });
      }
      return json(importedJson(done), { ETag: etag(done.version) });
    },
  }),
];
