/** Numbers to call, by country, and which of them an answer puts first. */
import type { AnswerJson } from "../../app/questions/answer-shape.ts";
import type { Jurisdiction } from "../../core/knowledge/parts.ts";
import type { Knowledge } from "../../core/knowledge/schema.ts";
import type { Helpline } from "../../core/knowledge/topics/contacts.ts";
import type { ActionId } from "../../core/steps.ts";

/** `now`: loud; `beside`: there, and quiet. */
export interface LineToCall {
  readonly line: Helpline;
  readonly how: "now" | "beside";
}

export interface WhomToCall {
  /** The clinic's own number stands on its card: nobody else knows it. */
  readonly clinic: boolean;
  readonly lines: readonly LineToCall[];
}

/** The lines of a country, by kind. */
export function linesOf(country: Jurisdiction, kind: Helpline["kind"], knowledge: Knowledge): Helpline[] {
  return Object.values(knowledge.helplines).filter((one) => one.where === country && one.kind === kind);
}

/**
 * Whom an answer sends to: an ambulance is loud only where help is needed now, and somebody to talk to only where
 * that is what it says. Nothing where it sends to nobody.
 */
export function whomToCall(
  { headline }: Pick<AnswerJson, "headline">,
  country: Jurisdiction,
  knowledge: Knowledge,
): WhomToCall | undefined {
  const steps = headline.wayOut === "never" ? [] : headline.wayOut;
  const says = (wanted: ActionId) => steps.some(({ action }) => action === wanted);
  const clinic = says("call-clinic");
  const helpNow = says("get-help-now");
  const talkNow = says("talk-to-someone-now");
  if (!clinic && !helpNow && !talkNow) return undefined;
  const lines = (kind: Helpline["kind"], how: LineToCall["how"]) =>
    linesOf(country, kind, knowledge).map((line) => ({ line, how }));
  const ambulance = lines("ambulance", helpNow ? "now" : "beside");
  const talk = talkNow ? lines("crisis", "now") : [];
  return {
    clinic,
    lines: helpNow ? [...ambulance, ...talk] : [...talk, ...lines("urgent-advice", "beside"), ...ambulance],
  };
}

/** The address that dials a number. */
export function dials(number: string): string {
  return `tel:${number.replaceAll(/[^\d+#*]/g, "")}`;
}
