import { bodies } from "../../core/entry.ts";
import { entry } from "../entries.ts";
import { openAuthorisation } from "./authorisation-of.ts";
import { command, nothing, write } from "./command.ts";
import { whyNotThen } from "./recording.ts";
import { happenedWhen, whenInput } from "./when.ts";

/** The programme's own number and its do-not-dispense-after date, for one of our authorisations. */
export const recordExternalAuthorisation = command({
  name: "record-external-authorisation",
  on: "patient",
  roles: ["pharmacist", "prescriber"],
  input: bodies["external-authorisation-recorded"]
    .required({ authorisation: true })
    .extend({ happened: whenInput.optional() }),
  decide({ happened: when, authorisation, ...body }, state, given) {
    const happened = happenedWhen(when, given, state.zone);
    const refusal = whyNotThen(happened, state, given);
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
