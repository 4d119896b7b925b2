import type { Decision } from "../../core/decide.ts";
import { type Refusal, refuse } from "../../core/refusal.ts";
import type { PatientState } from "../patient-state.ts";
import type { Given } from "./command.ts";

const rule = "second-prescriber-agrees";

/**
 * Why somebody signed in may not authorise where an edition has two prescribers decide: an agreement counts as a second
 * one only where it stands under another account. The core knows what was concluded, and not by whom.
 */
export function whyNotTwo(
  { findings }: Pick<Decision, "findings">,
  { record, history }: Pick<PatientState, "record" | "history">,
  { by }: Pick<Given, "by">,
): Refusal | undefined {
  if (!by.authenticated || !findings.some((one) => one.rule === rule && one.reason === "agreed"))
    return undefined;
  const since = record.earlierCourse?.overDay;
  const agreed = new Set(
    record
      .of("judgement-recorded")
      .filter(({ body }) => body.rule === rule && body.conclusion === "may-continue")
      .filter(({ happened }) => since === undefined || happened.day > since)
      .map(({ id }) => id),
  );
  const isAnothers = history.entries.some((entry, index) => {
    const account = history.accounts[index];
    return agreed.has(entry.id) && account !== undefined && account !== by.id;
  });
  return isAnothers ? undefined : refuse("agreed-by-one-alone", {});
}
