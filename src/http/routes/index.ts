/** Every route of the API. */
import { authRoutes } from "../auth/routes.ts";
import type { Route } from "../route.ts";
import { aboutRoutes } from "./about.ts";
import { accessRoutes } from "./accesses.ts";
import { auditRoutes } from "./audit.ts";
import { authorisationRoutes } from "./authorisations.ts";
import { changeRoutes } from "./changes.ts";
import { clinicRoutes } from "./clinics.ts";
import { commandRoutes } from "./commands.ts";
import { importRoutes } from "./import.ts";
import { patientRoutes } from "./patient.ts";
import { patientsRoutes } from "./patients.ts";
import { peopleRoutes } from "./people.ts";
import { personRoutes } from "./person.ts";

import { planCalendarRoutes } from "./plan-calendar.ts";
import { protocolRoutes } from "./protocols.ts";
import { questionRoutes } from "./questions.ts";

export const routes: readonly Route[] = [
  ...clinicRoutes,
  ...patientsRoutes,
  ...peopleRoutes,
  ...importRoutes,
  ...patientRoutes,
  ...commandRoutes,
  ...authorisationRoutes,
  ...planCalendarRoutes,
  ...questionRoutes,
  ...protocolRoutes,
  ...authRoutes,
  ...personRoutes,
  ...accessRoutes,
  ...auditRoutes,
  ...changeRoutes,
  ...aboutRoutes,
];
