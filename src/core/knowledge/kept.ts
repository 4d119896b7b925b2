/** Knowledge that was written out as JSON and read again. */
import type { Knowledge } from "./schema.ts";

/** JSON brings inherited keys along: without them a medicine called "constructor" is unknown, as it should be. */
export function fromKept(kept: Knowledge): Knowledge {
  return Object.fromEntries(
    Object.entries(kept).map(([key, value]: [string, unknown]) => [
      key,
      typeof value === "object" && key !== "ingredient" ? Object.assign(Object.create(null), value) : value,
    ]),
  );
}
