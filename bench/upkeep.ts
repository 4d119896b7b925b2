/** How long what an administrator does takes: a backup, verified; the verifying alone; and a restore from it. */
import { statSync } from "node:fs";
import { join } from "node:path";
import { openPractice } from "../src/app/open-practice.ts";
import { projector } from "../src/app/views/projector.ts";
import { backupKeysOf, backupOf, restoreInto, verifyAt } from "../src/ledger/upkeep.ts";
import type { StoreName, Upkeep } from "./measured.ts";
import { openPlace, type Place, placeIn } from "./store.ts";

/** @param into empty, and gone when this is over */
export async function upkeep(store: StoreName, place: Place, into: Place, folder: string): Promise<Upkeep> {
  const practice = await openPlace(place);
  const entries = await practice.ledger.position();
  await practice.ledger.close();
  const file = join(folder, `${store}.backup`);
  const keys = join(folder, `${store}.keys`);
  const backupMs = await timed(() => backupOf(placeIn(place), file, () => {}));
  await backupKeysOf(placeIn(place), keys);
  const verifyMs = await timed(() => verifyAt(placeIn(place)));
  const restoreMs = await timed(async () => {
    await restoreInto(file, placeIn(into), { keys, erasures: "of-the-keys" }, projector);
    // Only when the lists are filled anew can anybody work.
    const restored = await openPractice(placeIn(into));
    await restored.ledger.close();
  });
  return { store, entries, backupBytes: statSync(file).size, backupMs, verifyMs, restoreMs };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}
