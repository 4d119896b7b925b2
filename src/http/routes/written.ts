/** What was written, as the answer to a command. */
import type { Result } from "../../app/execute.ts";
import type { Practice } from "../../app/practice.ts";
import { sightOf, type Viewer } from "../../app/sight.ts";
import type { TimelineLine } from "../../app/views/shapes.ts";
import { linesOf } from "../../app/views/timeline.ts";
import type { StoredEntry } from "../../ledger/ledger.ts";
import type { Entered } from "../access/enter.ts";
import { notDone, type Problem } from "../problem.ts";
import { etag, json } from "../reply.ts";
import { told } from "./given.ts";

/** Entries of one stream as lines of its timeline. Nothing is folded for it: what was written is known. */
export async function linesWritten(
  practice: Practice,
  entries: readonly StoredEntry[],
  viewer: Viewer | undefined,
): Promise<TimelineLine[]> {
  const [first] = entries;
  const last = entries.at(-1);
  if (first === undefined || last === undefined) return [];
  const { knowledge, zone } = told(practice, first.clinic);
  const history = await practice.histories.known(first.stream, last.version);
  const state = { history, zone, context: { knowledge } };
  return linesOf(state, entries, sightOf(viewer, history)).lines;
}

/** @param clinicOf the clinic in whose zone a refusal is told */
export async function answerTo(
  result: Result,
  practice: Practice,
  clinicOf: () => Promise<string | undefined>,
  { viewer }: Pick<Entered, "viewer">,
): Promise<Response | Problem> {
  if (result.is === "nothing") {
    return json({ version: result.version, entries: [], repeated: false }, { ETag: etag(result.version) });
  }
  if (result.is !== "done") {
    const sight = sightOf(viewer, { shared: [], entries: [] });
    return notDone(result, { ...told(practice, await clinicOf()), sight });
  }
  const { version, entries, repeated } = result;
  return json(
    { version, entries: await linesWritten(practice, entries, viewer), repeated },
    repeated ? { ETag: etag(version), "Idempotency-Replayed": "true" } : { ETag: etag(version) },
  );
}
