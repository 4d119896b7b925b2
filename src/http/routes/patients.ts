/** A clinic's list of patients, and registering one. */
import { z } from "zod";
import { register, registerInput } from "../../app/register.ts";
import { findPatients, type PatientLine } from "../../app/views/find-patients.ts";
import { readJson } from "../body/body.ts";
import { examples } from "../openapi/examples.ts";
import { notDone, Problem, refused } from "../problem.ts";
import { etag, json } from "../reply.ts";
import { type Api, type Route, route } from "../route.ts";
import { patientsShape, registeredShape } from "../shapes.ts";
import { clinicOf, metaOf, told } from "./given.ts";
import { linesWritten } from "./written.ts";

export const patientsRoutes: readonly Route[] = [
  route({
    method: "get",
    path: "/api/clinics/{clinic}/patients",
    operationId: "findPatients",
    access: { doing: "find-patients", of: "clinic" },
    tag: "Patients",
    summary: "Patients of a clinic, found by name, reading or number",
    query: z.strictObject({
      search: z
        .string()
        .max(200)
        .optional()
        .describe("A part of the name, the reading or the number. Width, case and kana make no difference."),
      after: z.string().max(1000).optional().describe("The `next` of the page before."),
      limit: z.coerce
        .number()
        .int()
        .min(1)
        .max(200)
        .optional()
        .describe("People on a page; 50 where left out."),
    }),
    answers: {
      200: {
        says: "A page of the list, in the order of readings.",
        schema: patientsShape,
        example: examples.patients,
      },
    },
    problems: [],
    notFound: true,
    async handle(c, api, { search, after, limit }, { role }) {
      const clinic = clinicOf(c, api);
      if (clinic instanceof Problem) return clinic;
      const { items, next } = await findPatients(api.practice, {
        clinic,
        ...(search === undefined ? {} : { search }),
        ...(after === undefined ? {} : { after }),
        ...(limit === undefined ? {} : { limit }),
        withRestricted: role === "administrator" || role === "auditor",
      });
      return json({ items: items.map(personOf), next: next ?? null });
    },
  }),
  route({
    method: "post",
    path: "/api/clinics/{clinic}/patients",
    operationId: "register",
    access: { doing: "register", of: "clinic" },
    tag: "Patients",
    summary: "Register a patient",
    says: "People with the same birth date and the same name or reading are sent back as a problem (`possible-duplicates`): whoever is somebody else is then named in `notTheSameAs`. Nobody is merged.",
    writes: "anew",
    query: z.strictObject({ site: z.string().optional().describe("The site the patient belongs to.") }),
    body: { schema: registerInput, example: examples.registration },
    answers: {
      201: {
        says: "Registered, under a number of its own.",
        schema: registeredShape,
        headers: ["Location", "ETag", "Idempotency-Replayed"],
        example: examples.registered,
      },
    },
    problems: [],
    notFound: true,
    refuses: true,
    async handle(c, api, { site }, entered) {
      const { practice } = api;
      const clinic = clinicOf(c, api);
      if (clinic instanceof Problem) return clinic;
      const meta = metaOf(c, api, clinic, site, entered);
      if (meta instanceof Problem) return meta;
      const body = await readJson(c);
      if (body instanceof Problem) return body;
      const { expectedVersion: _none, ...anew } = meta;
      const result = await register(practice, clinic, body.value, anew);
      if (result.is === "refused" && result.refusal.refused === "possible-duplicates") {
        const { patients } = result.refusal.facts;
        const people = await peopleOf(api, clinic, patients);
        return refused(result.refusal, told(practice, clinic), { patients: people });
      }
      if (result.is !== "done" || result.patient === undefined) {
        if (result.is === "done" || result.is === "nothing") throw new Error("a registration names nobody");
        return notDone(result, told(practice, clinic));
      }
      const { patient, version, entries, repeated } = result;
      return json(
        {
          patient,
          version,
          entries: await linesWritten(practice, entries, entered.viewer),
          repeated,
        },
        {
          ETag: etag(version),
          Location: `/api/patients/${patient}`,
          ...(repeated ? { "Idempotency-Replayed": "true" } : {}),
        },
        201,
      );
    },
  }),
];

/** Who they are, so that somebody can look whether they are the same. */
async function peopleOf({ practice }: Api, clinic: string, patients: readonly string[]) {
  const found = await Promise.all(
    // Whoever registers knows name and birth date already; nobody should be registered twice.
    patients.map((patient) => findPatients(practice, { clinic, search: patient, withRestricted: true })),
  );
  return patients.flatMap((patient, index) =>
    (found[index]?.items ?? []).filter((one) => one.patient === patient).map(personOf),
  );
}

function personOf({ patient, name, kana, birthDate, clinic, site, fictional }: PatientLine) {
  return {
    patient,
    name: name ?? null,
    kana: kana ?? null,
    birthDate,
    clinic,
    site: site ?? null,
    fictional,
  };
}
