/** Where a process spent its time, from what `--cpu-prof` wrote: each sample belongs to the stage it was taken in. */
import { readFileSync } from "node:fs";

export interface ThreadTime {
  readonly thread: "main" | "writer";
  /** Of the time that was watched, 0 to 1. */
  readonly busy: number;
  /** Of the busy time, the largest first. */
  readonly stages: readonly { readonly stage: string; readonly share: number }[];
}

interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string };
    readonly children?: readonly number[];
  }[];
  readonly startTime: number;
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

type Stage = readonly [stage: string, url: RegExp, functionName?: RegExp];

/** From the innermost frame outwards, the first that is known says the stage. What is used by several is not named. */
const stages: readonly Stage[] = [
  ["waiting for the disk (COMMIT)", /ledger\/sqlite\/store\.ts$/, /^$/],
  ["copying the log back", /ledger\/sqlite\/store\.ts$/, /^checkpoint$/],
  ["inserting rows", /ledger\/sqlite\/(?:store|batch)\.ts$/],
  ["hashing and sealing", /ledger\/(?:chain|appending|keys)\.ts$/, /^(?:entryHash|rowsOf|seal)$/],
  ["reading", /ledger\/(?:sqlite\/(?:reader|rows)|postgres\/reader|rows|keys)\.ts$/],
  ["reading", /app\/(?:histories|upcast)\.ts$/],
  ["reading", /app\/entries\.ts$/, /^(?:fromStored|parseRecorded)$/],
  ["read models", /app\/views\/(?:projector|\w+-projection)\.ts$/],
  ["read models", /ledger\/sqlite\/(?:projection|views-only)\.ts$/],
  ["writing JSON", /app\/(?:stored-decision|facts-json|question-json|entries|free-text)\.ts$/],
  ["writing JSON", /ledger\/(?:appending|canonical|chain)\.ts$/],
  ["between the threads", /ledger\/sqlite\/(?:writer-thread|writer)\.ts$/],
  ["PostgreSQL's protocol", /node_modules\/pg[\w-]*\/|ledger\/postgres/],
  ["sign-in and rights", /http\/(?:auth|access)\/|app\/(?:people|access|topics)\.ts$|better-auth/],
  ["audit trail", /app\/audit\.ts$/],
  [
    "writing the answer",
    /http\/(?:reply|routes\/written)\.ts$|app\/views\/|app\/decision-json\.ts$|src\/words\//,
  ],
  ["deciding", /src\/core\/(?!calendar|entry|knowledge)/],
  ["deciding", /app\/(?:consequences|patient-state|clinic-state|decide-supply)\.ts$|app\/commands\//],
  ["HTTP", /^node:(?:_http|net|internal\/(?:streams|http|stream_base|js_stream))|hono|src\/http\//],
];

/** @param fromUs, toUs the part that counts, by the monotonic clock */
export function timesIn(files: readonly string[], fromUs: number, toUs: number): ThreadTime[] {
  const threads = files.map((file) =>
    threadTime(JSON.parse(readFileSync(file, "utf8")) as Profile, fromUs, toUs),
  );
  return threads.toSorted((a, b) => a.thread.localeCompare(b.thread));
}

function threadTime(profile: Profile, fromUs: number, toUs: number): ThreadTime {
  const parents = new Map<number, number>();
  const frames = new Map(profile.nodes.map(({ id, callFrame }) => [id, callFrame]));
  for (const { id, children = [] } of profile.nodes) for (const child of children) parents.set(child, id);
  const stageOf = new Map<number, string>();
  const spent = new Map<string, number>();
  let time = profile.startTime;
  let all = 0;
  for (const [index, sample] of profile.samples.entries()) {
    time += profile.timeDeltas[index] ?? 0;
    if (time < fromUs || time > toUs) continue;
    const us = profile.timeDeltas[index + 1] ?? 0;
    const stage = stageOf.get(sample) ?? stageAt(sample, frames, parents);
    stageOf.set(sample, stage);
    spent.set(stage, (spent.get(stage) ?? 0) + us);
    all += us;
  }
  const idle = spent.get("idle") ?? 0;
  spent.delete("idle");
  const isWriter = profile.nodes.some(({ callFrame }) => callFrame.url.endsWith("ledger/sqlite/writer.ts"));
  return {
    thread: isWriter ? "writer" : "main",
    busy: all === 0 ? 0 : (all - idle) / all,
    stages: [...spent]
      .map(([stage, us]) => ({ stage, share: us / (all - idle) }))
      .toSorted((a, b) => b.share - a.share),
  };
}

function stageAt(
  sample: number,
  frames: ReadonlyMap<number, Profile["nodes"][number]["callFrame"]>,
  parents: ReadonlyMap<number, number>,
): string {
  const { functionName: own = "" } = frames.get(sample) ?? {};
  if (own === "(garbage collector)") return "collecting garbage";
  if (own === "(idle)") return "idle";
  for (let at: number | undefined = sample; at !== undefined; at = parents.get(at)) {
    const { functionName = "", url = "" } = frames.get(at) ?? {};
    const found = stages.find(([, where, name]) => where.test(url) && (name?.test(functionName) ?? true));
    if (found !== undefined) return found[0];
  }
  return "Node itself";
}
