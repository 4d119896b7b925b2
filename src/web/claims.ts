/** The knowledge with its judged statements, for the question that is about them. */

import claims from "virtual:claims";
import { fromKept } from "../core/knowledge/kept.ts";
import type { Knowledge } from "../core/knowledge/schema.ts";
import { knowledge } from "./knowledge.ts";

export const knowledgeWithClaims: Knowledge = fromKept({ ...knowledge, claims });
