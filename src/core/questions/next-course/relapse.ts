/** Relapse: each published definition held against what is told, and what studies found by definitions of their own. */
import { advise, ask, pass } from "../../finding.ts";
import type { RelapseCriterion } from "../../knowledge/topics/evidence.ts";
import { type Asked, remark } from "../question.ts";

/** What is told of the time since the last capsule: several facts and a day, never one verdict. */
export interface Told {
  readonly lesionsBefore?: number;
  readonly lesionsNow?: number;
  readonly acneMedicine?: boolean;
  readonly oralAcneMedicine?: boolean;
  readonly isotretinoinAgain?: boolean;
}

/** Each published definition for itself: met, not met, or not told. None of them decides anything here. */
export function definitionsOf(told: Told, { knowledge }: Asked) {
  return Object.values(knowledge.relapseDefinitions).map(({ id, criterion, says, cites }) => {
    const about = { kind: "relapse-definition", id } as const;
    if (criterion.kind === "unstated")
      return remark("know", advise("definition-unstated", { says }, cites), about);
    const met = isMet(criterion, told);
    if (met === undefined) return remark("know", ask("definition-not-told", { says }, cites, []), about);
    return met
      ? remark("know", advise("definition-met", { says }, cites), about)
      : remark("know", pass("definition-not-met", { says }, cites), about);
  });
}

function isMet(criterion: RelapseCriterion, told: Told): boolean | undefined {
  const { lesionsBefore, lesionsNow, acneMedicine, oralAcneMedicine, isotretinoinAgain } = told;
  switch (criterion.kind) {
    case "new-lesions":
      // Of nothing there is no share.
      return lesionsBefore === undefined || lesionsNow === undefined || lesionsBefore === 0
        ? undefined
        : lesionsNow * criterion.share.in >= lesionsBefore * criterion.share.of;
    case "any-acne-medicine":
      return anyOf(acneMedicine, oralAcneMedicine, isotretinoinAgain);
    case "oral-acne-medicine":
      return anyOf(oralAcneMedicine, isotretinoinAgain);
    case "further-treatment":
      return anyOf(oralAcneMedicine, isotretinoinAgain);
    case "second-course":
      return isotretinoinAgain;
    case "unstated":
      return undefined;
  }
}

/** One yes is enough; a no needs all of them to be known. */
function anyOf(...facts: readonly (boolean | undefined)[]): boolean | undefined {
  if (facts.includes(true)) return true;
  return facts.includes(undefined) ? undefined : false;
}

/** What studies found, each by its own definition; never pooled. */
export function evidence({ knowledge }: Asked) {
  return Object.values(knowledge.studies)
    .filter(({ about }) => about.includes("relapse"))
    .map(({ id, people, definition, found, caveat, cites }) =>
      remark("evidence", advise("found", { people, definition, found, caveat }, cites), {
        kind: "study",
        id,
      }),
    );
}
