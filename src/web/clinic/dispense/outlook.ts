/** What a redemption's decision comes to for whoever holds the pack. */

import type { DecisionJson } from "../../../app/decision-json.ts";
import type { Redemption } from "../../../app/views/shapes.ts";
import type { Verdict } from "../../../core/finding.ts";

export type Finding = DecisionJson["findings"][number];
export type Step = DecisionJson["next"][number];

export interface Outlook {
  /** Of whatever pack is taken; of this pack, where it alone stands in the way. */
  readonly verdict: Verdict;
  /** What refuses whatever pack is taken, worst first. */
  readonly refusing: readonly Finding[];
  /** What refuses this pack. */
  readonly ofPack: readonly Finding[];
  readonly advice: readonly Finding[];
  readonly steps: readonly Step[];
  /** The programme that has to authorise this supply itself. */
  readonly programme: string | undefined;
}

const worstFirst: readonly Verdict[] = ["stop", "wait", "ask"];
const packRules: ReadonlySet<string> = new Set([
  "pack-is-identified-and-in-date",
  "handed-out-as-authorised",
]);
const packActions: ReadonlySet<string> = new Set([
  "identify-pack",
  "choose-other-pack",
  "hand-out-as-authorised",
]);
/** What was done with the number says all there is to say. */
const spent: ReadonlySet<string> = new Set(["dispensed", "reversed", "voided"]);

/** Of a number that is spent: that it is, and what stops treatment where it was voided for it. */
function isSaid({ rule, verdict }: Finding, state: Redemption["authorisation"]["state"]): boolean {
  return rule === "authorisation-is-open" || (state === "voided" && verdict === "stop");
}

export function outlookOf({ authorisation, decision }: Redemption): Outlook {
  const counting = worstFirst.flatMap((verdict) =>
    decision.findings.filter((one) => one.verdict === verdict && one.overridden === undefined),
  );
  const [ofPack, others] = [true, false].map((pack) =>
    counting.filter(({ rule }) => packRules.has(rule) === pack),
  ) as [Finding[], Finding[]];
  const isSpent = spent.has(authorisation.state);
  const refusing = isSpent ? others.filter((one) => isSaid(one, authorisation.state)) : others;
  const packStops = !isSpent && ofPack.some(({ verdict }) => verdict === "stop");
  const steps = decision.next.filter(({ action }) => !packActions.has(action));
  const asked = steps.find(({ action }) => action === "record-programme-number")?.facts["programme"];
  return {
    verdict: refusing[0]?.verdict ?? (packStops ? "stop" : "pass"),
    refusing,
    ofPack: isSpent ? [] : ofPack.filter(({ reason }) => reason !== "not-identified"),
    advice: isSpent
      ? []
      : decision.findings.filter(
          ({ verdict, overridden }) => verdict === "advise" || overridden !== undefined,
        ),
    steps,
    programme: isSpent || typeof asked !== "string" ? undefined : asked,
  };
}

/** Whose turn it is, each with what they have to do. */
export function turnsOf(steps: readonly Step[]): ReadonlyMap<Step["who"], readonly Step[]> {
  return Map.groupBy(steps, ({ who }) => who);
}
