/** A practice in a folder, or with its ledger in PostgreSQL. */
import { type OpenPractice, openPractice } from "../src/app/open-practice.ts";
import type { Place as LedgerPlace } from "../src/app/place.ts";

/** Where a practice is kept: its folder, which holds the secret of its accounts, and its database where it has one. */
export interface Place {
  readonly folder: string;
  readonly database?: string | undefined;
}

export const placeIn = ({ folder, database }: Place): LedgerPlace =>
  database === undefined ? { folder } : { database };

export const openPlace = (place: Place): Promise<OpenPractice> => openPractice(placeIn(place));
