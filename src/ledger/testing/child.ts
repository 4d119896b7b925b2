/**
 * A process that writes until it is killed, and prints each acknowledgement as a line of JSON.
 *
 *     node child.ts FOLDER '{"writers": 8, "defect": "early-acknowledge", "appends": 1000}'
 *
 * `writers` appends are under way at a time; after `appends` it closes and ends, without it goes on for ever.
 */
import { writeSync } from "node:fs";
import type { Debug } from "../sqlite/debug.ts";
import { openLedgerWithDebug } from "../sqlite.ts";
import { decisionBody, entry, projector } from "./entries.ts";

export interface ChildOptions {
  readonly writers: number;
  readonly appends?: number;
  readonly defect?: Debug["defect"];
}

/** An acknowledgement as the child prints it. */
export interface Acknowledged {
  readonly stream: string;
  readonly version: number;
  readonly hash: string;
}

const [folder = "", options = "{}"] = process.argv.slice(2);
const { writers, appends = Number.POSITIVE_INFINITY, defect } = JSON.parse(options) as ChildOptions;
const ledger = await openLedgerWithDebug({ folder, projector }, { defect });
ledger.announce({ url: "http://localhost:1" });
print("open");

let begun = 0;
await Promise.all(
  Array.from({ length: writers }, async (_, writer) => {
    const stream = `patient/${writer}`;
    let version = await ledger.version(stream);
    while (begun < appends) {
      begun += 1;
      const hidden = begun % 3 === 0 ? { note: `note ${begun}` } : undefined;
      const appended = await ledger.append({
        stream,
        expectedVersion: version,
        entries: [entry("decided", decisionBody(begun), hidden)],
      });
      if (appended.is !== "appended") throw new Error(JSON.stringify(appended));
      for (const { hash, version: at } of appended.entries) {
        version = at;
        print(JSON.stringify({ stream, version, hash } satisfies Acknowledged));
      }
    }
  }),
);
await ledger.close();

/** At once and whole: what it says must not wait in memory when the kill comes. */
function print(line: string) {
  for (let rest = Buffer.from(`${line}\n`); rest.length > 0; )
    try {
      rest = rest.subarray(writeSync(1, rest));
    } catch (cause) {
      // The pipe is full until it is read.
      if ((cause as NodeJS.ErrnoException).code !== "EAGAIN") throw cause;
    }
}
