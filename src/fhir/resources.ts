/** Opens what a file or a request holds into a list of resources. */
import { field, isObject, type JsonObject, listAt, textAt } from "./json.ts";

/** Why input could not be used, where, and what to do about it. */
export interface ImportProblem {
  readonly where: string;
  readonly says: string;
  readonly remedy: string;
}

const deepestReference = 24;

/**
 * The resources of a Bundle of any type (and of Bundles inside it), of an array, or of a single resource.
 * As a FHIR server does on storing a Bundle, a resource without an id takes that of its fullUrl, and references to
 * a fullUrl become `Type/id`; otherwise resources stay as they are.
 */
export function resourcesOf(json: unknown): readonly unknown[] | ImportProblem {
  if (Array.isArray(json)) return openAll(json);
  if (!isObject(json)) {
    return {
      where: "input",
      says: `This is ${json === null ? "null" : `a ${typeof json}`}, not a FHIR resource.`,
      remedy: "Give a FHIR R4 Bundle, a single resource, or an array of resources, as JSON.",
    };
  }
  if (textAt(json, "resourceType") === undefined) {
    return {
      where: "input.resourceType",
      says: "There is no resourceType, so this is not a FHIR resource.",
      remedy: "Give a FHIR R4 Bundle, a single resource, or an array of resources, as JSON.",
    };
  }
  return openAll([json]);
}

/** Whether `resourcesOf` found a problem instead of resources. */
export function isImportProblem(opened: readonly unknown[] | ImportProblem): opened is ImportProblem {
  return !Array.isArray(opened);
}

/** Opens Bundles in their place, from a list of its own, so that no depth of nesting overflows the stack. */
function openAll(items: readonly unknown[]): readonly unknown[] {
  const opened: unknown[] = [];
  const waiting = [...items].toReversed();
  while (waiting.length > 0) {
    const item = waiting.pop();
    if (isObject(item) && field(item, "resourceType") === "Bundle") {
      for (const resource of [...ofBundle(item)].toReversed()) waiting.push(resource);
    } else opened.push(item);
  }
  return opened;
}

function ofBundle(bundle: JsonObject): readonly unknown[] {
  const entries = listAt(bundle, "entry").filter((entry) => field(entry, "resource") !== undefined);
  const named = entries.map((entry) => {
    const resource = field(entry, "resource");
    const fullUrl = textAt(entry, "fullUrl");
    if (!isObject(resource)) return { resource, fullUrl };
    const id = textAt(resource, "id") ?? idOfUrl(fullUrl);
    return {
      resource: id === undefined || textAt(resource, "id") === id ? resource : { ...resource, id },
      fullUrl,
    };
  });
  const names = new Map<string, string>();
  for (const { resource, fullUrl } of named) {
    const type = textAt(resource, "resourceType");
    const id = textAt(resource, "id");
    if (fullUrl !== undefined && type !== undefined && id !== undefined) names.set(fullUrl, `${type}/${id}`);
  }
  return named.map(({ resource }) => renamed(resource, names, 0));
}

function idOfUrl(fullUrl: string | undefined): string | undefined {
  return fullUrl?.split(/[:/]/).at(-1) || undefined;
}

/** The same value with references to a fullUrl renamed; deeper than any FHIR reference stands, it is left as it is. */
function renamed(value: unknown, names: ReadonlyMap<string, string>, depth: number): unknown {
  if (depth > deepestReference) return value;
  if (Array.isArray(value)) return value.map((item) => renamed(item, names, depth + 1));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      key === "reference" && typeof item === "string"
        ? (names.get(item) ?? item)
        : renamed(item, names, depth + 1),
    ]),
  );
}
