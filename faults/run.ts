/** Kills servers under load again and again, and holds what clients were told against what the ledger holds. */
import { setTimeout as sleep } from "node:timers/promises";
import { clientsOf } from "./busy.ts";
import { type Operation, type Violation, violations } from "./history.ts";
import { type Kept, type Seeded, seeded, streamsOf, verifyKept } from "./kept.ts";
import { type Start, serve, serveHere } from "./serving.ts";
import type { Round, Store } from "./stores.ts";

export interface Run {
  readonly store: Store;
  readonly kills: number;
  readonly patients: number;
  readonly clients: number;
  /** `usual`: the command `isoward serve`. */
  readonly as?: Start["as"];
  /** In this process, ended gently in place of killed: for what needs no kill to be seen. */
  readonly here?: boolean;
  /** Milliseconds of load before a kill, at most. */
  readonly mostMs?: number;
  /** In turn; all that can be done to the store where left out. */
  readonly rounds?: readonly Round[];
  readonly onKill?: (report: Report) => void;
}

export interface Report {
  /** Servers that were killed. */
  readonly kills: number;
  readonly rounds: ReadonlyMap<Round, number>;
  /** Connections that were cut. */
  readonly cuts: number;
  readonly asked: number;
  readonly acknowledged: number;
  /** Of them, what was done how often. */
  readonly done: ReadonlyMap<Operation["what"], number>;
  readonly refused: number;
  readonly unanswered: number;
  readonly entries: number;
  readonly violations: readonly Violation[];
  /** Faults of the chain. */
  readonly faults: number;
}

/** A practice is left for a fresh one after so many rounds: its log is read from the beginning after each. */
const longestLife = 25;

/** Runs until so many servers were killed, or the first broken promise. */
export async function runKills(run: Run): Promise<Report> {
  const { store, kills, rounds = store.rounds, onKill = () => {} } = run;
  let total = emptyReport;
  for (let round = 0; total.kills < kills; ) {
    const life = await begun(run);
    let own = emptyReport;
    for (let lived = 0; lived < longestLife && total.kills + own.kills < kills; lived += 1, round += 1) {
      const kind = rounds[round % rounds.length] ?? "kill";
      own = await life.round(kind, own);
      onKill(together(total, own));
      if (own.violations.length + own.faults > 0) return together(total, own);
    }
    total = together(total, own);
  }
  return total;
}

async function begun({ store, patients, clients: count, as = "none", here = false, mostMs = 400 }: Run) {
  const kept = await store.fresh();
  const practice = await seeded(kept, patients);
  const clients = clientsOf(practice, count);
  return {
    async round(kind: Round, before: Report): Promise<Report> {
      const together = kind === "kill-one-of-two" ? 2 : 1;
      const start = () => (here && as !== "usual" ? serveHere(kept, as) : serve(kept, { as }));
      const servers = await Promise.all(Array.from({ length: together }, start));
      let cuts = 0;
      await clients.busy(servers, async (live) => {
        await live.answers(1 + Math.floor(Math.random() * 60));
        await sleep(Math.random() * mostMs);
        if (kind === "kill") return;
        if (kind === "kill-one-of-two") {
          const [first, ...others] = live.servers;
          live.servers = others;
          await first?.kill();
        } else if (kind === "restart-database") {
          await store.crash();
          if (!(await live.answers(1))) throw new Error("a server did not live through its database's end");
        } else
          for (let times = 0; times < 5; times += 1) {
            cuts += await store.cut(kept);
            await sleep(Math.random() * 60);
          }
        await sleep(Math.random() * mostMs);
      });
      const rounds = new Map(before.rounds).set(kind, (before.rounds.get(kind) ?? 0) + 1);
      const told = await heldAgainst(kept, practice, clients.operations);
      return { ...told, rounds, kills: before.kills + together, cuts: before.cuts + cuts };
    },
  };
}

/** What a history held against a ledger says. */
export type Held = Omit<Report, "rounds" | "kills" | "cuts">;

/** What clients were told, beside what there is now that nobody writes. */
export async function heldAgainst(
  kept: Kept,
  { patients, before }: Seeded,
  operations: readonly Operation[],
): Promise<Held> {
  const streams = await streamsOf(kept, patients);
  const { faultCount, entries } = await verifyKept(kept);
  const of = (is: Operation["outcome"]["is"]) => operations.filter(({ outcome }) => outcome.is === is);
  const done = of("done");
  return {
    asked: operations.length,
    acknowledged: done.length,
    done: new Map(
      Map.groupBy(done, ({ what }) => what)
        .entries()
        .map(([what, all]) => [what, all.length]),
    ),
    refused: of("refused").length,
    unanswered: of("unknown").length,
    entries,
    violations: violations(operations, { streams, before }),
    faults: faultCount,
  };
}

const emptyReport: Report = {
  kills: 0,
  rounds: new Map(),
  cuts: 0,
  asked: 0,
  acknowledged: 0,
  done: new Map(),
  refused: 0,
  unanswered: 0,
  entries: 0,
  violations: [],
  faults: 0,
};

function together(one: Report, other: Report): Report {
  const sum = (name: "kills" | "cuts" | "asked" | "acknowledged" | "refused" | "unanswered" | "entries") =>
    one[name] + other[name];
  return {
    kills: sum("kills"),
    rounds: added(one.rounds, other.rounds),
    cuts: sum("cuts"),
    asked: sum("asked"),
    acknowledged: sum("acknowledged"),
    done: added(one.done, other.done),
    refused: sum("refused"),
    unanswered: sum("unanswered"),
    entries: sum("entries"),
    violations: [...one.violations, ...other.violations],
    faults: one.faults + other.faults,
  };
}

function added<K>(one: ReadonlyMap<K, number>, other: ReadonlyMap<K, number>): Map<K, number> {
  const sums = new Map(one);
  for (const [key, times] of other) sums.set(key, (sums.get(key) ?? 0) + times);
  return sums;
}
