/** Knowledge that was written out as JSON and read again. */
import type { Knowledge } from "./schema.ts";

/** JSON brings inherited keys along: without them a medicine called "constructor" is unknown, as it should be. */
export function fromKept(kept: Knowledge): Knowledge {
  const bare = Object.entries(kept)
    .filter(([key, list]: [string, unknown]) => typeof list === "object" && key !== "ingredient")
    .map(([key, list]: [string, object]) => [key, Object.assign(Object.create(null) as object, list)]);
  return { ...kept, ...(Object.fromEntries(bare) as Partial<Knowledge>) };
}
