/**
 * A clinic's audit trail as lines of JSON that can be verified where there is no ledger: each entry with the text that
 * was hashed and its hash, each stream from its beginning, and a last line without which the file is not whole.
 */
import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { atText } from "../core/calendar.ts";
import { canonical } from "../ledger/canonical.ts";
import { compare, type Fault, linked, type Standing } from "../ledger/chain-check.ts";
import type { Json, KeptEntry } from "../ledger/ledger.ts";
import { auditPrefix } from "./audit.ts";
import type { Practice } from "./practice.ts";

const format = "isoward-audit-1";
/** Entries that are read at once. */
const atOnce = 500;

/** Months as YYYY-MM, both included; all of them where left out. */
export interface Months {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

interface Head {
  readonly format: typeof format;
  readonly clinic: string;
  readonly exportedAt: string;
  /** Of which months; all of them where left out. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Which streams follow, and how far. */
  readonly streams: readonly { readonly stream: string; readonly version: number }[];
}

interface End {
  readonly end: true;
  readonly entries: number;
  /** SHA-256 over all bytes before this line. */
  readonly sha256: string;
}

/** The lines of the export, some at a time, each ended by a line break. */
export async function* exportAudit(
  { ledger, now }: Practice,
  clinic: string,
  { from, to }: Months = {},
): AsyncGenerator<string, void> {
  const prefix = auditPrefix(clinic);
  const streams = (await ledger.streams(prefix)).filter(({ stream }) => {
    const month = stream.slice(prefix.length);
    return isWithin(month, { from, to });
  });
  const sum = createHash("sha256");
  const said = (text: string) => {
    sum.update(text);
    return text;
  };
  const head: Head = { format, clinic, exportedAt: atText(now()), from, to, streams };
  yield said(`${JSON.stringify(head)}\n`);
  let entries = 0;
  for (const { stream, version } of streams) {
    for (let done = 0; done < version; ) {
      const rows = await ledger.kept(stream, done, Math.min(atOnce, version - done));
      if (rows.length === 0) break;
      done = rows.at(-1)?.version ?? version;
      entries += rows.length;
      yield said(rows.map(lineOf).join(""));
      await setImmediate();
    }
  }
  const end: End = { end: true, entries, sha256: sum.digest("hex") };
  yield `${JSON.stringify(end)}\n`;
}

function isWithin(month: string, { from = "", to = "9999-99" }: Months): boolean {
  return month >= from && month <= to;
}

/** `header` and `body` stand there byte for byte as they were hashed. */
function lineOf({ stream, version, header, body, sealed, hash }: KeptEntry): string {
  const kept = sealed === null ? "" : `,"sealed":"${Buffer.from(sealed).toString("base64")}"`;
  return `{"stream":${JSON.stringify(stream)},"version":${version},"header":${header},"body":${body}${kept},"hash":"${hash}"}\n`;
}

/** Whether an export of these months would hold a stream. */
export function belongsTo(stream: string, { clinic, months }: VerifiedExport): boolean {
  const prefix = auditPrefix(clinic);
  return stream.startsWith(prefix) && isWithin(stream.slice(prefix.length), months);
}

/** What an export was found to be. */
export interface VerifiedExport {
  readonly clinic: string;
  readonly exportedAt: string;
  readonly months: Months;
  readonly entries: number;
  /** Where each stream ends in it: to hold against a root. */
  readonly heads: readonly { readonly stream: string; readonly version: number; readonly hash: string }[];
  readonly faults: readonly ExportFault[];
}

/** `text`: it is no export, or was cut off or changed; else what is wrong with an entry. */
export interface ExportFault {
  readonly what: Fault["what"] | "text";
  readonly stream?: string;
  readonly version?: number;
  readonly says: string;
}

/**
 * Verifies an export by itself: every hash, every link, nothing missing. Needs no ledger and no key.
 *
 * @param lines of the file, without their line breaks
 */
export async function verifyExport(lines: AsyncIterable<string> | Iterable<string>): Promise<VerifiedExport> {
  const faults: ExportFault[] = [];
  const note = (what: ExportFault["what"], says: string, where: Pick<Fault, "stream" | "version"> = {}) =>
    faults.push({ what, ...where, says });
  const sum = createHash("sha256");
  const standing = new Map<string, Standing>();
  let head: Head | undefined;
  let entries = 0;
  const take = (line: string) => {
    sum.update(`${line}\n`);
    if (head === undefined) {
      const found = read<Head>(line);
      head = { format, clinic: "", exportedAt: "", streams: [], ...found };
      if (found?.format !== format) note("text", "this is no export of an audit trail");
      return;
    }
    entries += 1;
    const row = rowOf(line);
    if (row === undefined) note("text", `line ${entries + 1} cannot be read`);
    else standing.set(row.stream, linked(standing.get(row.stream), row, note));
  };
  // Only after the last line is it known to be the last.
  let pending: string | undefined;
  for await (const line of lines) {
    if (line === "") continue;
    if (pending !== undefined) take(pending);
    pending = line;
  }
  const end = read<End>(pending);
  if (end?.end !== true) {
    if (pending !== undefined) take(pending);
    note("text", "the last line is missing: the file was cut off");
  } else if (sum.digest("hex") !== end.sha256) note("text", "it is not the text that was exported");
  for (const named of head?.streams ?? []) compare(named, standing.get(named.stream), note);
  return {
    clinic: head?.clinic ?? "",
    exportedAt: head?.exportedAt ?? "",
    months: { from: head?.from, to: head?.to },
    entries,
    heads: [...standing.values()].map(({ stream, version, hash }) => ({ stream, version, hash })),
    faults,
  };
}

function read<T extends object>(line: string | undefined): Partial<T> | undefined {
  try {
    const value: unknown = JSON.parse(line ?? "");
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

interface ExportLine {
  readonly stream: string;
  readonly version: number;
  readonly header: { readonly [field: string]: Json };
  readonly body: Json;
  readonly sealed?: string;
  readonly hash: string;
}

/** A line as it was hashed. What is canonical stays so when it is read and written again. */
function rowOf(line: string): Omit<KeptEntry, "position"> | undefined {
  const found = read<ExportLine>(line);
  const { stream, version, header, body, sealed, hash } = found ?? {};
  if (typeof stream !== "string" || typeof version !== "number" || typeof hash !== "string") return undefined;
  if (header === undefined || body === undefined) return undefined;
  return {
    stream,
    version,
    id: typeof header["id"] === "string" ? header["id"] : "",
    header: canonical(header),
    body: canonical(body),
    sealed: sealed === undefined ? null : Buffer.from(sealed, "base64"),
    hash,
  };
}
