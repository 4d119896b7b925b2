import type { RuleWords } from "../../words.ts";

/** The programme around the drug, and the edition of its rules. */
export const programme: Pick<
  RuleWords,
  "parties-are-enrolled" | "programme-authorises-dispensing" | "edition-is-confirmed"
> = {
  "parties-are-enrolled": {
    title: "Enrolled in the programme",
    reasons: {
      "not-asked-for": () => "No enrolment in a programme is asked for here.",
      enrolled: ({ parties, programme: id }, say) =>
        `Enrolled (${say.name("protocol", id)}): ${say.list(parties.map(say.term))}.`,
      missing: ({ missing, programme: id }, say) =>
        `Not enrolled in the programme yet (${say.name("protocol", id)}): ${say.list(missing.map(say.term))}.`,
    },
  },
  "programme-authorises-dispensing": {
    title: "The programme's own authorisation",
    reasons: {
      "not-asked-for": ({ fillByDay }, say) =>
        fillByDay === undefined
          ? "No programme number is needed to dispense."
          : `No programme number is needed to dispense. Last day to dispense: ${say.day(fillByDay)}.`,
      "asked-when-handed-out": ({ programme: id }, say) =>
        `The number of the programme (${say.name("protocol", id)}) is asked for below, with this supply.`,
      "number-needed": ({ programme: id, fillByDay }, say) =>
        `Isoward's authorisation is not the programme's own (${say.name("protocol", id)}). Dispensing will need the programme's number and its do-not-dispense-after date${
          fillByDay === undefined ? "" : `; by our count the last day is ${say.day(fillByDay)}`
        }, and the earlier date wins.`,
    },
  },
  "edition-is-confirmed": {
    title: "Edition of the rules confirmed",
    reasons: {
      "in-force": ({ sinceDay }, say) => `Decided under the edition of ${say.day(sinceDay)}.`,
      unconfirmed: ({ sinceDay, besideDay }, say) =>
        `Nobody has confirmed that the edition of ${say.day(sinceDay)} is in force. Until an administrator does, it is judged together with ${
          besideDay === undefined ? "the one before it" : `that of ${say.day(besideDay)}`
        }, and the worse finding counts.`,
    },
  },
};
