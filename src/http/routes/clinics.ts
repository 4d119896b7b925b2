/** Clinics, as knowledge has them, and today's list. */
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { clinicsInOrder } from "../../app/views/clinics-in-order.ts";
import { downtimeView } from "../../app/views/downtime.ts";
import { downtimeShape, todayShape } from "../../app/views/shapes.ts";
import { todayView } from "../../app/views/today.ts";
import { jsonOfList } from "../list-json.ts";
import { examples } from "../openapi/examples.ts";
import { Problem } from "../problem.ts";
import { json } from "../reply.ts";
import { type Route, route } from "../route.ts";
import { clinicsShape } from "../shapes.ts";
import { clinicOf, wrongSite } from "./given.ts";

export const clinicRoutes: readonly Route[] = [
  route({
    method: "get",
    path: "/api/clinics",
    operationId: "listClinics",
    access: { doing: "list-clinics", of: "all" },
    tag: "Clinics",
    summary: "The clinics this server works for, with their sites: that with the most patients first",
    answers: { 200: { says: "Every clinic.", schema: clinicsShape, example: examples.clinics } },
    problems: [],
    async handle(_c, { practice }, _query, { person }) {
      const inOrder = await clinicsInOrder(practice);
      const theirs = new Set(person?.appointments.map(({ clinic }) => clinic));
      const shown = person === undefined ? inOrder : inOrder.filter(({ id }) => theirs.has(id));
      const clinics = shown.map(({ id, title, on, zone, sites, products }) => ({
        id,
        title,
        protocol: on,
        zone,
        sites: sites.map((site) => ({ id: site.id, name: site.name })),
        products,
      }));
      return json({ clinics });
    },
  }),
  route({
    method: "get",
    path: "/api/clinics/{clinic}/today",
    operationId: "readToday",
    access: { doing: "read-today", of: "clinic" },
    tag: "Clinics",
    summary: "Today's list: every patient, in the order in which a morning is worked through",
    says: "Who needs somebody now comes first, and of those whose turn closes first. It is worked out as of the moment it is asked for.",
    query: z.strictObject({
      site: z.string().optional().describe("One of the clinic's sites; all of them where left out."),
    }),
    answers: { 200: { says: "The list as of now.", schema: todayShape, example: examples.today } },
    problems: [],
    notFound: true,
    async handle(c, api, { site }, { viewer }) {
      const clinic = clinicOf(c, api);
      if (clinic instanceof Problem) return clinic;
      const wrong = site === undefined ? undefined : wrongSite(clinic, site, api.practice);
      if (wrong !== undefined) return wrong;
      const log = (cause: unknown) => api.log(randomUUID(), cause);
      const view = await todayView(api.practice, clinic, site, log, viewer);
      // The clinic stands in knowledge, so it has a list.
      return jsonOfList(view ?? { lines: [] });
    },
  }),
  route({
    method: "get",
    path: "/api/clinics/{clinic}/downtime",
    operationId: "readDowntime",
    access: { doing: "print-downtime-sheet", of: "clinic" },
    tag: "Clinics",
    summary:
      "What a clinic prints for a day without a computer: who may come by tomorrow, what may be handed out until when",
    says: "Worked out for the record as it stands: what is not written down yet is not in it. Nothing past tomorrow is said.",
    query: z.strictObject({
      site: z.string().optional().describe("One of the clinic's sites; all of them where left out."),
    }),
    answers: { 200: { says: "Line by line.", schema: downtimeShape, example: examples.downtime } },
    problems: [],
    notFound: true,
    async handle(c, api, { site }, { viewer }) {
      const clinic = clinicOf(c, api);
      if (clinic instanceof Problem) return clinic;
      const wrong = site === undefined ? undefined : wrongSite(clinic, site, api.practice);
      if (wrong !== undefined) return wrong;
      const log = (cause: unknown) => api.log(randomUUID(), cause);
      return json(await downtimeView(api.practice, clinic, site, log, viewer));
    },
  }),
];
