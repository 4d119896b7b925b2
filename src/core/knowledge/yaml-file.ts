/**
 * One YAML file of the knowledge folder: its data, and the line on which each part of it stands. A sound file is read by a
 * parser that is quick; lines and complaints come of one that keeps every node, and only where somebody asks.
 */
import { CORE_SCHEMA, load } from "js-yaml";
import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
} from "yaml";
import type { z } from "zod";
import { type Parameter, parameters } from "./parameters.ts";

/** Why the knowledge does not load: where, what is wrong, and what to write instead. */
export interface KnowledgeProblem {
  readonly file: string;
  /** Counts from 1. */
  readonly line: number;
  readonly says: string;
  readonly remedy: string;
}

/** Steps into a file's data: `["values", "rest", 0, "value"]`. */
export type Path = readonly PropertyKey[];

/** A file that fits its schema. */
export interface KnowledgeFile<T> {
  readonly path: string;
  readonly data: T;
  /** The line of the part at `path`, or of the nearest part around it. */
  readonly lineOf: (path: Path) => number;
}

/** A problem at one place of a file. */
export function problemAt(
  file: KnowledgeFile<unknown>,
  path: Path,
  says: string,
  remedy: string,
): KnowledgeProblem {
  return { file: file.path, line: file.lineOf(path), says, remedy };
}

/** Reads a file by its schema; undefined, with the problems added, where it is not sound YAML or does not fit. */
export function readYaml<S extends z.ZodType>(
  path: string,
  text: string,
  schema: S,
  problems: KnowledgeProblem[],
): KnowledgeFile<z.output<S>> | undefined {
  const read = quickly(text, schema);
  if (read === undefined) return readCarefully(path, text, schema, problems);
  let place: ((steps: Path) => number) | undefined;
  return {
    path,
    data: read.data,
    lineOf: (steps) => {
      place ??= linesOf(text);
      return place(steps);
    },
  };
}

function quickly<S extends z.ZodType>(text: string, schema: S): { data: z.output<S> } | undefined {
  try {
    const read = schema.safeParse(load(text, { schema: CORE_SCHEMA }));
    return read.success ? { data: read.data } : undefined;
  } catch {
    return undefined;
  }
}

function linesOf(text: string): (steps: Path) => number {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  return (steps) => counter.linePos(offsetOf(document, steps)).line;
}

function readCarefully<S extends z.ZodType>(
  path: string,
  text: string,
  schema: S,
  problems: KnowledgeProblem[],
): KnowledgeFile<z.output<S>> | undefined {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const broken = [...document.errors, ...document.warnings].map((error) => ({
    offset: error.pos[0],
    says: `this is not sound YAML: ${error.message}`,
    remedy: "Mend the indentation, quotes or brackets here; a text that holds `: ` or ` #` needs quotes.",
  }));
  visit(document, {
    Alias(_key, node) {
      if (node.resolve(document) !== undefined) return;
      broken.push({
        offset: node.range?.[0] ?? 0,
        says: `\`*${node.source}\` names an anchor that nobody sets`,
        remedy: `Quote the text if it only begins with an asterisk, or set \`&${node.source}\` above.`,
      });
    },
  });
  if (broken.length > 0) {
    for (const { offset, says, remedy } of broken) {
      problems.push({ file: path, line: counter.linePos(offset).line, says, remedy });
    }
    return undefined;
  }
  const lineOf = (steps: Path): number => counter.linePos(offsetOf(document, steps)).line;
  const read = schema.safeParse(document.toJS(), { reportInput: true });
  if (read.success) return { path, data: read.data, lineOf };
  for (const issue of read.error.issues) {
    for (const { at, says, remedy } of explained(issue))
      problems.push({ file: path, line: lineOf(at), says, remedy });
  }
  return undefined;
}

function offsetOf(document: Document, steps: Path): number {
  let node: unknown = document.contents;
  let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
  for (const step of steps) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (pair === undefined) break;
      offset = isNode(pair.key) ? (pair.key.range?.[0] ?? offset) : offset;
      node = pair.value;
    } else if (isSeq(node)) {
      const item = node.items[Number(step)];
      if (!isNode(item)) break;
      offset = item.range?.[0] ?? offset;
      node = item;
    } else break;
  }
  return offset;
}

interface Explained {
  readonly at: Path;
  readonly says: string;
  readonly remedy: string;
}

/** A schema's complaint in words an author can act on. */
function explained(issue: z.core.$ZodIssue): Explained[] {
  const place = issue.path.map(String).join(".") || "the file";
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      at: [...issue.path, key],
      says: `\`${key}\` is not a key of ${issue.path.length === 0 ? "this file" : `\`${place}\``}`,
      remedy: isCutText(issue.input, key)
        ? "Quote the text: inside { } a comma ends it."
        : `Correct the spelling of \`${key}\` or remove it; knowledge/.schema lists the keys.`,
    }));
  }
  const last = String(issue.path.at(-1) ?? "");
  if (issue.path.length > 0 && issue.input === undefined) {
    return [
      {
        at: issue.path,
        says: `\`${place}\` is missing`,
        remedy: last === "cites" ? citing : `Add \`${last}\`: ${wanted(issue)}.`,
      },
    ];
  }
  return [
    {
      at: issue.path,
      says: `\`${place}\` is not as it should be`,
      remedy: last === "cites" ? citing : `Write ${wanted(issue)}.`,
    },
  ];
}

/** `{ en: red, sore }` reads as a key `sore` with nothing in it. */
function isCutText(input: unknown, key: string): boolean {
  return (
    typeof input === "object" &&
    input !== null &&
    Object.entries(input).some(([name, value]) => name === key && value === null)
  );
}

const citing = "Name the source: `cites: [an id of sources.yaml]`; nothing loads without one.";

function wanted(issue: z.core.$ZodIssue): string {
  const [top, name, , key] = issue.path.map(String);
  const parameter = top === "values" || top === "mayLoosen" ? parameterNamed(name) : undefined;
  if (parameter !== undefined && (key === "value" || issue.path[2] === "asFarAs")) return shapeOf(parameter);
  switch (issue.code) {
    case "custom":
      return issue.message;
    case "invalid_value":
      return `one of ${issue.values.map(String).join(", ")}`;
    case "invalid_type":
      return `a value of type ${issue.expected}`;
    case "invalid_format":
      return issue.message.startsWith("Invalid")
        ? `a text like ${issue.pattern ?? issue.format}`
        : issue.message;
    case "too_small":
      return `at least ${issue.minimum} (${issue.origin})`;
    case "too_big":
      return `at most ${issue.maximum} (${issue.origin})`;
    case "not_multiple_of":
    case "invalid_union":
    case "invalid_key":
    case "invalid_element":
    case "unrecognized_keys":
      return `what the schema asks for: ${issue.message}`;
  }
}

function parameterNamed(name: string | undefined): Parameter | undefined {
  const all: Readonly<Record<string, Parameter>> = parameters;
  return name !== undefined && Object.hasOwn(all, name) ? all[name] : undefined;
}

function shapeOf(parameter: Parameter): string {
  switch (parameter.kind) {
    case "number":
      return `a number in ${parameter.unit}, not negative, or null for none`;
    case "span":
      return "one of { days: n }, { weeks: n } or { months: n }, or null for none";
    case "switch":
      return "true or false";
    case "list":
      return "a list of texts, none twice";
    case "zone":
      return "an IANA time zone such as America/New_York, or null for the clinic's own";
  }
}
