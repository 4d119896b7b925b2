/** Contraception a plan would start: methods that satisfy every demand of the protocol at once. */
import type { Day } from "./calendar.ts";
import type { Case } from "./case.ts";
import { type Draft, draft } from "./steps.ts";

/** Keeps what is accepted and adds primary, user-independent methods first. */
export function contraceptionDrafts(c: Case, day: Day): Draft[] {
  const needed = Math.max(1, c.values.contraceptionMethodsTogether.value ?? 1);
  const candidates = Object.values(c.knowledge.contraceptives)
    .filter((method) => method.class !== "not-accepted" && !c.coverage.accepted.includes(method.id))
    .toSorted((a, b) => rank(a) - rank(b));
  const kept = c.coverage.accepted.length;
  const independentAlready = c.coverage.accepted.some(
    (id) => c.knowledge.contraceptives[id]?.userIndependent === true,
  );
  const add = Math.max(needed - kept, independentAlready ? 0 : 1);
  return candidates
    .slice(0, add)
    .map((method) => draft("contraception-started", { method: method.id }, "patient", day));
}

/** Reversible and independent of the user first: what a plan may presume without asking for surgery. */
function rank(method: Case["knowledge"]["contraceptives"][string]): number {
  const permanent = /sterilisation|vasectomy/.test(method.id) ? 2 : 0;
  return permanent + (method.class === "primary" ? 0 : 4) + (method.userIndependent === true ? 0 : 1);
}
