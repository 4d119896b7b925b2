import { methodsOf } from "./methods-of.ts";
import { recording, staffAndPatient, whyUnknown } from "./recording.ts";

/** A method of contraception that is in use from a day on. */
export const startContraception = recording({
  name: "start-contraception",
  writes: "contraception-started",
  roles: staffAndPatient,
  subject: ({ method }) => method,
  known: ({ method }, { record }, happened) => methodsOf(record).inUse(method, happened),
  check: ({ method }, { context }) => whyUnknown("method", method, context.knowledge.contraceptives),
});
