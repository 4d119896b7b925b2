import type { RuleWords } from "../../words.ts";

/** Handing out what was authorised. */
export const dispensing: Pick<RuleWords, "authorisation-is-open"> = {
  "authorisation-is-open": {
    title: "Authorisation open",
    reasons: {
      open: ({ authorisedDay, closesAt }, say) =>
        closesAt === undefined
          ? `Authorised on ${say.day(authorisedDay)} and not used yet.`
          : `Authorised on ${say.day(authorisedDay)} and not used yet. It can be handed out until ${say.through(closesAt)}.`,
      expired: ({ authorisedDay, closedAt }, say) =>
        `Authorised on ${say.day(authorisedDay)}; it could be handed out until ${say.through(closedAt)}.`,
      "unknown-number": ({ number }) => `No authorisation has the number ${number}.`,
      voided: ({ number }) => `The authorisation ${number} was voided.`,
      dispensed: ({ number, dispensedDay }, say) =>
        `The authorisation ${number} was used on ${say.day(dispensedDay)}. Each is used once.`,
      reversed: ({ number }) =>
        `What the authorisation ${number} was for was taken back. It cannot be used again.`,
    },
  },
};
