/** What is done to servers beside killing them; each scenario tells what was tried and what came of it. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Clients, clientsOf, type Live } from "./busy.ts";
import type { Operation, Outcome } from "./history.ts";
import { type Kept, type Seeded, seeded } from "./kept.ts";
import { type Held, heldAgainst } from "./run.ts";
import { NotStarted, type Start, serve } from "./serving.ts";
import type { Store } from "./stores.ts";

export interface Scenario {
  readonly store: Store;
  readonly rounds: number;
  /** `usual`: the command `isoward serve`. */
  readonly as?: Start["as"];
  readonly onRound?: (round: number) => void;
}

export interface Came {
  /** What was tried, how often. */
  readonly tried: ReadonlyMap<string, number>;
  readonly held: Held;
  /** What is wrong beside what the history says. */
  readonly wrong: readonly string[];
}

const patients = 3;
const connections = 12;

/** The clock of the server jumps while it is busy, to and fro between the past and the future. */
export async function clock({ store, rounds, as = "none", onRound = () => {} }: Scenario): Promise<Came> {
  const shaken = await begun(await store.fresh());
  const { kept, clients, tried, wrong } = shaken;
  const file = join(kept.folder, "clock.txt");
  const jumping = { as, preload, environment: { FAULTS_CLOCK: file } };
  let off = 0;
  for (let done = 0; done < rounds; done += jumpsOfOne) {
    // What was written in another time is there when it starts again.
    writeFileSync(file, String(off));
    await clients.busy([await serve(kept, jumping)], async (live) => {
      for (let round = done; round < Math.min(rounds, done + jumpsOfOne); round += 1) {
        const [says = "", ms = 0] = jumpsTo[round % jumpsTo.length] ?? [];
        off = ms;
        writeFileSync(file, String(off));
        count(tried, `the clock of a busy server put to ${says}`);
        if (!(await live.answers(25))) wrong.push(`nothing is answered ${says}`);
        onRound(round + 1);
      }
    });
  }
  return await came(shaken, ["/problems/nothing-in-force"]);
}

const preload = fileURLToPath(new URL("./clock-preload.mjs", import.meta.url));
/** A server lives through so many. */
const jumpsOfOne = 10;
const hourMs = 3_600_000;
const jumpsTo: readonly (readonly [string, number])[] = [
  ["an hour ago", -hourMs],
  ["tomorrow", 24 * hourMs],
  ["yesterday", -24 * hourMs],
  ["400 days ago", -400 * 24 * hourMs],
  ["forty days from now", 40 * 24 * hourMs],
  ["what it is", 0],
  ["half a second ago", -500],
  ["five years from now", 5 * 365 * 24 * hourMs],
  ["1971", 365 * 24 * hourMs - Date.now()],
  ["a second from now", 1000],
];

/** A second server is started on the folder of one that is busy. */
export async function second({ store, rounds, as = "none", onRound = () => {} }: Scenario): Promise<Came> {
  const shaken = await begun(await store.fresh());
  const { kept, clients, tried, wrong } = shaken;
  const first = await serve(kept, { as });
  await clients.busy([first], async (live) => {
    for (let round = 1; round <= rounds; round += 1) {
      count(tried, "a second server started on the folder of a busy one");
      const refused = await serve(kept, { as }).then(
        (server) => server.kill().then(() => undefined),
        (cause: unknown) => (cause instanceof NotStarted ? cause : undefined),
      );
      const isTold = refused?.said.includes(`process ${first.pid} has written to ${kept.folder}`) === true;
      if (!isTold) wrong.push(`a second server is not told who writes there: ${refused?.said ?? ""}`);
      await goesOn(live, wrong);
      onRound(round);
    }
  });
  return await came(shaken);
}

/** Two servers on one database, asked at once about the same patients. */
export async function racing({ store, rounds, as = "none", onRound = () => {} }: Scenario): Promise<Came> {
  const shaken = await begun(await store.fresh());
  const { kept, clients, tried, wrong } = shaken;
  const servers = await Promise.all([serve(kept, { as }), serve(kept, { as })]);
  await clients.busy(servers, async (live) => {
    for (let round = 1; round <= rounds; round += 1) {
      count(tried, "a hundred answers of two servers on one database");
      if (!(await live.answers(100))) wrong.push("two servers do not get on with each other");
      onRound(round);
    }
  });
  return await came(shaken);
}

/** The disk fills up under a busy server, and has room again. @returns undefined where there is no small disk to be had */
export async function disk({
  store,
  rounds,
  as = "none",
  onRound = () => {},
}: Scenario): Promise<Came | undefined> {
  const small = await store.onSmallDisk();
  if (small === undefined) return undefined;
  const shaken = await begun(small.kept);
  const { kept, clients, tried, wrong } = shaken;
  await clients.busy([await serve(kept, { as })], async (live) => {
    for (let round = 1; round <= rounds; round += 1) {
      count(tried, "the disk filled under a busy server, and freed again");
      small.disk.fill();
      if (!(await live.answers(20, isFull))) wrong.push("nobody is told that the disk is full");
      small.disk.free();
      await goesOn(live, wrong);
      onRound(round);
    }
  });
  return await came(shaken, [full, "/problems/not-noted"]);
}

const full = "/problems/store-full";
const isFull = (outcome: Outcome) => outcome.is === "refused" && outcome.why === full;

async function goesOn(live: Live, wrong: string[]): Promise<void> {
  if (!(await live.answers(20, ({ is }) => is === "done"))) wrong.push("it does not go on");
}

export interface Shaken {
  readonly kept: Kept;
  readonly practice: Seeded;
  readonly clients: Clients;
  readonly tried: Map<string, number>;
  readonly wrong: string[];
}

export async function begun(kept: Kept): Promise<Shaken> {
  const practice = await seeded(kept, patients);
  return { kept, practice, clients: clientsOf(practice, connections), tried: new Map(), wrong: [] };
}

/** @param may problems above 499 that may be told here */
async function came(
  { kept, practice, clients, tried, wrong }: Shaken,
  may: readonly string[] = [],
): Promise<Came> {
  const { operations } = clients;
  const held = await heldAgainst(kept, practice, operations);
  return { tried, held, wrong: [...wrong, ...failures(operations, may)] };
}

/** Answers above 499 that say another thing than they may. */
function failures(operations: readonly Operation[], may: readonly string[]): string[] {
  const said = operations.flatMap(({ what, outcome }) => {
    if (outcome.is === "done" || outcome.why === undefined || may.includes(outcome.why)) return [];
    return outcome.is === "unknown" || outcome.status >= 500 ? [`${what} was answered ${outcome.why}`] : [];
  });
  return [...new Set(said)];
}

export function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
