/** The answer to what stands in a form, worked out here in the browser. */

import { zoneOf } from "../../../app/decide-supply.ts";
import type { AnswerJson } from "../../../app/questions/answer-shape.ts";
import { askOf, askOn, isProblems } from "../../../app/questions/ask.ts";
import type { GivenProblem } from "../../../app/questions/given.ts";
import { settingUnder } from "../../../app/questions/under.ts";
import { type At, type Day, endOf, lastMinuteOf } from "../../../core/calendar.ts";
import { NotDecidable } from "../../../core/judge.ts";
import type { AnyQuestion } from "../../../core/questions/index.ts";
import { foldRecord, type Record } from "../../../core/record.ts";
import type { OpenedFiles } from "../../check/patient.ts";
import { type Given, toAsk } from "../given.ts";
import type { Helped } from "./use-aids.ts";

export interface Answered {
  readonly answer: AnswerJson | undefined;
  readonly problems: readonly GivenProblem[];
  /** Why nothing can be answered for this day, in English as the core says it. */
  readonly undecidable: string | undefined;
}

/** @param opened the record that was opened here, where one was */
export function answerOf(
  question: AnyQuestion,
  given: Given,
  where: {
    readonly under: string;
    readonly day: Day;
    readonly opened: OpenedFiles | undefined;
    /** Undefined while it is fetched. */
    readonly helped: Helped | undefined;
  },
): Answered {
  const { under, day, opened, helped } = where;
  if (helped === undefined) return { answer: undefined, problems: [], undecidable: undefined };
  const { aids, knowledge } = helped;
  const setting = settingUnder(under, knowledge);
  if (setting === undefined) return { answer: undefined, problems: [], undecidable: under };
  try {
    const asked = toAsk(question.fields, given);
    const answer =
      opened === undefined
        ? askOn(question, asked, { knowledge, setting, day }, aids)
        : askOf(
            question,
            asked,
            {
              knowledge,
              setting,
              record: recordOn(opened, day, zoneOf(setting, knowledge)),
            },
            aids,
          );
    return isProblems(answer)
      ? { answer: undefined, problems: answer.problems, undecidable: undefined }
      : { answer, problems: [], undecidable: undefined };
  } catch (cause) {
    if (!(cause instanceof NotDecidable)) throw cause;
    return { answer: undefined, problems: [], undecidable: `${cause.message}; ${cause.remedy}` };
  }
}

/** The record as it stands at the end of a day. */
function recordOn({ entries, undated }: OpenedFiles, day: Day, zone: string): Record {
  const through = (endOf(day, zone) - 1) as At;
  return foldRecord(entries, { at: lastMinuteOf(day, zone), through, zone }, undated);
}
