import { recording, staffAndPatient, whyUnknown } from "./recording.ts";
import { methodThen } from "./standing-then.ts";

/** A method of contraception that is in use from a day on. */
export const startContraception = recording({
  name: "start-contraception",
  writes: "contraception-started",
  roles: staffAndPatient,
  readsBack: true,
  subject: ({ method }) => method,
  known: ({ method }, { record }, happened) => methodThen(record, method, happened) !== undefined,
  check: ({ method }, { context }) => whyUnknown("method", method, context.knowledge.contraceptives),
});
