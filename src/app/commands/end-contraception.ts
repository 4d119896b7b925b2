import { refuse } from "../../core/refusal.ts";
import { recording, staffAndPatient } from "./recording.ts";
import { methodThen } from "./standing-then.ts";

/** A method of contraception that is no longer in use. */
export const endContraception = recording({
  name: "end-contraception",
  writes: "contraception-ended",
  roles: staffAndPatient,
  readsBack: true,
  subject: ({ method }) => method,
  stillSo: ({ method }, { record }, happened) => methodThen(record, method, happened) === undefined,
  check: ({ method }, { record }, happened) =>
    methodThen(record, method, happened) === undefined
      ? refuse("not-started", { field: "method", what: method })
      : undefined,
});
