/** How long a patient's page and a clinic's list of the day take, on one connection, with nothing else to do. */
import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { type Loaded, load, request } from "./load.ts";
import type { ListRead, PageRead, Size, Times } from "./measured.ts";
import { type ThreadTime, timesIn } from "./profile.ts";
import { profilesIn, type Running, serve } from "./running.ts";
import { clinic } from "./seed.ts";
import type { Place } from "./store.ts";

/**
 * A patient's page: that of some patients of the whole server, and once more.
 *
 * @param isWatched whether a second server is asked the same, to see where its time goes
 */
export async function readPages(
  place: Place,
  { reads }: Size,
  patients: readonly string[],
  token: string,
  isWatched: boolean,
): Promise<Pick<PageRead, "cold" | "warm" | "bytes" | "startMs" | "restMb" | "threads">> {
  const step = Math.max(2, Math.floor(patients.length / reads));
  const some = patients.filter((_, index) => index % step === 0).slice(0, reads);
  // Nobody who is measured waits for code to be compiled.
  const others = patients.filter((_, index) => index % step === 1).slice(0, reads);
  const pagesOf = (server: Running, whom: readonly string[]) =>
    each(
      server,
      token,
      whom.map((patient) => `/api/patients/${patient}`),
    );

  const server = await serve(place);
  const restMb = server.residentMb();
  await pagesOf(server, others);
  const cold = await pagesOf(server, some);
  const warm = await pagesOf(server, some);
  const bytes = await bytesOf(server, token, `/api/patients/${some[0]}`);
  await server.stop();
  const threads = isWatched ? await watched(place, (other) => pagesOf(other, some)) : [];
  return { cold: timesOf(cold), warm: timesOf(warm), bytes, startMs: server.startMs, restMb, threads };
}

/** Today's list: the first since the server started, as it stands, and after something was written. */
export async function readList(
  place: Place,
  { reads, clinicPatients, isQuick }: Size,
  patients: readonly string[],
  entriesPerPatient: number,
  token: string,
): Promise<ListRead> {
  const list = `/api/clinics/${clinic}/today`;
  const again = Array.from({ length: reads }, () => list);
  const server = await serve(place);
  // A list that is worked out must not keep others waiting.
  const others = answeredMeanwhile(server);
  const first = await each(server, token, [list]);
  const othersWaitedMs = await others.stop();
  const unchanged = await each(server, token, again);
  const after: number[] = [];
  for (let read = 0; read < Math.min(reads, 100); read++) {
    const patient = patients[read % patients.length];
    const body = JSON.stringify({ kg: 55 + read / 100 });
    const written = await each(server, token, [`/api/patients/${patient}/record-weight`], body);
    if (written.refused > 0) throw new Error(`nothing was written: ${written.firstRefusal}`);
    after.push((await each(server, token, [list])).worstMs);
  }
  after.sort((a, b) => a - b);
  const bytes = await bytesOf(server, token, list);
  await server.stop();
  const threads = isQuick ? [] : await watched(place, (other) => each(other, token, again));
  return {
    patients: clinicPatients,
    entriesPerPatient,
    coldMs: first.worstMs,
    unchanged: timesOf(unchanged),
    afterEntry: {
      p50Ms: after[Math.floor(after.length / 2)] ?? 0,
      p99Ms: after[Math.floor(after.length * 0.99)] ?? 0,
    },
    bytes,
    othersWaitedMs,
    threads,
  };
}

/** Asks another server the same twice. @returns where its time went the second time */
async function watched(place: Place, ask: (server: Running) => Promise<Loaded>): Promise<ThreadTime[]> {
  const profiles = mkdtempSync(join(place.folder, "profiles-"));
  const server = await serve(place, profiles);
  await ask(server);
  const { fromUs, toUs } = await ask(server);
  await server.stop();
  return timesIn(profilesIn(profiles), fromUs, toUs);
}

/** Asks for each address once, one after another. */
async function each(server: Running, token: string, paths: readonly string[], body = ""): Promise<Loaded> {
  const { url, processorSeconds } = server;
  let at = 0;
  const next = () => {
    const path = paths[at++];
    return path === undefined ? undefined : request(url, body === "" ? "GET" : "POST", path, token, body);
  };
  const loaded = await load({
    url,
    connections: 1,
    seconds: Number.POSITIVE_INFINITY,
    next,
    processorSeconds,
  });
  if (body === "" && loaded.refused > 0) throw new Error(`it was not shown: ${loaded.firstRefusal}`);
  return loaded;
}

/** Asks for something fixed every few milliseconds. @returns how to stop, which gives the longest that it took */
function answeredMeanwhile({ url }: Running) {
  const over = new AbortController();
  let worst = 0;
  const asking = (async () => {
    while (!over.signal.aborted) {
      const sent = performance.now();
      await (await fetch(`${url}/health`)).arrayBuffer();
      worst = Math.max(worst, performance.now() - sent);
      await setTimeout(2);
    }
  })();
  return {
    async stop() {
      over.abort();
      await asking;
      return worst;
    },
  };
}

async function bytesOf({ url }: Running, token: string, path: string): Promise<number> {
  const answer = await fetch(`${url}${path}`, { headers: { Authorization: `Bearer ${token}` } });
  return (await answer.arrayBuffer()).byteLength;
}

const timesOf = ({ p50Ms, p99Ms }: Loaded): Times => ({ p50Ms, p99Ms });
