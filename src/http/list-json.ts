/**
 * A long list as JSON, of which most lines are the same as a moment ago: each was written out once, and a list of the
 * very same lines is the very same bytes.
 */
import { text } from "./reply.ts";

const written = new WeakMap<object, Uint8Array>();
const comma = Buffer.from(",");

/** An answer in JSON. Whoever shows something else of a line makes another line: what was written out counts. */
export function jsonOfList({ lines, ...rest }: { readonly lines: readonly object[] }): Response {
  const head = JSON.stringify(rest).slice(0, -1);
  const before = Buffer.from(`${head}${head === "{" ? "" : ","}"lines":[`);
  return text(Buffer.concat([before, listed(lines), Buffer.from("]}")]), "application/json");
}

function listed(lines: readonly object[]): Uint8Array {
  const known = written.get(lines);
  if (known !== undefined) return known;
  const list = Buffer.concat(
    lines.flatMap((line, index) => (index === 0 ? [bytesOf(line)] : [comma, bytesOf(line)])),
  );
  written.set(lines, list);
  return list;
}

function bytesOf(line: object): Uint8Array {
  const known = written.get(line);
  if (known !== undefined) return known;
  const bytes = Buffer.from(JSON.stringify(line));
  written.set(line, bytes);
  return bytes;
}
