/** Where a practice keeps its ledger: said apart from what opens it, so that nothing is loaded to say it. */

import type { Place } from "../ledger/place.ts";

export type { Database, Place } from "../ledger/place.ts";

/** Where the settings say that the ledger is. */
export function placeOf(settings: {
  readonly data: string;
  readonly database?: string | undefined;
  readonly keys?: string | undefined;
  readonly masterKeys?: string | undefined;
}): Place {
  const { data: folder, database, keys, masterKeys } = settings;
  const sealed = masterKeys === undefined ? {} : { masterKeys };
  if (database === undefined) return { folder, ...sealed };
  return { database, ...(keys === undefined ? {} : { keys }), ...sealed };
}
