/** What is written, as it is written. */
import { z } from "zod";
import { examples } from "../openapi/examples.ts";
import { problem } from "../problem.ts";
import { streamed } from "../reply.ts";
import { type Route, route } from "../route.ts";

const type = "text/event-stream";

export const changeRoutes: readonly Route[] = [
  route({
    method: "get",
    path: "/api/changes",
    operationId: "followChanges",
    access: { doing: "follow-changes", of: "all" },
    tag: "Changes",
    summary: "What is written from now on, as server-sent events",
    says: "Each event `entry` says which stream has moved to which version by what type of entry, and nothing of what it says: read that at its own address. The event's id is its position in the ledger; with `Last-Event-ID` it goes on after that one. A comment every 15 seconds keeps the connection open.",
    headers: ["Last-Event-ID"],
    answers: {
      200: {
        says: "Events until the server or the caller ends it.",
        type,
        schema: z.string(),
        example: examples.changes,
      },
    },
    problems: ["bad-header"],
    async handle(c, { changes }) {
      const last = c.req.header("last-event-id");
      if (last !== undefined && !/^\d{1,15}$/.test(last)) {
        return problem("bad-header", { header: "Last-Event-ID", like: "1042" });
      }
      // Nobody reads what a HEAD would stream.
      const isAsked = c.req.raw.method !== "HEAD";
      const after = last === undefined ? undefined : Number(last);
      return streamed(isAsked ? await changes.listen(after) : null, type);
    },
  }),
];
