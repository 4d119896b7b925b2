/** One patient: where they stand, what was written down, and what a supply would come to. */

import { z } from "zod";
import { supplyInput } from "../../app/commands/authorise-supply.ts";
import { decisionJson } from "../../app/decision-json.ts";
import { patientState } from "../../app/patient-state.ts";
import { patientView } from "../../app/views/patient.ts";
import { patientShape, timelineShape } from "../../app/views/shapes.ts";
import { timelineView } from "../../app/views/timeline.ts";
import { sourcesOf } from "../../app/views/view-parts.ts";
import { decideSupply } from "../../core/decide.ts";
import { placeOf } from "../../core/place.ts";
import type { SupplyQuestion } from "../../core/question.ts";
import { readJson } from "../body/body.ts";
import { examples } from "../openapi/examples.ts";
import { noteDecision } from "../operation/note.ts";
import { doesNotFit, Problem } from "../problem.ts";
import { etag, json } from "../reply.ts";
import { type Route, route } from "../route.ts";
import { decidedShape } from "../shapes.ts";
import { patientOf, unknownPatient } from "./given.ts";

/** A supply as far as it is thought of; the rest is asked about. */
export const proposalInput = supplyInput.partial();

export const patientRoutes: readonly Route[] = [
  route({
    method: "get",
    path: "/api/patients/{patient}",
    operationId: "readPatient",
    access: { doing: "read-patient", of: "patient" },
    tag: "Patients",
    summary: "Where a patient stands, with the decision on the next supply",
    says: "The `ETag` is the version of the record, for the `If-Match` of a write. The answer also depends on the moment it is asked for: a window closes though nobody writes. So it is decided anew each time, nothing keeps it (`no-store`), and `If-None-Match` is not looked at.",
    answers: {
      200: {
        says: "The patient as of now.",
        schema: patientShape,
        headers: ["ETag"],
        example: examples.patient,
      },
    },
    problems: [],
    notFound: true,
    async handle(c, api, _query, { viewer }) {
      const patient = patientOf(c, api);
      if (patient instanceof Problem) return patient;
      const view = await patientView(api.practice, patient, viewer);
      return view === undefined ? unknownPatient(patient, api) : json(view, { ETag: etag(view.version) });
    },
  }),
  route({
    method: "get",
    path: "/api/patients/{patient}/timeline",
    operationId: "readTimeline",
    access: { doing: "read-timeline", of: "patient" },
    tag: "Patients",
    summary: "A patient's record as it was written, newest first",
    query: z.strictObject({
      before: z.coerce.number().int().min(1).optional().describe("The `next` of the page before."),
      limit: z.coerce
        .number()
        .int()
        .min(1)
        .max(500)
        .optional()
        .describe("Entries on a page; 50 where left out."),
    }),
    answers: { 200: { says: "A page of entries.", schema: timelineShape, example: examples.timeline } },
    problems: [],
    notFound: true,
    async handle(c, api, { before, limit }, { viewer }) {
      const patient = patientOf(c, api);
      if (patient instanceof Problem) return patient;
      const view = await timelineView(api.practice, patient, {
        viewer,
        ...(before === undefined ? {} : { before }),
        ...(limit === undefined ? {} : { limit }),
      });
      return view === undefined ? unknownPatient(patient, api) : json(view);
    },
  }),
  route({
    method: "post",
    path: "/api/patients/{patient}/supply-decision",
    operationId: "decideSupply",
    access: { doing: "ask-of-patient", of: "patient" },
    tag: "Patients",
    summary: "What a supply would come to, if it were prescribed now",
    says: "Writes nothing, and is nobody's word. What is left out is asked about. It decides on the record as it stands.",
    body: { schema: proposalInput, example: examples.proposal },
    answers: {
      200: {
        says: "The whole decision, with what it cites.",
        schema: decidedShape,
        headers: ["ETag"],
        example: examples.decided,
      },
    },
    problems: [],
    notFound: true,
    async handle(c, api) {
      const patient = patientOf(c, api);
      if (patient instanceof Problem) return patient;
      const body = await readJson(c);
      if (body instanceof Problem) return body;
      const { practice } = api;
      const read = proposalInput.safeParse(body.value);
      if (!read.success) {
        return doesNotFit(
          read.error.issues.map(({ path, message }) => ({ at: placeOf(path), says: message })),
        );
      }
      const state = await patientState(practice, patient);
      if (state === undefined) return unknownPatient(patient, api);
      const question = { ...read.data, refills: 0 } as SupplyQuestion;
      const decision = decideSupply(question, state.context);
      noteDecision(c, "supply", decision.verdict);
      const answer = {
        decision: decisionJson(decision, practice.knowledge),
        sources: sourcesOf(decision, practice.knowledge),
      };
      return json(answer, { ETag: etag(state.version) });
    },
  }),
];
