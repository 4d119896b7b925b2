/**
 * What a monitor reads, in Prometheus' text: how much, how fast, how often it went wrong. Labels are routes, statuses and
 * outcomes: no value of a record, and nobody's id.
 */
import { statfsSync } from "node:fs";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { LedgerWatch } from "../../app/watched-ledger.ts";
import type { OutgoingCall } from "../outgoing.ts";
import type { Answered } from "./request-log.ts";

export interface Metrics {
  answered(answered: Answered): void;
  readonly ledger: LedgerWatch;
  signInFailed(): void;
  calledOut(call: Pick<OutgoingCall, "to" | "outcome">): void;
  /** As Prometheus reads it. */
  text(): Promise<string>;
  readonly type: string;
}

const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
/** Other methods than these are a caller's invention, and would each make a series of their own. */
const usualMethods: ReadonlySet<string> = new Set([
  "GET",
  "HEAD",
  "POST",
  "PUT",
  "PATCH",
  "DELETE",
  "OPTIONS",
]);

/** With `process`, memory, processor and event loop are measured too: for one server a process. */
export function makeMetrics(options: {
  readonly version: string;
  readonly process?: boolean;
  /** Whose disk is watched. */
  readonly folder?: string;
}): Metrics {
  const registry = new Registry();
  const registers = [registry];
  if (options.process === true) collectDefaultMetrics({ register: registry });
  const counter = <L extends string>(name: string, help: string, labelNames: readonly L[] = []) =>
    new Counter({ name: `isoward_${name}`, help, labelNames: [...labelNames], registers });
  const histogram = <L extends string>(
    name: string,
    help: string,
    buckets: number[],
    labels: readonly L[] = [],
  ) => new Histogram({ name: `isoward_${name}`, help, buckets, labelNames: [...labels], registers });

  new Gauge({
    name: "isoward_info",
    help: "1, for the version that runs",
    labelNames: ["version"],
    registers,
  }).set({ version: options.version }, 1);
  const { folder } = options;
  if (folder !== undefined) {
    const free = new Gauge({
      name: "isoward_data_free_bytes",
      help: "Room on the disk of the practice's folder",
      registers: [],
      collect() {
        const { bavail, bsize } = statfsSync(folder);
        this.set(bavail * bsize);
      },
    });
    registry.registerMetric(free);
  }
  const requests = counter("http_requests_total", "Requests answered", ["method", "route", "status"]);
  const durations = histogram("http_request_seconds", "Seconds until an answer", seconds, ["route"]);
  const decisions = counter("decisions_total", "Decisions and answers, by verdict", ["about", "verdict"]);
  const appends = counter("ledger_appends_total", "Appends to the ledger, by how they ended", ["outcome"]);
  const entries = counter("ledger_entries_total", "Entries appended");
  const appendSeconds = histogram("ledger_append_seconds", "Seconds until an append was durable", seconds);
  const batches = histogram(
    "ledger_batch_size",
    "Commands that shared one transaction",
    [1, 2, 5, 10, 25, 50, 100, 250, 500, 1000],
  );
  const signIns = counter("sign_in_failures_total", "Sign-ins that failed");
  const calls = counter("outgoing_calls_total", "Calls to other servers", ["to", "outcome"]);

  return {
    answered({ method, status, ms, note: { route, decided } }) {
      const usual = usualMethods.has(method) ? method : "other";
      requests.inc({ method: usual, route, status: `${Math.floor(status / 100)}xx` });
      durations.observe({ route }, ms / 1000);
      if (decided !== undefined) decisions.inc({ ...decided });
    },
    ledger: {
      appended(outcome, count, ms) {
        appends.inc({ outcome });
        entries.inc(count);
        appendSeconds.observe(ms / 1000);
      },
      batch: (size) => batches.observe(size),
    },
    signInFailed: () => signIns.inc(),
    calledOut: ({ to, outcome }) => calls.inc({ to, outcome }),
    text: () => registry.metrics(),
    type: registry.contentType,
  };
}
