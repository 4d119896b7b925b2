/** A clinic's audit trail: read, taken along, verified. */
import { z } from "zod";
import { exportAudit } from "../../app/audit-export.ts";
import { readRoute } from "../../app/authorisation-number.ts";
import { verifyClinic } from "../../app/verify-clinic.ts";
import { auditShape } from "../../app/views/access-shapes.ts";
import { auditView, readCursor } from "../../app/views/audit-view.ts";
import { examples } from "../openapi/examples.ts";
import { Problem } from "../problem.ts";
import { json, streamed } from "../reply.ts";
import { type Route, route } from "../route.ts";
import { namesOf } from "./accesses.ts";
import { clinicOf } from "./given.ts";
import { bodyOf } from "./streaming.ts";

const lines = "application/x-ndjson";
const day = z.iso.date();
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, "a month such as 2026-11");
const patient = z
  .string()
  .max(40)
  .transform((typed, given) => {
    const read = readRoute(typed);
    if (read === undefined) given.addIssue("a patient's number, such as K7QX2M9P");
    return read ?? "";
  });

export const auditRoutes: readonly Route[] = [
  route({
    method: "get",
    path: "/api/clinics/{clinic}/audit",
    operationId: "readAudit",
    access: { doing: "read-audit", of: "clinic" },
    tag: "Audit",
    summary: "A clinic's audit trail, newest first",
    says: "Reads, refusals, what happened to accounts of the clinic's people, and records of its patients that were opened in an emergency. Of a patient who is asked for, also what the clinic wrote.",
    query: z.strictObject({
      from: day.optional().describe("The first day, by the clinic's calendar."),
      to: day.optional().describe("The last day."),
      patient: patient.optional().describe("A patient's number."),
      account: z.string().max(120).optional().describe("Whose doing: an account's id."),
      only: z
        .enum(["attention"])
        .optional()
        .describe("`attention`: only refusals and records that were opened in an emergency."),
      after: z
        .string()
        .refine((text) => readCursor(text) !== undefined, "the `next` of a page")
        .optional()
        .describe("The `next` of the page before."),
      limit: z.coerce
        .number()
        .int()
        .min(1)
        .max(200)
        .optional()
        .describe("Lines on a page; 50 where left out."),
    }),
    answers: { 200: { says: "A page of lines.", schema: auditShape, example: examples.audit } },
    problems: [],
    notFound: true,
    async handle(c, api, query, { viewer }) {
      const clinic = clinicOf(c, api);
      return clinic instanceof Problem
        ? clinic
        : json(await auditView(api.practice, clinic, namesOf(api), { ...query, viewer }));
    },
  }),
  route({
    method: "get",
    path: "/api/clinics/{clinic}/audit/export",
    operationId: "exportAudit",
    access: { doing: "read-audit", of: "clinic" },
    tag: "Audit",
    summary: "A clinic's audit trail as a file that can be verified anywhere",
    says: "A line of JSON each: a head that names the streams, every entry with the text that was hashed and its hash, and an end with a SHA-256 over all before it. `isoward audit verify FILE` needs nothing else.",
    query: z.strictObject({
      from: month.optional().describe("The first month; from the beginning where left out."),
      to: month.optional().describe("The last month."),
    }),
    answers: {
      200: {
        says: "The lines, as they are read.",
        type: lines,
        schema: z.string(),
        headers: ["Content-Disposition"],
        example: examples.auditExport,
      },
    },
    problems: [],
    notFound: true,
    handle(c, api, months) {
      const clinic = clinicOf(c, api);
      if (clinic instanceof Problem) return clinic;
      const isAsked = c.req.raw.method !== "HEAD";
      return streamed(isAsked ? bodyOf(exportAudit(api.practice, clinic, months)) : null, lines, {
        "Content-Disposition": `attachment; filename="isoward-audit-${clinic}.ndjson"`,
      });
    },
  }),
  route({
    method: "get",
    path: "/api/clinics/{clinic}/audit/verify",
    operationId: "verifyAudit",
    access: { doing: "verify-ledger", of: "clinic" },
    tag: "Audit",
    summary: "Whether the chains of a clinic's audit trail and of its patients' records are whole",
    says: "A line of JSON each, as it goes on: `progress` with `done` of `total` entries, each `fault` that is found, and `verified` at the end with how many there are. It goes through what stood there when it began.",
    answers: {
      200: { says: "The lines.", type: lines, schema: z.string(), example: examples.auditVerified },
    },
    problems: [],
    notFound: true,
    handle(c, api) {
      const clinic = clinicOf(c, api);
      if (clinic instanceof Problem) return clinic;
      const isAsked = c.req.raw.method !== "HEAD";
      return streamed(isAsked ? bodyOf(verifying(verifyClinic(api.practice, clinic))) : null, lines);
    },
  }),
];

async function* verifying(told: ReturnType<typeof verifyClinic>): AsyncGenerator<string, void> {
  for await (const one of told) yield `${JSON.stringify(one)}\n`;
}
