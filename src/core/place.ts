/**
 * Where in a document something is: its steps with dots between. A dot of a step's own, which only a key can have that
 * nothing here asks for, is written ~2, and a tilde ~0, in the manner of a JSON Pointer.
 */

/** Empty for the document itself. */
export function placeOf(steps: readonly PropertyKey[]): string {
  return steps.map((step) => String(step).replaceAll("~", "~0").replaceAll(".", "~2")).join(".");
}

/** A step further in. */
export function placeUnder(place: string, step: string | number): string {
  return place === "" ? placeOf([step]) : `${place}.${placeOf([step])}`;
}

export function stepsOf(place: string): readonly string[] {
  return place === "" ? [] : place.split(".").map((step) => step.replaceAll("~2", ".").replaceAll("~0", "~"));
}
