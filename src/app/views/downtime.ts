/**
 * What a clinic needs on paper for when the computer fails: of each patient who may come today or tomorrow, whether
 * something may be handed out, until when, and what is to be seen to. Worked out for the record as it stands: what
 * nobody has written down yet changes it, and the paper says so.
 */
import { type Authorisation, authorisationOf } from "../../core/authorisations.ts";
import { type At, atText, type Day, dayOf, dayText, endOf, plus } from "../../core/calendar.ts";
import type { Decision } from "../../core/decide.ts";
import { decideDispensing } from "../../core/decide-dispensing.ts";
import { whyNotEnrolled } from "../commands/enrolled.ts";
import { handedOut } from "../handed-out.ts";
import { inGroups } from "../in-groups.ts";
import { type PatientState, patientState } from "../patient-state.ts";
import type { Practice } from "../practice.ts";
import type { Viewer } from "../sight.ts";
import type { Downtime, DowntimeLine, TodayLine } from "./shapes.ts";
import type { Group } from "./standing.ts";
import { todayView } from "./today.ts";
import { authorisationView } from "./view-parts.ts";

/** Whom somebody has to do with today, whatever day their capsules run out. */
const turnsToday: ReadonlySet<Group> = new Set<Group>(["alarm", "dispense", "prescribe", "gather"]);

/** Of whom a window closes, or what was authorised lapses; for the others time only opens something. */
const closing: ReadonlySet<Group> = new Set<Group>(["dispense", "prescribe", "gather"]);

/** The sheet as of now, or undefined where there is no such clinic; good through tomorrow. */
export async function downtimeView(
  practice: Practice,
  clinic: string,
  site?: string,
  onUnreadable?: (cause: unknown) => void,
  viewer?: Viewer,
): Promise<Downtime | undefined> {
  const today = await todayView(practice, clinic, site, onUnreadable, viewer);
  const title = practice.knowledge.clinics[clinic]?.title;
  if (today === undefined || title === undefined) return undefined;
  const { at, day, zone } = today;
  const tomorrow = plus(dayOf(practice.now(), zone), 1);
  const endsAt = endOf(tomorrow, zone);
  const due = today.lines.filter((line) => isDue(line, dayText(tomorrow)));
  const lines = await inGroups(due, (line) => lineOf(practice, clinic, line, endsAt));
  return { clinic, title, at, day, zone, through: dayText(tomorrow), lines };
}

/** Somebody's turn, or of those who wait or take their capsules: whose day comes by tomorrow. */
function isDue({ standing: { group, earliest, capsulesUntil } }: TodayLine, tomorrow: string): boolean {
  if (turnsToday.has(group)) return true;
  const comes = group === "wait" ? earliest : group === "treated" ? capsulesUntil : null;
  return comes !== null && comes <= tomorrow;
}

async function lineOf(
  practice: Practice,
  clinic: string,
  line: TodayLine,
  endsAt: At,
): Promise<DowntimeLine> {
  const { version: _, standing, ...person } = line;
  const { group, headline, turns, until } = standing;
  const common = { ...person, group, headline, turns, closes: closing.has(group) ? until : null };
  // What cannot be read is on the list too, and nothing is handed out on it.
  const state = await patientState(practice, line.patient).catch(() => undefined);
  const open = state?.record.authorisations.findLast(({ state: is }) => is === "open");
  if (state === undefined || open === undefined || group === "alarm" || group === "held")
    return { ...common, handOut: null };
  if (!handsOut(state, clinic)) return { ...common, handOut: null };
  return { ...common, handOut: await handOutOf(practice, state, open, endsAt) };
}

/** Whether the counter of a clinic may redeem this patient's authorisations at all: paper allows no more than it does. */
export function handsOut(state: PatientState, clinic: string): boolean {
  const by = { role: "pharmacist", id: "", authenticated: true } as const;
  return whyNotEnrolled("site", state, { by, clinic }) === undefined;
}

/** When it would pass, from now to the end, if nothing new were written: null where it would not. */
async function handOutOf(
  practice: Practice,
  state: PatientState,
  open: Authorisation,
  endsAt: At,
): Promise<DowntimeLine["handOut"]> {
  let at = state.record.asOf.at;
  let from: { readonly at: At; readonly lastCapsuleDay: Day | undefined } | undefined;
  // Each answer names the next instant at which it could be another one without anything new.
  while (at < endsAt) {
    const decision = await decidedAt(practice, state.patient, open.number, at);
    const isPass = decision?.verdict === "pass";
    if (from !== undefined && !isPass) break;
    if (isPass && decision !== undefined) from ??= { at, lastCapsuleDay: lastCapsuleOf(decision) };
    const next = decision?.validUntil;
    at = next === undefined || next <= at || next > endsAt ? endsAt : next;
  }
  if (from === undefined) return null;
  const { number, supply } = authorisationView(open, state);
  // Handed out on its last day it is taken as many days later.
  const laterDays = dayOf((at - 1) as At, state.zone) - dayOf(from.at, state.zone);
  const { lastCapsuleDay } = from;
  return {
    number,
    supply,
    from: from.at === state.record.asOf.at ? null : atText(from.at),
    until: atText(at),
    packGoodUntil: lastCapsuleDay === undefined ? null : dayText(plus(lastCapsuleDay, laterDays)),
  };
}

/** The counter's decision at an instant ahead, for a pack as authorised that was looked at. */
async function decidedAt(
  practice: Practice,
  patient: string,
  number: string,
  at: At,
): Promise<Decision | undefined> {
  const state = await patientState({ ...practice, now: () => at }, patient);
  const open = state === undefined ? undefined : authorisationOf(state.record.authorisations, number);
  if (state === undefined || open?.state !== "open") return undefined;
  const lookedAt = { lot: "~", expiresOn: plus(state.record.day, longestPackDays) };
  return decideDispensing(handedOut(open, lookedAt), state.context);
}

/** Longer than any pack: whoever holds it compares its date with the one on the paper. */
const longestPackDays = 3650;

function lastCapsuleOf({ findings }: Decision): Day | undefined {
  const pack = findings.find(({ rule }) => rule === "pack-is-identified-and-in-date");
  return pack?.facts["lastCapsuleDay"];
}
