/** The knowledge the app was built with. */

import built from "virtual:knowledge";
import { fromKept } from "../core/knowledge/kept.ts";
import type { Knowledge } from "../core/knowledge/schema.ts";

export const knowledge: Knowledge = fromKept(built);
