/** How many supplies a server authorises durably, sign-in checked, beside fixed JSON and the store's own inserts. */
import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { supplyOf } from "../src/app/testing/ready-patient.ts";
import { load, request } from "./load.ts";
import type { Authorised, Size, StoreName } from "./measured.ts";
import { timesIn } from "./profile.ts";
import type { Inserted } from "./raw.ts";
import { profilesIn, type Running, serve } from "./running.ts";
import type { Place } from "./store.ts";

export interface Asked {
  readonly store: StoreName;
  readonly place: Place;
  readonly size: Size;
  /** Ready for a supply; each takes one. */
  readonly patients: readonly string[];
  readonly entriesPerPatient: number;
  /** One for each connection. */
  readonly tokens: readonly string[];
  readonly entryBytes: () => Promise<number>;
  readonly inserted: (rows: {
    readonly bytes: number;
    readonly group: number;
    readonly seconds: number;
  }) => Promise<Inserted>;
}

export async function authorisations(asked: Asked): Promise<Authorised> {
  const { store, place, size, patients, entriesPerPatient, tokens } = asked;
  const { connections, seconds, warmUpSeconds } = size;
  const body = JSON.stringify(supplyOf());
  let next = 0;
  const authorise = ({ url, processorSeconds }: Running, loading: Pick<Size, "seconds" | "warmUpSeconds">) =>
    load({
      url,
      connections,
      processorSeconds,
      ...loading,
      next: (connection) => {
        const patient = patients[next++];
        const path = `/api/patients/${patient}/authorise-supply`;
        return patient === undefined ? undefined : request(url, "POST", path, tokens[connection], body);
      },
    });

  const server = await serve(place);
  const asking = request(server.url, "GET", "/api/questions", undefined);
  const fixedBytes = (await (await fetch(`${server.url}/api/questions`)).arrayBuffer()).byteLength;
  const { url, processorSeconds } = server;
  const fixed = await load({
    url,
    connections,
    seconds: seconds / 2,
    warmUpSeconds,
    processorSeconds,
    next: () => asking,
  });
  const authorised = await authorise(server, { seconds, warmUpSeconds });
  await server.stop();
  if (authorised.refused > 0)
    throw new Error(`${authorised.refused} were refused: ${authorised.firstRefusal}`);

  const profiles = mkdtempSync(join(place.folder, "profiles-"));
  const watched = await serve(place, profiles);
  const seen = await authorise(watched, { seconds: seconds / 2, warmUpSeconds });
  await watched.stop();

  const entryBytes = await asked.entryBytes();
  // As many as share a transaction when all connections wait for one.
  const inserted = await asked.inserted({
    bytes: Math.round(entryBytes),
    group: connections,
    seconds: seconds / 2,
  });
  return {
    store,
    patients: patients.length,
    entriesPerPatient,
    load: authorised,
    fixed,
    fixedBytes,
    inserted,
    entryBytes,
    threads: timesIn(profilesIn(profiles), seen.fromUs, seen.toUs),
  };
}
