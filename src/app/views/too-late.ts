/** An authorisation that closes before it could first be used: the capsules in hand outlast it, say. */
import type { Authorisation } from "../../core/authorisations.ts";
import { type At, dayOf } from "../../core/calendar.ts";
import type { Decision } from "../../core/decide.ts";
import { counting } from "../../core/judge.ts";
import type { Knowledge } from "../../core/knowledge/schema.ts";
import { earliest } from "../../core/windows.ts";
import { sayIn } from "../../words/say.ts";
import type { Bilingual, Say } from "../../words/words.ts";

export interface TooLate {
  /** When the authorisation closes. */
  readonly closesAt: At;
  /** When the last of the waits is over: the first instant at which it could be handed out. */
  readonly opensAt: At;
}

/** Whether an open authorisation closes before everything that has to be waited for is over. */
export function opensTooLate(open: Authorisation, decision: Decision): TooLate | undefined {
  const closesAt = earliest(open.dispenseBefore, decision.closesAt);
  const waits = counting(decision.findings).flatMap(({ verdict, until }) =>
    verdict === "wait" && until !== undefined ? [until] : [],
  );
  if (closesAt === undefined || waits.length === 0) return undefined;
  const opensAt = Math.max(...waits) as At;
  return opensAt >= closesAt ? { closesAt, opensAt } : undefined;
}

/** What the prescriber does about it. */
export function renderTooLate(tooLate: TooLate, knowledge: Knowledge, zone: string): Bilingual {
  const say = (language: "en" | "ja") => words[language](tooLate, zone, sayIn(language, knowledge, zone));
  return { en: say("en"), ja: say("ja") };
}

type Words = (tooLate: TooLate, zone: string, say: Say) => string;

const words: { readonly [L in "en" | "ja"]: Words } = {
  en: ({ closesAt, opensAt }, zone, say) =>
    `This authorisation can be used until ${say.through(closesAt)}, but nothing may be handed out before ${say.day(dayOf(opensAt, zone))}. It will never be used: void it, and authorise anew once that day has come.`,
  ja: ({ closesAt, opensAt }, zone, say) =>
    `この承認の期限は${say.through(closesAt)}ですが、${say.day(dayOf(opensAt, zone))}より前にはお渡しできないため、使われないまま期限が切れます。この承認を取り消し、その日以降に改めて承認してください。`,
};
