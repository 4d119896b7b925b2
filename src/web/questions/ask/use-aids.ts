/** What a question needs beside what every page has, fetched with its own: the library of units, the judged statements. */
import { useEffect, useState } from "react";
import type { Aids } from "../../../app/questions/aids.ts";
import type { Knowledge } from "../../../core/knowledge/schema.ts";
import type { AnyQuestion, QuestionId } from "../../../core/questions/index.ts";
import { knowledge } from "../../knowledge.ts";

export interface Helped {
  readonly aids: Aids;
  readonly knowledge: Knowledge;
}

const alone: Helped = { aids: {}, knowledge };

const fetched: { readonly [Q in QuestionId]?: () => Promise<Helped> } = {
  // Without the units more is asked, and nothing is let pass.
  labs: async () => {
    try {
      const { inAnalyteUnits } = await import("../../../app/questions/in-analyte-units.ts");
      return { ...alone, aids: { units: inAnalyteUnits } };
    } catch {
      return alone;
    }
  },
  // Without the statements every one would be answered as unknown: then the page has to fail.
  claims: async () => {
    const [{ claimsFinder }, { knowledgeWithClaims }] = await Promise.all([
      import("../../../app/claims/search.ts"),
      import("../../claims.ts"),
    ]);
    return { aids: { claims: claimsFinder }, knowledge: knowledgeWithClaims };
  },
};

/** Undefined while it is fetched: an answer without it would be another one a moment later. */
export function useAids({ id }: AnyQuestion): Helped | undefined {
  const load = fetched[id];
  const [helped, setHelped] = useState<Helped | undefined>(load === undefined ? alone : undefined);
  useEffect(() => {
    load?.().then(setHelped, (cause: unknown) => {
      setHelped(() => {
        throw cause;
      });
    });
  }, [load]);
  return helped;
}
