/**
 * Reads files someone opened: FHIR R4 as JSON, or Isoward records. Loaded only then, for it brings the readers of
 * YAML, entries and units with it. Nothing is half read: any problem is all.
 */
import { type FileProblem, isRecord, type Parsed, parseText, readRecord } from "../../app/record-file.ts";
import { parseDay } from "../../core/calendar.ts";
import type { Entry } from "../../core/entry.ts";
import type { SupplyQuestion } from "../../core/question.ts";
import { importFhir, isImportProblem, resourcesOf } from "../../fhir/import.ts";
import { field, isObject, numberAt, textAt } from "../../fhir/json.ts";
import { knowledge } from "../knowledge.ts";
import type { OpenedFiles } from "./patient.ts";

export type { FileProblem } from "../../app/record-file.ts";

/** What came of opening files. Where they hold several patients somebody has to say which is meant. */
export type Opening =
  | { readonly is: "opened"; readonly opened: OpenedFiles }
  | { readonly is: "which"; readonly patients: readonly string[] }
  | { readonly is: "refused"; readonly problems: readonly FileProblem[] };

export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** @param patient the patient meant, where there are several */
export function readFiles(files: readonly NamedText[], patient?: string): Opening {
  const problems: FileProblem[] = [];
  const entries: Entry[] = [];
  const resources: unknown[] = [];
  let suggest: OpenedFiles["suggest"];
  for (const { name, text } of files) {
    const parsed = parse(name, text);
    if ("says" in parsed) {
      problems.push(parsed);
    } else if (isRecord(parsed.value)) {
      const read = readRecord(name, parsed);
      if ("problems" in read) problems.push(...read.problems);
      else entries.push(...read);
      suggest ??= suggestionOf(parsed.value);
    } else {
      const opened = resourcesOf(parsed.value);
      if (isImportProblem(opened)) problems.push({ file: name, says: opened.says, remedy: opened.remedy });
      else resources.push(...opened);
    }
  }
  if (problems.length > 0) return { is: "refused", problems };
  const base = { files: files.map(({ name }) => name), ...(suggest === undefined ? {} : { suggest }) };
  if (resources.length === 0)
    return { is: "opened", opened: { ...base, entries, undated: [], account: [], orders: [] } };

  const patients = patientsOf(resources);
  if (patient === undefined && patients.length > 1) return { is: "which", patients };
  const imported = importFhir(resources, knowledge, patient === undefined ? {} : { patient });
  if ("problems" in imported) {
    return {
      is: "refused",
      problems: imported.problems.map(({ where, says, remedy }) => ({ file: where, says, remedy })),
    };
  }
  const { undated, account, orders } = imported;
  return {
    is: "opened",
    opened: { ...base, entries: [...entries, ...imported.entries], undated, account, orders },
  };
}

/** JSON is parsed as such: YAML would read a large Bundle slowly. */
function parse(file: string, text: string): Parsed | FileProblem {
  if (!/\.json$/i.test(file)) return parseText(file, text);
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? parseText(file, text) : { value, lineOf: () => undefined };
  } catch (cause) {
    return {
      file,
      says: `not JSON: ${cause instanceof Error ? cause.message : String(cause)}`,
      remedy: "give FHIR R4 as JSON, or an Isoward record as JSON or YAML",
    };
  }
}

function patientsOf(resources: readonly unknown[]): string[] {
  const ids = resources
    .filter((resource) => textAt(resource, "resourceType") === "Patient")
    .flatMap((resource) => textAt(resource, "id") ?? []);
  return [...new Set(ids)];
}

/** An example file says what is good to try with it. */
function suggestionOf(value: unknown): OpenedFiles["suggest"] {
  const suggest = field(value, "suggest");
  if (!isObject(suggest)) return undefined;
  const under = textAt(suggest, "clinic") ?? textAt(suggest, "protocol");
  const on = parseDay(textAt(suggest, "on") ?? "");
  const supply = supplyOf(suggest);
  return {
    ...(under === undefined ? {} : { under }),
    ...(on === undefined ? {} : { on }),
    ...(supply === undefined ? {} : { supply }),
  };
}

function supplyOf(suggest: unknown): SupplyQuestion | undefined {
  if (!isObject(field(suggest, "supply"))) return undefined;
  const product = textAt(suggest, "supply", "product");
  const numbers = (["capsuleMg", "dailyMg", "dosesPerDay", "days"] as const).map((key) => {
    const value = numberAt(suggest, "supply", key);
    return value === undefined ? {} : { [key]: value };
  });
  const refills = numberAt(suggest, "supply", "refills") ?? 0;
  return Object.assign({ refills }, product === undefined ? {} : { product }, ...numbers) as SupplyQuestion;
}
