/**
 * Moves a ledger and prints a line for each bit of progress, so that somebody can kill it in between.
 *
 *     node move-child.ts '{"from": {"folder": "…"}, "to": {"database": "…"}}'
 */
import { writeSync } from "node:fs";
import { move } from "../move.ts";
import type { Place } from "../place.ts";
import { projector } from "./projector.ts";

const { from, to } = JSON.parse(process.argv[2] ?? "{}") as { from: Place; to: Place };
const moved = await move({
  from,
  to,
  projector,
  onProgress(doing, done) {
    writeSync(1, `${doing} ${done}\n`);
    // Long enough for a kill to come here, or a little later, and seldom after the next line.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 30);
  },
});
writeSync(1, `moved ${JSON.stringify(moved)}\n`);
