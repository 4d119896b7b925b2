/** What a write may ask for beforehand: that the record stands where it was seen, and that it is done once. */
import { type Problem, problem } from "../problem.ts";

/** The longest key that is remembered. */
const longestKey = 255;

/**
 * The version that `If-Match` names. `*` is any version; a weak tag matches none (RFC 9110, 13.1.1), which no version
 * is.
 *
 * @returns undefined where any version will do
 */
export function expectedVersion(header: string | undefined): number | undefined | Problem {
  if (header === undefined || header.trim() === "*") return undefined;
  const tag = /^(W\/)?"(\d{1,15})"$/.exec(header.trim());
  if (tag === null) return problem("bad-header", { header: "If-Match", like: '"12"' });
  return tag[1] === undefined ? Number(tag[2]) : -1;
}

/** The key under which a request is done once: any printable ASCII, quoted or not. */
export function idempotencyKey(header: string | undefined): string | undefined | Problem {
  if (header === undefined) return undefined;
  const quoted = /^"((?:[^"\\]|\\["\\])*)"$/.exec(header.trim());
  const key = quoted === null ? header.trim() : (quoted[1] ?? "").replaceAll(/\\(.)/g, "$1");
  const isReadable = key.length > 0 && key.length <= longestKey && /^[\u0020-\u007e]+$/.test(key);
  return isReadable
    ? key
    : problem("bad-header", { header: "Idempotency-Key", like: '"0198f1c2-7d3a-7e2b-9a55-3b1f0c2d4e6f"' });
}
