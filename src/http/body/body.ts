/**
 * Reads a body as JSON that means one thing: UTF-8, no key twice, no number that JavaScript cannot hold, no half
 * characters, not deeper than anything asks for. What passes here can be stored, digested and written out again.
 */
import type { Context } from "hono";
import type { InputProblem } from "../../app/execute.ts";
import { placeUnder } from "../../core/place.ts";
import { doesNotFit, type Problem, problem } from "../problem.ts";

/** Bytes: a command with the longest notes there can be is far smaller. */
export const mostBytes = 256 * 1024;
const mostDepth = 32;

/** Whoever was let in when a request began, asked again: why they are not any more. */
type StillIn = () => Promise<Problem | undefined>;

const stillIn = new WeakMap<Request, StillIn>();
/** A body that takes longer is no page's that somebody just sent. */
const soonMs = 1000;

/** Rights are asked for before a body is read. One that dribbles in is held to the rights its sender has at its end. */
export function askAgain({ req }: Context, asking: StillIn): void {
  stillIn.set(req.raw, asking);
}

/** The body, or `{}` where there is none. */
export async function readJson(
  c: Context,
  most: number = mostBytes,
): Promise<{ readonly value: unknown } | Problem> {
  const declared = c.req.header("content-length");
  const tooLarge = () => problem("too-large", { most }, {}, { Connection: "close" });
  if (declared !== undefined && Number(declared) > most) return tooLarge();
  let bytes: Uint8Array | undefined;
  const beganMs = performance.now();
  try {
    const isStream = declared === undefined;
    bytes = isStream ? await read(c.req.raw.body, most) : new Uint8Array(await c.req.raw.arrayBuffer());
  } catch {
    return problem("not-json", { why: "it ended early" });
  }
  if (bytes === undefined) return tooLarge();
  const gone = performance.now() - beganMs < soonMs ? undefined : await stillIn.get(c.req.raw)?.();
  if (gone !== undefined) return gone;
  if (bytes.length === 0) return { value: {} };
  if (!isJsonType(c.req.header("content-type")) || c.req.header("content-encoding") !== undefined) {
    return problem("not-a-json-type");
  }
  return parse(bytes);
}

async function read(body: ReadableStream<Uint8Array> | null, most: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  if (body === null) return new Uint8Array();
  for await (const chunk of body) {
    length += chunk.length;
    if (length > most) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function isJsonType(header: string | undefined): boolean {
  const [type = "", ...parameters] = (header ?? "").toLowerCase().split(";");
  const charset = parameters.map((one) => one.trim()).find((one) => one.startsWith("charset="));
  const isUtf8 = charset === undefined || /^charset="?utf-?8"?$/.test(charset);
  return isUtf8 && /^application\/(?:[\w.-]+\+)?json$/.test(type.trim());
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** @param bytes a body @returns its value, or why it has none that can be relied on */
export function parse(bytes: Uint8Array): { readonly value: unknown } | Problem {
  let text: string;
  let value: unknown;
  try {
    text = utf8.decode(bytes);
  } catch {
    return problem("not-json", { why: "it is not UTF-8" });
  }
  try {
    value = JSON.parse(text);
  } catch (cause) {
    // The parser's message quotes the body: a name could stand in it, and problems are kept by whoever reads them.
    return problem("not-json", { why: `it is not JSON${placeOf(cause)}` });
  }
  const found: Found = { keys: 0, wrong: [] };
  look(value, "", 0, found);
  if (found.wrong.length > 0) return doesNotFit(found.wrong);
  return keysWritten(text) === found.keys
    ? { value }
    : problem("not-json", { why: "an object has the same key twice" });
}

function placeOf(cause: unknown): string {
  const place = cause instanceof Error ? /\(line \d+ column \d+\)/.exec(cause.message) : null;
  return place === null ? "" : ` ${place[0]}`;
}

interface Found {
  keys: number;
  readonly wrong: InputProblem[];
}

function look(value: unknown, at: string, depth: number, found: Found): void {
  if (typeof value === "string" || typeof value === "number") {
    const isHeld = typeof value === "string" ? value.isWellFormed() : Number.isFinite(value);
    if (!isHeld)
      found.wrong.push({
        at,
        says: typeof value === "string" ? "half a character (a lone surrogate)" : "too large a number",
      });
    return;
  }
  if (typeof value !== "object" || value === null) return;
  if (depth === mostDepth) {
    found.wrong.push({ at: "", says: `nested deeper than ${mostDepth}` });
    return;
  }
  const under = (key: string | number) => placeUnder(at, key);
  if (Array.isArray(value)) {
    value.forEach((one, index) => look(one, under(index), depth + 1, found));
    return;
  }
  for (const [key, one] of Object.entries(value)) {
    found.keys += 1;
    if (key === "__proto__" || !key.isWellFormed())
      found.wrong.push({ at, says: "a key that nothing here can have" });
    else look(one, under(key), depth + 1, found);
  }
}

const quote = 0x22;
const backslash = 0x5c;
const colon = 0x3a;
const isSpace = (code: number) => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;

/** Keys in a text that is known to be JSON: strings with a colon behind them. A regular expression overflows on long ones. */
function keysWritten(text: string): number {
  let keys = 0;
  let end = -1;
  for (let start = text.indexOf('"'); start !== -1; start = text.indexOf('"', end)) {
    end = start + 1;
    for (let code = text.charCodeAt(end); code !== quote; code = text.charCodeAt(end)) {
      end += code === backslash ? 2 : 1;
    }
    end += 1;
    while (isSpace(text.charCodeAt(end))) end += 1;
    if (text.charCodeAt(end) === colon) keys += 1;
  }
  return keys;
}
