/** Who saw and wrote what of a patient: for the patient, and for those who answer for it. */
import { z } from "zod";
import { accessesShape } from "../../app/views/access-shapes.ts";
import { accessesView } from "../../app/views/accesses.ts";
import { examples } from "../openapi/examples.ts";
import { Problem } from "../problem.ts";
import { json } from "../reply.ts";
import { type Api, type Route, route } from "../route.ts";
import { patientOf, unknownPatient } from "./given.ts";

/** Names of accounts; none where nobody can sign in. */
export function namesOf({ accounts }: Api) {
  return (ids: readonly string[]): Promise<ReadonlyMap<string, string>> =>
    accounts?.namesOf(ids) ?? Promise.resolve(new Map<string, string>());
}

export const accessRoutes: readonly Route[] = [
  route({
    method: "get",
    path: "/api/patients/{patient}/accesses",
    operationId: "readAccesses",
    access: { doing: "read-accesses", of: "patient" },
    tag: "Audit",
    summary: "Who saw and wrote what of a patient, newest first",
    says: "At every clinic: who, in which role, when, what, and by what right. Lists of a clinic, which name many, stand in the clinic's audit trail and not here.",
    query: z.strictObject({
      before: z.coerce.number().int().min(1).optional().describe("The `next` of the page before."),
      limit: z.coerce
        .number()
        .int()
        .min(1)
        .max(200)
        .optional()
        .describe("Lines on a page; 50 where left out."),
    }),
    answers: { 200: { says: "A page of lines.", schema: accessesShape, example: examples.accesses } },
    problems: [],
    notFound: true,
    async handle(c, api, { before, limit }, { viewer }) {
      const patient = patientOf(c, api);
      if (patient instanceof Problem) return patient;
      const view = await accessesView(api.practice, patient, namesOf(api), { before, limit, viewer });
      return view === undefined ? unknownPatient(patient, api) : json(view);
    },
  }),
];
