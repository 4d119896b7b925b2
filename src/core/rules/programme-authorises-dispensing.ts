import { citesOf } from "../cites.ts";
import { advise, pass } from "../finding.ts";
import { rule } from "../rule.ts";
import { lastDispensingDay, prescriptionCloses } from "../windows.ts";

/**
 * An authorisation by Isoward is not the programme's own: dispensing needs the programme's number and its
 * do-not-dispense-after date, and the earlier date wins. The last day to fill shown here is a preview.
 */
export const programmeAuthorisesDispensing = rule(
  "programme-authorises-dispensing",
  ["pass", "advise"],
  (c) => {
    const { programmeAuthorisation, dispenseWithinDaysOfPrescription } = c.values;
    const { prescriptionWindowDaysIfPregnancyImpossible: window } = c.values;
    const fillByDay = lastDispensingDay(c);
    if (programmeAuthorisation.value !== true) {
      return pass("not-asked-for", { fillByDay }, citesOf(dispenseWithinDaysOfPrescription, window));
    }
    const programme = programmeAuthorisation.from;
    if (c.question.dispensing !== undefined) {
      return pass("asked-when-handed-out", { programme, fillByDay }, programmeAuthorisation.cites);
    }
    const cites =
      fillByDay === undefined ? programmeAuthorisation.cites : citesOf(programmeAuthorisation, window);
    return advise("number-needed", { programme, fillByDay }, cites, prescriptionCloses(c));
  },
);
