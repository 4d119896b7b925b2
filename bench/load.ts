/**
 * A load generator on plain sockets: it shares the machine's cores with the server, so it does no more than send what
 * was made and look where an answer ends.
 */
import { connect, type Socket } from "node:net";

export interface Loaded {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly worstMs: number;
  readonly count: number;
  /** Answers of another status than 2xx, with the first of them. */
  readonly refused: number;
  readonly firstRefusal: string | undefined;
  /** Processor time of this process, in cores. */
  readonly ownCores: number;
  /** Of the server, for one answer: milliseconds, all its threads together. */
  readonly serverMs: number;
  /** When it began and ended, on the clock that profiles use: microseconds. */
  readonly fromUs: number;
  readonly toUs: number;
}

export interface Load {
  readonly url: string;
  readonly connections: number;
  readonly seconds: number;
  /** Not counted. */
  readonly warmUpSeconds?: number;
  /** The next request as it is sent; undefined where there is none any more. */
  readonly next: (connection: number) => string | undefined;
  /** Processor seconds of the server so far. */
  readonly processorSeconds: () => number;
}

/** Sends requests one after another on each connection. */
export async function load(asked: Load): Promise<Loaded> {
  const { url, connections, seconds, warmUpSeconds = 0, next, processorSeconds } = asked;
  const { hostname, port } = new URL(url);
  const begun = performance.now();
  const countsFrom = begun + warmUpSeconds * 1000;
  const ends = countsFrom + seconds * 1000;
  const latencies: number[] = [];
  let refused = 0;
  let firstRefusal: string | undefined;
  let cpu = process.cpuUsage();
  let fromUs = nowUs();
  let ofServer = processorSeconds();
  setTimeout(() => {
    cpu = process.cpuUsage();
    fromUs = nowUs();
    ofServer = processorSeconds();
  }, warmUpSeconds * 1000);
  const worker = async (connection: number) => {
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    await new Promise((resolve, reject) => socket.once("connect", resolve).once("error", reject));
    const answers = answersOf(socket);
    // However slow a machine is, something is measured.
    for (let sent = performance.now(); sent < ends || latencies.length === 0; ) {
      const request = next(connection);
      if (request === undefined) break;
      const answer = await answers(request);
      const now = performance.now();
      if (sent >= countsFrom) {
        latencies.push(now - sent);
        if (!answer.startsWith("HTTP/1.1 2")) {
          refused += 1;
          firstRefusal ??= answer;
        }
      }
      sent = now;
    }
    socket.destroy();
  };
  await Promise.all(Array.from({ length: connections }, (_, connection) => worker(connection)));
  const took = performance.now() - countsFrom;
  const { user, system } = process.cpuUsage(cpu);
  const serverSeconds = processorSeconds() - ofServer;
  const toUs = nowUs();
  latencies.sort((a, b) => a - b);
  const at = (share: number) =>
    latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0;
  return {
    perSecond: latencies.length / (took / 1000),
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    worstMs: latencies.at(-1) ?? 0,
    count: latencies.length,
    refused,
    firstRefusal,
    ownCores: (user + system) / (toUs - fromUs),
    serverMs: (serverSeconds * 1000) / Math.max(1, latencies.length),
    fromUs,
    toUs,
  };
}

const nowUs = () => Number(process.hrtime.bigint() / 1000n);

/** Sends a request and gives its answer, head and body, as bytes read as Latin-1. */
function answersOf(socket: Socket): (request: string) => Promise<string> {
  let waiting:
    | { readonly done: (answer: string) => void; readonly failed: (cause: Error) => void }
    | undefined;
  let chunks: Buffer[] = [];
  let have = 0;
  let need: number | undefined;
  socket.on("data", (chunk) => {
    if (typeof chunk === "string") return;
    chunks.push(chunk);
    have += chunk.length;
    need ??= lengthOf(chunks);
    if (need === undefined || have < need) return;
    const answer = Buffer.concat(chunks).toString("latin1");
    const done = waiting?.done;
    chunks = [];
    have = 0;
    need = undefined;
    waiting = undefined;
    done?.(answer);
  });
  const lost = (cause?: Error) => waiting?.failed(cause ?? new Error("the server hung up"));
  socket.on("error", lost);
  socket.on("close", () => lost());
  return (request) =>
    new Promise((done, failed) => {
      waiting = { done, failed };
      socket.write(request);
    });
}

/** The length of an answer, once its head is there. */
function lengthOf(chunks: readonly Buffer[]): number | undefined {
  const [first] = chunks;
  const all = chunks.length === 1 && first !== undefined ? first : Buffer.concat(chunks);
  const head = all.indexOf("\r\n\r\n");
  if (head < 0) return undefined;
  const length = /\r\ncontent-length: (\d+)/i.exec(all.toString("latin1", 0, head))?.[1];
  if (length === undefined) throw new Error("the answer does not say how long it is");
  return head + 4 + Number(length);
}

/** A request as it stands on the wire. */
export function request(
  url: string,
  method: "GET" | "POST",
  path: string,
  token: string | undefined,
  body = "",
): string {
  const lines = [`${method} ${path} HTTP/1.1`, `Host: ${new URL(url).host}`];
  if (token !== undefined) lines.push(`Authorization: Bearer ${token}`);
  if (body !== "") lines.push("Content-Type: application/json", `Content-Length: ${Buffer.byteLength(body)}`);
  return `${lines.join("\r\n")}\r\n\r\n${body}`;
}
