/** Every aid, where nothing speaks against loading them: on the server and on the command line. */
import { claimsFinder } from "../claims/search.ts";
import type { Aids } from "./aids.ts";
import { inAnalyteUnits } from "./in-analyte-units.ts";

export const allAids: Aids = { units: inAnalyteUnits, claims: claimsFinder };
