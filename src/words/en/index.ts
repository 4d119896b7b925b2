import type { Words } from "../words.ts";
import { actions } from "./actions.ts";
import { rules } from "./rules.ts";
import { answers, protocolTerms, roles, terms, verdicts } from "./terms.ts";

export const en: Words = { rules, actions, verdicts, answers, roles, terms, protocolTerms };
