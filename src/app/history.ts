/** A patient's history from files: FHIR R4, folders of single resources, or Isoward records. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import type { Entry } from "../core/entry.ts";
import type { Knowledge } from "../core/knowledge/schema.ts";
import type { SupplyQuestion } from "../core/question.ts";
import type { UndatedFact } from "../core/record.ts";
import { type AccountLine, importFhir, isImportProblem, resourcesOf } from "../fhir/import.ts";
import { type FileProblem, isRecord, type Parsed, parseText, readRecord } from "./record-file.ts";

export interface History {
  readonly entries: readonly Entry[];
  readonly orders: readonly SupplyQuestion[];
  readonly undated: readonly UndatedFact[];
  readonly account: readonly AccountLine[];
}

const readable: ReadonlySet<string> = new Set([".json", ".yaml", ".yml"]);

/** Reads every file; a folder stands for the .json, .yaml and .yml files in it. Nothing is half read: any problem is all. */
export function readHistory(
  paths: readonly string[],
  knowledge: Knowledge,
  options: { patient?: string | undefined } = {},
): History | { readonly problems: readonly FileProblem[] } {
  const problems: FileProblem[] = [];
  const entries: Entry[] = [];
  const resources: unknown[] = [];
  for (const file of paths.flatMap((path) => filesAt(path, problems))) {
    const parsed = parseFile(file, readFileSync(file, "utf8"), problems);
    if (parsed === undefined) continue;
    if (isRecord(parsed.value)) {
      const read = readRecord(file, parsed);
      if ("problems" in read) problems.push(...read.problems);
      else entries.push(...read);
      continue;
    }
    const opened = resourcesOf(parsed.value);
    if (isImportProblem(opened)) problems.push({ file, says: opened.says, remedy: opened.remedy });
    else resources.push(...opened);
  }
  if (problems.length > 0) return { problems };
  if (resources.length === 0) return { entries, orders: [], undated: [], account: [] };
  const patient = options.patient === undefined ? {} : { patient: options.patient };
  const imported = importFhir(resources, knowledge, patient);
  if ("problems" in imported) {
    return { problems: imported.problems.map(({ where, says, remedy }) => ({ file: where, says, remedy })) };
  }
  return {
    entries: [...entries, ...imported.entries],
    orders: imported.orders,
    undated: imported.undated,
    account: imported.account,
  };
}

/** The files a path stands for: itself, or those of a folder that can be read. */
export function filesAt(path: string, problems: FileProblem[]): string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) {
    problems.push({ file: path, says: "there is no such file or folder", remedy: "check the path" });
    return [];
  }
  if (!found.isDirectory()) return [path];
  const inside = readdirSync(path)
    .filter((name) => readable.has(extname(name).toLowerCase()))
    .toSorted()
    .map((name) => join(path, name));
  if (inside.length === 0) {
    problems.push({
      file: path,
      says: "the folder holds no .json, .yaml or .yml file",
      remedy: "name another folder",
    });
  }
  return inside;
}

/** A file's text as JSON or YAML, by its name; undefined where it is neither, which is added to the problems. */
export function parseFile(
  file: string,
  text: string,
  problems: FileProblem[],
  kind: string = extname(file),
): Parsed | undefined {
  if (kind.toLowerCase() === ".json") {
    try {
      const value: unknown = JSON.parse(text);
      if (!isRecord(value)) return { value, lineOf: () => undefined };
    } catch (cause) {
      problems.push({
        file,
        says: `not JSON: ${cause instanceof Error ? cause.message : String(cause)}`,
        remedy: "give FHIR R4 as JSON, or an Isoward record as JSON or YAML",
      });
      return undefined;
    }
  }
  const parsed = parseText(file, text);
  if ("says" in parsed) {
    problems.push(parsed);
    return undefined;
  }
  return parsed;
}
