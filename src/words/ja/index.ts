import type { Words } from "../words.ts";
import { actions } from "./actions.ts";
import { rules } from "./rules.ts";
import {
  answers,
  dispensingAnswers,
  dispensingVerdicts,
  protocolTerms,
  roles,
  terms,
  verdicts,
} from "./terms.ts";

export const ja: Words = {
  rules,
  actions,
  verdicts,
  answers,
  dispensingVerdicts,
  dispensingAnswers,
  roles,
  terms,
  protocolTerms,
};
