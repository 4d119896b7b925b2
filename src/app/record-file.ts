/** An Isoward record as a file: entries in YAML or JSON, with line numbers in what is wrong with it. */
import { LineCounter, parseDocument } from "yaml";
import { authorityFor, hasAuthority } from "../core/authority.ts";
import { standing } from "../core/corrections.ts";
import { type Entry, readEntry, writeBody } from "../core/entry.ts";
import { inOrder } from "../core/happened.ts";

/** Why a file could not be used: what, where, and what would be right. */
export interface FileProblem {
  readonly file: string;
  readonly line?: number;
  readonly says: string;
  readonly remedy: string;
}

/** What a file holds once it is parsed: anything, and the line on which a path inside it stands. */
export interface Parsed {
  readonly value: unknown;
  readonly lineOf: (path: readonly (string | number)[]) => number | undefined;
}

/** Parses YAML (and so JSON); a syntax error names its line. */
export function parseText(file: string, text: string): Parsed | FileProblem {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const [error] = document.errors;
  if (error !== undefined) {
    return {
      file,
      line: lines.linePos(error.pos[0]).line,
      says: error.message.split("\n")[0] ?? "not YAML",
      remedy: "write JSON or YAML; a record is a list under `entries:`",
    };
  }
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 100 });
  } catch (cause) {
    return { file, says: String(cause), remedy: "write the file without so many aliases" };
  }
  return {
    value,
    lineOf: (path) => {
      for (let end = path.length; end >= 0; end--) {
        const node: unknown = end === 0 ? document.contents : document.getIn(path.slice(0, end), true);
        if (typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range)) {
          return lines.linePos(node.range[0] as number).line;
        }
      }
      return undefined;
    },
  };
}

/** Whether a parsed file is a record: a list of entries, or an object that holds one under `entries`. */
export function isRecord(value: unknown): boolean {
  if (Array.isArray(value))
    return value.some((item) => isObject(item) && "type" in item && !("resourceType" in item));
  return isObject(value) && "entries" in value && !("resourceType" in value);
}

/**
 * Reads the entries of a record, or every problem in it. An entry from somebody whose word it does not take is a
 * problem, so that nothing falls away unnoticed; `anyActor` lets examples show that it does not count.
 */
export function readRecord(
  file: string,
  parsed: Parsed,
  { anyActor = false }: { anyActor?: boolean } = {},
): readonly Entry[] | { readonly problems: FileProblem[] } {
  const underEntries = !Array.isArray(parsed.value);
  const list = underEntries && isObject(parsed.value) ? parsed.value["entries"] : parsed.value;
  if (!Array.isArray(list)) {
    return {
      problems: [
        { file, says: "`entries` is not a list", remedy: "write entries as a list, each with `type`" },
      ],
    };
  }
  const entries: Entry[] = [];
  const problems: FileProblem[] = [];
  const seen = new Set<string>();
  const written = new Map<string, Record<string, unknown>>();
  list.forEach((item: unknown, index) => {
    const path = underEntries ? ["entries", index] : [index];
    const where = (at: string) => parsed.lineOf([...path, ...at.split(".")]);
    const say = (at: string, says: string, remedy: string) => {
      const line = where(at);
      problems.push({ file, ...(line === undefined ? {} : { line }), says, remedy });
    };
    const read = readEntry(item, `${file}#${String(index + 1).padStart(6, "0")}`);
    if (Array.isArray(read)) {
      for (const problem of read) {
        say(
          problem.at,
          `entry ${index + 1}, ${problem.at}: ${problem.says}`,
          "see docs/record.md for the entries",
        );
      }
      return;
    }
    const entry = read as Entry;
    if (seen.has(entry.id))
      say("id", `entry ${index + 1}: id "${entry.id}" stands twice`, "give each entry its own id");
    seen.add(entry.id);
    if (!anyActor && !hasAuthority(entry)) {
      const needed = authorityFor(entry)?.join(" or ") ?? "";
      const says = `entry ${index + 1}: ${entry.type} does not count from ${entry.actor === "unknown" ? "nobody in particular" : entry.actor}`;
      say("actor", says, `write \`actor: ${needed}\`, if that is who it was`);
    }
    if (isObject(item)) written.set(entry.id, item);
    entries.push(entry);
  });
  const corrected = readCorrections(entries, written);
  for (const { id, says, remedy } of corrected.problems) {
    problems.push({ file, says: `correction ${id}: ${says}`, remedy });
  }
  return problems.length > 0 ? { problems } : corrected.entries;
}

/**
 * A correction names an entry; what it puts there must be a body of that entry's type, and is read as one.
 * The read body takes the place of the written replacement.
 */
function readCorrections(
  entries: readonly Entry[],
  written: ReadonlyMap<string, Record<string, unknown>>,
): { entries: Entry[]; problems: { id: string; says: string; remedy: string }[] } {
  const problems: { id: string; says: string; remedy: string }[] = [];
  /** Entries with the corrections that were read so far: the next builds on what stands. */
  const read = new Map(entries.map((entry) => [entry.id, entry]));
  const isBefore = new Set(entries.filter(({ type }) => type !== "corrected").map(({ id }) => id));
  const asItStands = (ref: string) =>
    standing(
      [...read.values()].filter(({ id }) => isBefore.has(id)),
      () => true,
    ).find(({ id }) => id === ref);
  const readOne = (entry: Entry): Entry => {
    if (entry.type !== "corrected") return entry;
    const { ref, replacement } = entry.body;
    const original = written.get(ref);
    if (original === undefined) {
      problems.push({
        id: entry.id,
        says: `names no entry "${ref}"`,
        remedy: "name the id of an entry of this record",
      });
      return entry;
    }
    if (replacement === undefined) return entry;
    const stands = asItStands(ref);
    const own = isObject(original["body"]) ? original["body"] : {};
    const body = stands === undefined ? own : writeBody(stands.type, stands.body as never);
    const mended = readEntry({ ...original, body: { ...body, ...replacement } }, ref);
    if (Array.isArray(mended)) {
      for (const problem of mended) {
        problems.push({
          id: entry.id,
          says: problem.says,
          remedy: "write a replacement that fits the entry it mends",
        });
      }
      return entry;
    }
    return { ...entry, body: { ...entry.body, replacement: { ...(mended as Entry).body } } };
  };
  for (const entry of entries.filter(({ type }) => type === "corrected").toSorted(inOrder)) {
    read.set(entry.id, readOne(entry));
    isBefore.add(entry.id);
  }
  return { entries: entries.map((entry) => read.get(entry.id) ?? entry), problems };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
