import { endOf, plus } from "../calendar.ts";
import { citesOf } from "../cites.ts";
import { advise, pass } from "../finding.ts";
import { rule } from "../rule.ts";

/**
 * An authorisation by Isoward is not the programme's own: dispensing needs the programme's number and its
 * do-not-dispense-after date, and the earlier date wins. The last day to fill shown here is a preview.
 */
export const programmeAuthorisesDispensing = rule(
  "programme-authorises-dispensing",
  ["pass", "advise"],
  (c) => {
    const { programmeAuthorisation, prescriptionWindowDaysIfPregnancyImpossible, windowZone } = c.values;
    const { dispenseWithinDaysOfPrescription } = c.values;
    const programme = programmeAuthorisation.from;
    if (programmeAuthorisation.value !== true) {
      const fillDays = c.pregnancyPossible ? dispenseWithinDaysOfPrescription.value : null;
      return pass(
        "not-asked-for",
        { fillByDay: fillDays === null ? undefined : plus(c.day, fillDays) },
        dispenseWithinDaysOfPrescription.cites,
      );
    }
    // Sources conflict on visit + 29 or + 30; the earlier day is the safer preview.
    const window = c.pregnancyPossible ? null : prescriptionWindowDaysIfPregnancyImpossible.value;
    const fillByDay = window === null ? undefined : plus(c.day, window - 1);
    const until = fillByDay === undefined ? undefined : endOf(fillByDay, windowZone.value ?? c.zone);
    const cites =
      window === null
        ? programmeAuthorisation.cites
        : citesOf(programmeAuthorisation, prescriptionWindowDaysIfPregnancyImpossible);
    return advise("number-needed", { programme, fillByDay }, cites, until);
  },
);
