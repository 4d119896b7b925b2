import { z } from "zod";
import { entry } from "../entries.ts";
import { command, nothing, write } from "./command.ts";
import { reasonInput } from "./reason.ts";

/** What is known of the patient may be used again. */
export const liftRestriction = command({
  name: "lift-restriction",
  on: "patient",
  roles: ["administrator"],
  input: z.strictObject({ reason: reasonInput }),
  decide: ({ reason }, { history: { restricted } }) =>
    restricted ? write(entry("restriction-lifted", { reason })) : nothing,
});
