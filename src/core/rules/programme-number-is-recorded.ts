import { type Day, dayOf, endOf } from "../calendar.ts";
import { type Case, closes } from "../case.ts";
import { ask, pass } from "../finding.ts";
import { rule } from "../rule.ts";
import { draft, step } from "../steps.ts";

/**
 * Where a programme authorises each dispensing itself: its number for this authorisation, and its do-not-dispense-after
 * date not past in the programme's zone. Our own window stands beside it, so that the earlier of the two wins.
 */
export const programmeNumberIsRecorded = rule("programme-number-is-recorded", ["pass", "ask"], (c) => {
  const { value, cites, from: programme } = c.values.programmeAuthorisation;
  if (value !== true) return pass("not-asked-for", {}, cites);
  const number = c.question.dispensing?.number ?? "";
  const recorded = c.record
    .of("external-authorisation-recorded")
    .findLast(({ body }) => body.programme === programme && body.authorisation === number)?.body;
  const zone = c.values.windowZone.value ?? c.knowledge.protocols[programme]?.zone ?? c.zone;
  const wayOut = () => [
    step("pharmacist", "record-programme-number", { programme }, c.day, {
      // Where the plan comes to another number, this is recorded for that one.
      change: { dispensing: {} },
      entries: [
        draft(
          "external-authorisation-recorded",
          {
            programme,
            number: "~",
            doNotDispenseAfter: lastDayIn(c, zone),
            authorisation: number,
          },
          "pharmacist",
          c.day,
        ),
      ],
    }),
  ];
  if (recorded === undefined) return ask("not-recorded", { programme }, cites, wayOut());
  const lastDay = recorded.doNotDispenseAfter;
  const closesAt = endOf(lastDay, zone);
  return c.at >= closesAt
    ? ask("too-late", { programme, lastDay, closedAt: closesAt }, cites, wayOut())
    : pass("recorded", { programme, programmeNumber: recorded.number, closesAt }, cites, closesAt);
});

/** The day it is in a zone when the clinic's day ends. */
function lastDayIn(c: Case, zone: string): Day {
  return dayOf((closes(c, c.day) - 1) as Case["at"], zone);
}
