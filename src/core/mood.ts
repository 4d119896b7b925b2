/** What a mood screening says that stops treatment until a prescriber has concluded. */
import type { Body } from "./entry.ts";

/** More than 24 points leave room for none at item 9: eight other items give at most 24. */
const mostWithoutItem9 = 24;

export function thinksOfSelfHarm(body: Body<"mood-screened">): boolean {
  return body.selfHarmThoughts === true || (body.phq9Item9 ?? 0) > 0 || (body.phq9 ?? 0) > mostWithoutItem9;
}

export function isMoodAlarm(body: Body<"mood-screened">): boolean {
  return thinksOfSelfHarm(body) || body.newMoodSymptom === true;
}
