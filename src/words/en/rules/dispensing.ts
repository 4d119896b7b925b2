import type { RuleWords } from "../../words.ts";
import { count } from "../grammar.ts";

/** Handing out what was authorised. */
export const dispensing: Pick<
  RuleWords,
  | "authorisation-is-open"
  | "programme-number-is-recorded"
  | "handed-out-as-authorised"
  | "pack-is-identified-and-in-date"
  | "capsules-in-hand-are-used-up"
> = {
  "authorisation-is-open": {
    title: "Authorisation open",
    reasons: {
      open: ({ authorisedDay, closesAt }, say) =>
        closesAt === undefined
          ? `Authorised on ${say.day(authorisedDay)} and not used yet.`
          : `Authorised on ${say.day(authorisedDay)} and not used yet. It can be handed out until ${say.through(closesAt)}.`,
      expired: ({ authorisedDay, closedAt }, say) =>
        `The authorisation of ${say.day(authorisedDay)} has expired: it could be used until ${say.through(closedAt)}.`,
      "not-tested-before": ({ authorisedDay }, say) =>
        `When this was authorised on ${say.day(authorisedDay)}, no pregnancy test was on record.`,
      "unknown-number": ({ number }) => `There is no authorisation with the number ${number}.`,
      voided: ({ number }) => `The authorisation ${number} has been voided and cannot be used.`,
      dispensed: ({ number, dispensedDay }, say) =>
        `The authorisation ${number} was used on ${say.day(dispensedDay)}. Each can be used once.`,
      reversed: ({ number }) =>
        `The supply of the authorisation ${number} was taken back. A number that was used once cannot be used again.`,
    },
  },
  "programme-number-is-recorded": {
    title: "The programme's number recorded",
    reasons: {
      "not-asked-for": () => "No programme's own authorisation is asked for here.",
      "not-recorded": ({ programme: id }, say) =>
        `The authorisation of the programme (${say.name("protocol", id)}) for this supply is not recorded yet.`,
      "too-late": ({ programme: id, lastDay, closedAt }, say) =>
        `The programme (${say.name("protocol", id)}) allows dispensing no later than ${say.day(lastDay)}: that ended with ${say.through(closedAt)}.`,
      recorded: ({ programme: id, programmeNumber, closesAt }, say) =>
        `The programme (${say.name("protocol", id)}) has authorised this supply under ${programmeNumber}, until ${say.through(closesAt)}.`,
    },
  },
  "handed-out-as-authorised": {
    title: "Handed out as authorised",
    reasons: {
      "nothing-authorised": ({ number }) => `What may be handed out under the number ${number} is not known.`,
      "other-product": ({ product, authorisedProduct }, say) =>
        `This is ${say.name("product", product)}; ${say.name("product", authorisedProduct)} was authorised.`,
      "other-strength": ({ capsuleMg, authorisedMg }, say) =>
        `These are ${say.number(capsuleMg)} mg capsules; ${say.number(authorisedMg)} mg capsules were authorised.`,
      "more-than-authorised": ({ capsules, authorised }, say) =>
        `${count(say, capsules, "capsule")} would be more than the ${say.number(authorised)} authorised.`,
      "not-stated": ({ product, capsuleMg, authorised }, say) =>
        `Please say what is handed out: product, strength and capsules. Authorised: ${count(say, authorised, "capsule")} of ${say.name("product", product)} ${say.number(capsuleMg)} mg.`,
      "part-supply": ({ capsules, authorised }, say) =>
        `${count(say, capsules, "capsule")} of the ${say.number(authorised)} authorised. This uses the authorisation up: the rest lapses.`,
      "as-authorised": ({ product, capsuleMg, capsules }, say) =>
        `${count(say, capsules, "capsule")} of ${say.name("product", product)} ${say.number(capsuleMg)} mg, as authorised.`,
    },
  },
  "pack-is-identified-and-in-date": {
    title: "Pack identified and in date",
    reasons: {
      "expires-too-soon": ({ expiresOnDay, lastCapsuleDay }, say) =>
        `The pack expires on ${say.day(expiresOnDay)}; its last capsule would be taken on ${say.day(lastCapsuleDay)}.`,
      "not-identified": ({ lastCapsuleDay }, say) =>
        `Lot and expiry of the pack are not recorded yet. Its last capsule will be taken on ${say.day(lastCapsuleDay)}.`,
      identified: ({ lot, expiresOnDay }, say) => `Lot ${lot}, which expires on ${say.day(expiresOnDay)}.`,
    },
  },
  "capsules-in-hand-are-used-up": {
    title: "Capsules in hand used up",
    reasons: {
      "days-unknown": ({ sinceDay }, say) =>
        `How long the supply of ${say.day(sinceDay)} lasts is not known, so neither is what the patient still has.`,
      "left-from-a-pause": ({ sinceDay }, say) =>
        `Capsules were left when treatment stopped on ${say.day(sinceDay)}, and nobody has counted them since.`,
      "none-in-hand": () => "By the record the patient has no capsules left.",
      "within-overlap": ({ days, overlapDays }, say) =>
        `The patient has capsules for ${count(say, days, "more day", "more days")}, within the ${count(say, overlapDays, "day")} of overlap the clinic has signed for.`,
      "still-in-hand": ({ days, overlapDays, allowedDay }, say) =>
        `The patient still has capsules for ${count(say, days, "day")}${
          overlapDays === 0 ? "" : `; the clinic has signed for ${count(say, overlapDays, "day")} of overlap`
        }. The next supply can be handed out from ${say.day(allowedDay)}.`,
    },
  },
};
