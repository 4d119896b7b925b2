/** What a question is helped by, fetched with its page: the library of units is large, and only blood needs it. */
import { useEffect, useState } from "react";
import type { Aids } from "../../../app/questions/aids.ts";
import type { AnyQuestion, QuestionId } from "../../../core/questions/index.ts";

const aidsOf: { readonly [Q in QuestionId]?: () => Promise<Aids> } = {
  labs: async () => ({
    units: (await import("../../../app/questions/in-analyte-units.ts")).inAnalyteUnits,
  }),
  claims: async () => ({ claims: (await import("../../../app/claims/search.ts")).claimsFinder }),
};
const none: Aids = {};

/** Undefined while they are fetched: an answer without them would be another one a moment later. */
export function useAids({ id }: AnyQuestion): Aids | undefined {
  const load = aidsOf[id];
  const [aids, setAids] = useState<Aids | undefined>(load === undefined ? none : undefined);
  useEffect(() => {
    // Where they cannot be fetched the question is answered without: more is asked then, and nothing is let pass.
    load?.().then(setAids, () => setAids(none));
  }, [load]);
  return aids;
}
