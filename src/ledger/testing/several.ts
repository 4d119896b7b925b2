/** What has to hold where several servers append to one ledger. Each gives what it found wrong: nothing, or a defect. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Appended, Ledger } from "../ledger.ts";
import { entry } from "./entries.ts";

/** Two servers of one ledger. */
export type Two = readonly [Ledger, Ledger];

/** Positions that a reader was led past: it had been told of later ones, and they came afterwards. */
export async function skippedPositions([one, other]: Two, appends: number): Promise<number[]> {
  const start = await one.position();
  const stop = new AbortController();
  const followed: number[] = [];
  const following = (async () => {
    for await (const { position } of other.follow(start, stop.signal)) followed.push(position);
  })();
  const told = new Map<string, number>();
  let position = start;
  const look = async () => {
    const since = await one.movedSince(position);
    ({ position } = since);
    for (const stream of since.streams) told.set(stream, position);
  };
  const written = new AbortController();
  const looking = (async () => {
    while (!written.signal.aborted) {
      await look();
      await sleep(1);
    }
  })();
  const streams = ["one", "other"].map((name) => `patient/${name}/${start}`);
  await Promise.all(
    [one, other].map(async (ledger, server) => {
      for (let version = 0; version < appends; version += 1)
        await ledger.append({
          stream: streams[server] ?? "",
          expectedVersion: version,
          entries: [entry("a"), entry("b")].slice(version % 2),
        });
    }),
  );
  written.abort();
  await looking;
  await look();
  const positions = (await Promise.all(streams.map((stream) => one.read(stream))))
    .flat()
    .map(({ position: at }) => at);
  // What is followed comes in order, so the newest is the last that can come.
  const newest = Math.max(...positions);
  for (let waits = 0; (followed.at(-1) ?? 0) < newest && waits < 500; waits += 1) await sleep(10);
  stop.abort();
  await following;
  const untold = (await Promise.all(streams.map((stream) => one.read(stream))))
    .map((entries) => entries.at(-1))
    .filter((last) => last !== undefined && (told.get(last.stream) ?? 0) < last.position);
  return [
    ...positions.filter((at) => !followed.includes(at)),
    ...untold.map((last) => last?.position ?? 0),
  ].toSorted((a, b) => a - b);
}

/** Rounds of a race at one version in which not exactly one won and the other was told of it. */
export async function unfairRaces(two: Two, rounds: number): Promise<Appended["is"][][]> {
  const stream = `patient/raced/${await two[0].position()}`;
  const unfair: Appended["is"][][] = [];
  for (let version = 0; version < rounds; version += 1) {
    const racing = await Promise.all(
      two.map((ledger) => ledger.append({ stream, expectedVersion: version, entries: [entry("raced")] })),
    );
    const came = racing.map(({ is }) => is).toSorted();
    if (came.join(" ") !== "appended conflict") unfair.push(came);
  }
  return unfair;
}

/** Rounds in which both began a stream of a kind, each having looked before the other. */
export async function bothBegun(two: Two, rounds: number): Promise<number> {
  let both = 0;
  for (let round = 0; round < rounds; round += 1) {
    const position = await two[0].position();
    const begun = await Promise.all(
      two.map((ledger, server) =>
        ledger.append({
          stream: `patient/begun/${position}/${server}`,
          expectedVersion: 0,
          noneBegunSince: { prefix: "patient/begun/", position },
          entries: [entry("begun")],
        }),
      ),
    );
    if (begun.every(({ is }) => is === "appended")) both += 1;
  }
  return both;
}

/** Entries that were appended on a version of another stream which had moved on by then. */
export async function staleReads([one, other]: Two, rounds: number): Promise<number> {
  const start = await one.position();
  const [policy, stream] = [`clinic/${start}`, `patient/reads/${start}`];
  await one.append({ stream: policy, expectedVersion: 0, entries: [entry("signed")] });
  let version = 0;
  let stale = 0;
  for (let read = 1; read <= rounds; read += 1) {
    const [moved, decided] = await Promise.all([
      one.append({ stream: policy, expectedVersion: read, entries: [entry("signed")] }),
      other.append({
        stream,
        expectedVersion: version,
        readVersions: { [policy]: read },
        entries: [entry("decided")],
      }),
    ]);
    if (decided.is !== "appended") continue;
    version += 1;
    const [at = 0, movedAt = 0] = [decided, moved].map((answer) =>
      answer.is === "appended" ? answer.entries[0]?.position : undefined,
    );
    if (at > movedAt) stale += 1;
  }
  return stale;
}
