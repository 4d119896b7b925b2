/** The knowledge the app was built with. */

import built from "virtual:knowledge";
import type { Knowledge } from "../core/knowledge/schema.ts";

/** JSON brings inherited keys along: without them a medicine called "constructor" is unknown, as it should be. */
function bare<T>(items: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.assign(Object.create(null) as Record<string, T>, items);
}

export const knowledge: Knowledge = {
  ...built,
  sources: bare(built.sources),
  products: bare(built.products),
  medicines: bare(built.medicines),
  notMedicines: bare(built.notMedicines),
  analytes: bare(built.analytes),
  labNotes: bare(built.labNotes),
  labSchedules: bare(built.labSchedules),
  symptoms: bare(built.symptoms),
  symptomCombinations: bare(built.symptomCombinations),
  conditions: bare(built.conditions),
  indications: bare(built.indications),
  contraceptives: bare(built.contraceptives),
  allergens: bare(built.allergens),
  excipients: bare(built.excipients),
  activities: bare(built.activities),
  studies: bare(built.studies),
  relapseDefinitions: bare(built.relapseDefinitions),
  expectations: bare(built.expectations),
  helplines: bare(built.helplines),
  authorities: bare(built.authorities),
  protocols: bare(built.protocols),
  clinics: bare(built.clinics),
};
