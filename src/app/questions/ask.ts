/** Asks a question: what was given is read, what the record already says is filled in, and the answer written out. */
import type { Day } from "../../core/calendar.ts";
import type { Knowledge } from "../../core/knowledge/schema.ts";
import { askedOf, askedOn } from "../../core/questions/asked.ts";
import type { Fields } from "../../core/questions/fields.ts";
import { type AnyQuestion, type QuestionId, questions } from "../../core/questions/index.ts";
import type { Answer, Asked, Question } from "../../core/questions/question.ts";
import type { Record as PatientRecord } from "../../core/record.ts";
import type { Setting } from "../../core/setting.ts";
import type { Aids } from "./aids.ts";
import { answerJson } from "./answer-json.ts";
import type { AnswerJson } from "./answer-shape.ts";
import { type GivenProblem, readGiven } from "./given.ts";

export type QuestionAnswer = AnswerJson | { readonly problems: readonly GivenProblem[] };

/** Whether something stood in the way of an answer. */
export function isProblems(answer: QuestionAnswer): answer is Exclude<QuestionAnswer, AnswerJson> {
  return "problems" in answer;
}

/** The question of that name. */
export function questionNamed(id: string): AnyQuestion | undefined {
  return questions.find((one) => one.id === id);
}

export const questionIds: readonly QuestionId[] = questions.map(({ id }) => id);

/** Without a patient, on a day. @throws NotDecidable */
export function askOn(
  question: AnyQuestion,
  given: unknown,
  where: { readonly knowledge: Knowledge; readonly setting: Setting; readonly day: Day },
  aids: Aids,
): QuestionAnswer {
  return ask(question, given, askedOn(where.knowledge, where.setting, where.day), aids);
}

/** Of a patient, as of the record's instant. @throws NotDecidable */
export function askOf(
  question: AnyQuestion,
  given: unknown,
  where: { readonly knowledge: Knowledge; readonly setting: Setting; readonly record: PatientRecord },
  aids: Aids,
): QuestionAnswer {
  return ask(question, given, askedOf(where.knowledge, where.setting, where.record), aids);
}

function ask(question: AnyQuestion, given: unknown, surroundings: Asked, aids: Aids): QuestionAnswer {
  const { knowledge } = surroundings;
  const asked: Asked =
    aids.claims === undefined ? surroundings : { ...surroundings, findClaims: aids.claims(knowledge) };
  // Each question has its own input; whichever it is, `readGiven` has made it of that question's fields.
  const any = question as Question<string, Fields, Answer>;
  const { record } = asked;
  const fields = record === undefined ? any.fields : nothingRequired(any.fields);
  const read = readGiven(fields, given, asked.knowledge);
  if ("problems" in read) return read;
  const known = record === undefined ? {} : (any.known?.(record, asked) ?? {});
  const told = { ...known, ...read.input };
  const input = aids.units === undefined ? told : aids.units(told, knowledge);
  const missing = Object.entries(any.fields)
    .filter(([name, field]) => field.required === true && input[name] === undefined)
    .map(
      ([name]): GivenProblem => ({ at: name, says: { en: "this must be given", ja: "必ず入れてください" } }),
    );
  if (missing.length > 0) return { problems: missing };
  return answerJson(question, input, any.answer(input as never, asked), asked);
}

/** What the record may know need not be given. */
function nothingRequired(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      const { required, ...rest } = field;
      return [name, required === true ? rest : field];
    }),
  );
}
