/** From what is chosen to the answer: the pure core, run here in the browser. */

import { zoneOf } from "../../app/decide-supply.ts";
import { type At, type Day, day as dayOfText, endOf, lastMinuteOf } from "../../core/calendar.ts";
import { type Decision, decideSupplyOn } from "../../core/decide.ts";
import type { Entry } from "../../core/entry.ts";
import { NotDecidable } from "../../core/judge.ts";
import { editionsOn, resolveValues, type Values } from "../../core/knowledge/resolve.ts";
import type { SupplyQuestion } from "../../core/question.ts";
import { foldRecord, type Record } from "../../core/record.ts";
import type { Setting } from "../../core/setting.ts";
import { knowledge } from "../knowledge.ts";
import { type FactContext, type FactValues, readFacts, withChanges } from "./facts/index.ts";
import { type CheckState, questionOf } from "./state.ts";

export interface Answer {
  readonly decision: Decision;
  /** The record with what is tried in it, as of the chosen day. */
  readonly record: Record;
  readonly values: Values;
}

export interface Checked {
  readonly setting: Setting;
  readonly zone: string;
  readonly question: SupplyQuestion;
  /** The facts as recorded, and what reading and changing them needs. */
  readonly context: FactContext;
  readonly recorded: FactValues;
  readonly answer: Answer | { readonly says: string; readonly remedy: string };
}

export function check(state: CheckState): Checked {
  const setting = settingOf(state);
  const zone = zoneOf(setting, knowledge);
  const question = questionOf(state);
  const { undated } = state.patient;
  const fold = (entries: readonly Entry[]) =>
    foldRecord(
      entries,
      { at: lastMinuteOf(state.on, zone), through: lastMoment(state.on, zone), zone },
      undated,
    );
  const values = valuesOf(setting, state.on);
  const context: FactContext = { record: fold(state.patient.entries), knowledge, values, on: state.on };
  const entries = withChanges(state.patient.entries, state.facts, context);
  const base = { setting, zone, question, context, recorded: readFacts(context) };
  try {
    const decision = decideSupplyOn(question, state.on, {
      knowledge,
      setting,
      zone,
      entries,
      undated,
      knownAt: undefined,
    });
    return { ...base, answer: { decision, record: fold(entries), values } };
  } catch (cause) {
    if (!(cause instanceof NotDecidable)) throw cause;
    return { ...base, answer: { says: cause.message, remedy: cause.remedy } };
  }
}

function settingOf({ under, confirmed }: CheckState): Setting {
  const clinic = knowledge.clinics[under];
  const protocol = clinic?.on ?? under;
  return {
    protocol,
    confirmedEditions: confirmed.map((text) => ({
      protocol,
      edition: dayOfText(text),
      from: dayOfText(text),
    })),
    ...(clinic === undefined ? {} : { clinic: clinic.id, zone: clinic.zone }),
  };
}

/** The values of a day for the form's own needs; of the first edition where the day lies before it. */
function valuesOf(setting: Setting, on: Day): Values {
  const protocol = knowledge.protocols[setting.protocol];
  if (protocol === undefined) throw new Error(`there is no protocol ${setting.protocol}`);
  const edition =
    editionsOn(protocol, on).at(-1)?.since ?? dayOfText(protocol.editions[0]?.since ?? "2000-01-01");
  return resolveValues(knowledge, {
    protocol: protocol.id,
    edition,
    on,
    ...(setting.clinic === undefined ? {} : { clinic: setting.clinic }),
  });
}

function lastMoment(day: Day, zone: string): At {
  return (endOf(day, zone) - 1) as At;
}
