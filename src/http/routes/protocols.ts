/** The protocols and clinics, and any two of them side by side. */
import { z } from "zod";
import { comparisonShape, protocolsShape } from "../../app/protocols-json.ts";
import { dayOf, dayText, parseDay } from "../../core/calendar.ts";
import { compareProtocols, type NotCompared } from "../../core/knowledge/compare.ts";
import { listProtocols } from "../../core/knowledge/protocol-list.ts";
import { renderComparison } from "../../words/render-comparison.ts";
import { examples } from "../openapi/examples.ts";
import { type Problem, problem } from "../problem.ts";
import { json } from "../reply.ts";
import { type Route, route } from "../route.ts";

const on = z.iso
  .date()
  .transform((text, context) => {
    const day = parseDay(text);
    if (day !== undefined) return day;
    context.addIssue({ code: "custom", message: "a calendar day from 1900 to 2199, YYYY-MM-DD" });
    return z.NEVER;
  })
  .optional()
  .describe("As in force on this day, YYYY-MM-DD; today where left out.");

export const protocolRoutes: readonly Route[] = [
  route({
    method: "get",
    path: "/api/protocols",
    operationId: "listProtocols",
    access: "open",
    tag: "Protocols",
    summary: "Every protocol and clinic, with its editions",
    query: z.strictObject({ on }),
    answers: { 200: { says: "The list.", schema: protocolsShape, example: examples.protocols } },
    problems: [],
    handle: (_c, { practice: { knowledge, now } }, { on: asked }) =>
      json({ protocols: listProtocols(knowledge, asked ?? dayOf(now(), "Etc/UTC")) }),
  }),
  route({
    method: "get",
    path: "/api/protocols/compare",
    operationId: "compareProtocols",
    access: "open",
    tag: "Protocols",
    summary: "Any two protocols or clinics side by side, differences first",
    says: "Value by value as in force on a day: in words, by whom it is set, from which sources and how far they were checked, which side is stricter. A clinic's values are its house rules over its protocol. Where an edition is not confirmed the stricter value of it and its predecessor is shown.",
    query: z.strictObject({
      a: z.string().describe("A protocol or clinic of GET /api/protocols."),
      b: z.string().describe("Another one."),
      on,
    }),
    answers: { 200: { says: "The comparison.", schema: comparisonShape, example: examples.comparison } },
    problems: [],
    handle(_c, { practice: { knowledge, now } }, { a, b, on: asked }) {
      const zone = knowledge.clinics[a]?.zone ?? knowledge.protocols[a]?.zone ?? "Etc/UTC";
      const found = compareProtocols(knowledge, { a, b, on: asked ?? dayOf(now(), zone) });
      return "why" in found ? notCompared(found, a) : json(renderComparison(found, knowledge));
    },
  }),
];

function notCompared(found: NotCompared, a: string): Problem {
  const parameter = found.given === a ? "a" : "b";
  const detail =
    found.why === "unknown"
      ? `there is no protocol or clinic of that name; one of ${found.known.join(", ")}`
      : `not in force yet on that day; its first edition begins on ${dayText(found.since)}`;
  return problem("bad-query", {}, { errors: [{ parameter, detail }] });
}
