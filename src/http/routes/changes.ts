/** What is written, as it is written. */
import type { Context } from "hono";
import { z } from "zod";
import { mayDo, type Person } from "../../app/access.ts";
import { personOf } from "../../app/people.ts";
import type { Rights } from "../changes/changes.ts";
import type { Tell } from "../changes/told.ts";
import { examples } from "../openapi/examples.ts";
import { problem } from "../problem.ts";
import { streamed } from "../reply.ts";
import { type Api, type Route, route } from "../route.ts";

const type = "text/event-stream";

/** How long rights are taken for what they were, while changes come in. */
const rememberedMs = 2000;

/** What somebody may be told: who is signed in, and as what, is asked again and again, for the answer never ends. */
function rightsOf(c: Context, { accounts, practice, tellers }: Api, first: Person): Rights {
  const { account } = first;
  let told: Tell | undefined = tellers(first);
  let askedAtMs = performance.now();
  return async () => {
    if (told === undefined || performance.now() - askedAtMs < rememberedMs) return told;
    askedAtMs = performance.now();
    const signedIn = await accounts?.signIn.personOf(c.req.raw);
    const person = signedIn?.account === account ? await personOf(practice, account) : undefined;
    told =
      person !== undefined && mayDo(person, "follow-changes", { of: "all" }).granted
        ? tellers(person)
        : undefined;
    return told;
  };
}

export const changeRoutes: readonly Route[] = [
  route({
    method: "get",
    path: "/api/changes",
    operationId: "followChanges",
    access: { doing: "follow-changes", of: "all" },
    tag: "Changes",
    summary: "What is written from now on, as server-sent events",
    says: "Each event `entry` says which stream has moved to which version by what type of entry, and nothing of what it says: read that at its own address. Staff are told of the streams of their own clinics; the type of an entry that their role does not see is `unseen`. It ends when whoever listens is signed out or dismissed. The event's id is its position in the ledger; with `Last-Event-ID` it goes on after that one. A comment every 15 seconds keeps the connection open.",
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
    async handle(c, api, _query, { person }) {
      const last = c.req.header("last-event-id");
      if (last !== undefined && !/^\d{1,15}$/.test(last)) {
        return problem("bad-header", { header: "Last-Event-ID", like: "1042" });
      }
      // Nobody reads what a HEAD would stream.
      const isAsked = c.req.raw.method !== "HEAD";
      const after = last === undefined ? undefined : Number(last);
      const rights = person === undefined ? undefined : rightsOf(c, api, person);
      return streamed(isAsked ? await api.changes.listen(after, rights) : null, type);
    },
  }),
];
