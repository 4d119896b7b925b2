/** Files and texts, read into FHIR resources and entries of Isoward records: all of them, or every problem there is. */
import { readFileSync } from "node:fs";
import { extname } from "node:path";
import type { Entry } from "../../core/entry.ts";
import { isImportProblem, resourcesOf } from "../../fhir/import.ts";
import type { Json } from "../../ledger/ledger.ts";
import { filesAt, parseFile } from "../history.ts";
import { type FileProblem, isRecord, type Parsed, readRecord } from "../record-file.ts";
import { isTooDeep } from "./document.ts";

/** The path of a file or a folder, or a text with a name to speak of it by. */
export type Given = string | { readonly name: string; readonly text: string };

export interface GivenResource {
  readonly file: string;
  readonly resource: Json;
}

/** An entry of a record file. */
export interface GivenEntry {
  readonly file: string;
  readonly line: number | undefined;
  /** As it stands in the file, and as it was read. */
  readonly raw: Json;
  readonly entry: Entry;
  /** Its own id, where the file gives one. */
  readonly ownId: string | undefined;
}

export interface ReadGiven {
  readonly resources: readonly GivenResource[];
  readonly entries: readonly GivenEntry[];
}

export function readGiven(given: readonly Given[]): ReadGiven | { readonly problems: FileProblem[] } {
  const problems: FileProblem[] = [];
  const resources: GivenResource[] = [];
  const entries: GivenEntry[] = [];
  for (const { name, text } of textsOf(given, problems)) {
    const parsed = parseFile(name, text, problems, kindOf(name, text));
    if (parsed === undefined) continue;
    if (isTooDeep(parsed.value)) {
      problems.push({ file: name, says: "it nests too deep", remedy: "give FHIR R4, or an Isoward record" });
    } else if (isRecord(parsed.value)) entries.push(...entriesOf(name, parsed, problems));
    else {
      const opened = resourcesOf(parsed.value);
      if (isImportProblem(opened)) problems.push({ file: name, says: opened.says, remedy: opened.remedy });
      else resources.push(...opened.map((resource) => ({ file: name, resource: plain(resource) })));
    }
  }
  return problems.length > 0 ? { problems } : { resources, entries };
}

function textsOf(given: readonly Given[], problems: FileProblem[]) {
  return given.flatMap((one) =>
    typeof one === "string"
      ? filesAt(one, problems).map((file) => ({ name: file, text: readFileSync(file, "utf8") }))
      : [one],
  );
}

/** A text whose name tells no kind is JSON where it begins like it. */
function kindOf(name: string, text: string): string {
  const kind = extname(name).toLowerCase();
  if (kind === ".json" || kind === ".yaml" || kind === ".yml") return kind;
  return /^\s*[[{]/.test(text) ? ".json" : ".yaml";
}

function entriesOf(file: string, parsed: Parsed, problems: FileProblem[]): GivenEntry[] {
  const read = readRecord(file, parsed);
  if ("problems" in read) {
    problems.push(...read.problems);
    return [];
  }
  const isList = Array.isArray(parsed.value);
  const list = (isList ? parsed.value : (parsed.value as { entries: unknown }).entries) as unknown[];
  return read.map((entry, index) => {
    const raw = plain(list[index]);
    const ownId = (raw as { readonly id?: Json }).id;
    return {
      file,
      line: parsed.lineOf(isList ? [index] : ["entries", index]),
      raw,
      entry,
      ownId: typeof ownId === "string" ? ownId : undefined,
    };
  });
}

/** A value as JSON can hold it: YAML knows a few that it cannot. */
function plain(value: unknown): Json {
  return JSON.parse(JSON.stringify(value ?? null)) as Json;
}
