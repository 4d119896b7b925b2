import type { QuestionsWords } from "../../question-words.ts";
import { aftercare } from "./aftercare.ts";
import { claims } from "./claims.ts";
import { contraceptionTrouble } from "./contraception-trouble.ts";
import { eligibility } from "./eligibility.ts";
import { expectations } from "./expect.ts";
import { indication } from "./indication.ts";
import { interactions } from "./interactions.ts";
import { labs } from "./labs.ts";
import { mayI } from "./may-i.ts";
import { missedDose } from "./missed-dose.ts";
import { nextCourse } from "./next-course.ts";
import { plan } from "./plan.ts";
import { price } from "./price.ts";
import { report } from "./report.ts";
import { response } from "./response.ts";
import { triage } from "./triage.ts";

export const questions: QuestionsWords = {
  "may-i": mayI,
  triage,
  labs,
  interactions,
  "missed-dose": missedDose,
  "contraception-trouble": contraceptionTrouble,
  report,
  eligibility,
  aftercare,
  "next-course": nextCourse,
  response,
  expect: expectations,
  claims,
  price,
  plan,
  indication,
};
