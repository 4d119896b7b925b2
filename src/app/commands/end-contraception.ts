import { refuse } from "../../core/refusal.ts";
import { methodsOf } from "./methods-of.ts";
import { recording, staffAndPatient } from "./recording.ts";

/** A method of contraception that is no longer in use. */
export const endContraception = recording({
  name: "end-contraception",
  writes: "contraception-ended",
  roles: staffAndPatient,
  subject: ({ method }) => method,
  check: ({ method }, { record }, happened) =>
    methodsOf(record).inUse(method, happened)
      ? undefined
      : refuse("not-started", { field: "method", what: method }),
});
