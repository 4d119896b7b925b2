/** The knowledge the app was built with, but for the judged statements: a third of it, and only one question reads them. */

import built from "virtual:knowledge";
import { fromKept } from "../core/knowledge/kept.ts";
import type { Knowledge } from "../core/knowledge/schema.ts";

export const knowledge: Knowledge = fromKept({ ...built, claims: {} });
