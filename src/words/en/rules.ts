import type { RuleWords } from "../words.ts";
import { beforehand } from "./rules/beforehand.ts";
import { consent } from "./rules/consent.ts";
import { course } from "./rules/course.ts";
import { dispensing } from "./rules/dispensing.ts";
import { dose } from "./rules/dose.ts";
import { laboratory } from "./rules/laboratory.ts";
import { patient } from "./rules/patient.ts";
import { pregnancy } from "./rules/pregnancy.ts";
import { product } from "./rules/product.ts";
import { programme } from "./rules/programme.ts";
import { symptoms } from "./rules/symptoms.ts";

export const rules: RuleWords = {
  ...patient,
  ...beforehand,
  ...pregnancy,
  ...consent,
  ...product,
  ...dose,
  ...laboratory,
  ...symptoms,
  ...course,
  ...programme,
  ...dispensing,
};
