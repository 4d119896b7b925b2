/** What each study found on dose, cumulative dose and how long the drug stays, by its own definition: none is pooled. */
import { advise } from "../../finding.ts";
import { type Asked, remark } from "../question.ts";

export function evidence({ knowledge }: Asked) {
  return Object.values(knowledge.studies)
    .filter(({ about }) => about.includes("dose") || about.includes("washout"))
    .map(({ id, people, definition, found, caveat, cites }) =>
      remark("evidence", advise("found", { people, definition, found, caveat }, cites), {
        kind: "study",
        id,
      }),
    );
}
