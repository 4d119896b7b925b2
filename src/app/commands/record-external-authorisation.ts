import { bodies, happenedInput } from "../../core/entry.ts";
import { entry } from "../entries.ts";
import { openAuthorisation } from "./authorisation-of.ts";
import { command, nothing, write } from "./command.ts";
import { whyNotThen } from "./recording.ts";

/** The programme's own number and its do-not-dispense-after date, for one of our authorisations. */
export const recordExternalAuthorisation = command({
  name: "record-external-authorisation",
  on: "patient",
  roles: ["pharmacist", "prescriber"],
  input: bodies["external-authorisation-recorded"]
    .required({ authorisation: true })
    .extend({ happened: happenedInput.optional() }),
  decide({ happened, authorisation, ...body }, state, given) {
    const refusal = whyNotThen(happened ?? given.now, state, given);
    if (refusal !== undefined) return { refusal };
    const found = openAuthorisation(authorisation, state);
    if ("refused" in found) return { refusal: found };
    const whole = { ...body, authorisation: found.number };
    const known = state.record
      .of("external-authorisation-recorded")
      .some(
        (before) =>
          before.body.authorisation === found.number &&
          before.body.number === body.number &&
          before.body.doNotDispenseAfter === body.doNotDispenseAfter,
      );
    return known ? nothing : write(entry("external-authorisation-recorded", whole, { happened }));
  },
});
