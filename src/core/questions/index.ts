/** Every question that can be asked between supplies. A new one is a file here, and a line. */

import { aftercare } from "./aftercare/aftercare.ts";
import { claims } from "./claims/claims.ts";
import { contraceptionTrouble } from "./contraception-trouble/contraception-trouble.ts";
import { eligibility } from "./eligibility/eligibility.ts";
import { expectations } from "./expect.ts";
import { indication } from "./indication/indication.ts";
import { interactions } from "./interactions/interactions.ts";
import { labs } from "./labs/index.ts";
import { mayI } from "./may-i.ts";
import { missedDose } from "./missed-dose.ts";
import { nextCourse } from "./next-course/next-course.ts";
import { plan } from "./plan/plan.ts";
import { price } from "./price/price.ts";
import { report } from "./report.ts";
import { response } from "./response/index.ts";
import { triage } from "./triage/triage.ts";

export const questions = [
  mayI,
  triage,
  labs,
  interactions,
  missedDose,
  contraceptionTrouble,
  report,
  eligibility,
  aftercare,
  nextCourse,
  response,
  expectations,
  claims,
  price,
  plan,
  indication,
] as const;

export type AnyQuestion = (typeof questions)[number];
export type QuestionId = AnyQuestion["id"];
