import { isObject, type JsonObject, sameJson, textAt } from "../json.ts";
import type { ImportProblem } from "../resources.ts";
import { idOf } from "./context.ts";

/** The one Patient an import is about, or why there is none. */
export function chosenPatient(
  resources: readonly unknown[],
  wanted: string | undefined,
): JsonObject | ImportProblem {
  const patients = new Map<string, JsonObject>();
  for (const [place, resource] of resources.entries()) {
    if (!isObject(resource) || textAt(resource, "resourceType") !== "Patient") continue;
    const name = idOf(resource) ?? `~${place}`;
    if (!patients.has(name)) patients.set(name, resource);
  }
  const names = [...patients.keys()];
  const listed = names.slice(0, 20).join(", ") + (names.length > 20 ? `, and ${names.length - 20} more` : "");
  if (names.length === 0) {
    return {
      where: "input",
      says: "There is no Patient resource, so nobody is known to whom this belongs.",
      remedy: "Add the Patient resource that the others refer to as their subject.",
    };
  }
  if (wanted !== undefined) {
    return (
      patients.get(wanted.replace(/^Patient\//, "")) ?? {
        where: "--patient",
        says: `There is no Patient "${wanted}". There are: ${listed}.`,
        remedy: "Give one of these ids with --patient.",
      }
    );
  }
  const only = names.length === 1 ? patients.values().next().value : undefined;
  return (
    only ?? {
      where: "input",
      says: `There are ${names.length} patients: ${listed}.`,
      remedy: "Pick one with --patient and its id.",
    }
  );
}

/** Resources of one type and id that say different things. Which of them is true cannot be known. */
export function contradictions(resources: readonly unknown[]): readonly ImportProblem[] {
  const seen = new Map<string, unknown>();
  const differing = new Set<string>();
  for (const resource of resources) {
    const id = idOf(resource);
    if (id === undefined) continue;
    const name = `${textAt(resource, "resourceType")}/${id}`;
    const first = seen.get(name);
    if (first === undefined) seen.set(name, resource);
    else if (!sameJson(first, resource)) differing.add(name);
  }
  return [...differing].map((name) => ({
    where: name,
    says: `${name} is given more than once, with different content.`,
    remedy: "Keep only the version that holds, and import again.",
  }));
}
