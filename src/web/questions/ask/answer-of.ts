/** The answer to what stands in a form, worked out here in the browser. */

import type { AnswerJson } from "../../../app/questions/answer-shape.ts";
import { askOn, isProblems } from "../../../app/questions/ask.ts";
import type { GivenProblem } from "../../../app/questions/given.ts";
import { settingUnder } from "../../../app/questions/under.ts";
import type { Day } from "../../../core/calendar.ts";
import { NotDecidable } from "../../../core/judge.ts";
import type { AnyQuestion } from "../../../core/questions/index.ts";
import { knowledge } from "../../knowledge.ts";
import { type Given, toAsk } from "../given.ts";

export interface Answered {
  readonly answer: AnswerJson | undefined;
  readonly problems: readonly GivenProblem[];
  /** Why nothing can be answered for this day, in English as the core says it. */
  readonly undecidable: string | undefined;
}

export function answerOf(question: AnyQuestion, given: Given, under: string, day: Day): Answered {
  const setting = settingUnder(under, knowledge);
  if (setting === undefined) return { answer: undefined, problems: [], undecidable: under };
  try {
    const answer = askOn(question, toAsk(question.fields, given), { knowledge, setting, day });
    return isProblems(answer)
      ? { answer: undefined, problems: answer.problems, undecidable: undefined }
      : { answer, problems: [], undecidable: undefined };
  } catch (cause) {
    if (!(cause instanceof NotDecidable)) throw cause;
    return { answer: undefined, problems: [], undecidable: `${cause.message}; ${cause.remedy}` };
  }
}
