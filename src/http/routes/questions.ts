/** Every question, each under its own address: asked without a patient, or of one. */
import type { Context } from "hono";
import { z } from "zod";
import { zoneOf } from "../../app/decide-supply.ts";
import { patientState } from "../../app/patient-state.ts";
import { allAids } from "../../app/questions/all-aids.ts";
import { type AnswerJson, answerShape } from "../../app/questions/answer-shape.ts";
import { askOf, askOn, isProblems, type QuestionAnswer } from "../../app/questions/ask.ts";
import { namedIn, wrongTypes } from "../../app/questions/given.ts";
import { inputSchema } from "../../app/questions/input-schema.ts";
import { reportAsFhir } from "../../app/questions/report-fhir.ts";
import { placesToAsk, settingUnder, underUnlessSaid } from "../../app/questions/under.ts";
import { dayOf, parseDay } from "../../core/calendar.ts";
import { NotDecidable } from "../../core/judge.ts";
import { choiceLists } from "../../core/questions/fields.ts";
import { type AnyQuestion, questions } from "../../core/questions/index.ts";
import { report } from "../../core/questions/report.ts";
import { questionLead, questionTitle } from "../../words/render-question.ts";
import { readJson } from "../body/body.ts";
import { examples } from "../openapi/examples.ts";
import { noteDecision } from "../operation/note.ts";
import { doesNotFit, doesNotFitAsTold, Problem, problem } from "../problem.ts";
import { json, text as plain } from "../reply.ts";
import { type Api, type Route, route } from "../route.ts";
import { operationOf } from "./commands.ts";
import { patientOf, unknownPatient } from "./given.ts";

const text = z.strictObject({ en: z.string(), ja: z.string() });
const listShape = z.strictObject({
  questions: z.array(
    z.strictObject({
      id: z.string(),
      title: text,
      lead: text,
      /** `needed`: it is about a patient's record; `helps`: a record fills in what it knows. */
      record: z.enum(["needed", "helps"]),
      fields: z.array(z.string()),
    }),
  ),
});

const choicesShape = z.strictObject({
  choices: z.array(z.strictObject({ id: z.string(), name: text, aliases: z.array(z.string()) })),
});

/** Where and when, for a question that is about nobody. */
export const surroundings = {
  under: z
    .string()
    .optional()
    .describe(`A protocol or a clinic whose rules count; ${underUnlessSaid} where left out.`),
  on: z.iso.date().optional().describe("The day it is asked for; today where left out."),
};

const answers = {
  200: { says: "The answer.", schema: answerShape, example: examples.answer },
} as const satisfies Route["answers"];

export const questionRoutes: readonly Route[] = [
  route({
    method: "get",
    path: "/api/questions",
    operationId: "listQuestions",
    access: "open",
    tag: "Questions",
    summary: "Every question that can be asked",
    answers: { 200: { says: "The questions.", schema: listShape, example: examples.questions } },
    problems: [],
    handle: () =>
      json({
        questions: questions.map(({ id, record, fields }) => ({
          id,
          title: questionTitle(id),
          lead: questionLead(id),
          record,
          fields: Object.keys(fields),
        })),
      }),
  }),
  route({
    method: "get",
    path: "/api/choices/{list}",
    operationId: "listChoices",
    access: "open",
    tag: "Questions",
    summary: "What a field of a question can choose from: ids, with their names in both languages",
    says: `A field that takes an id also takes any of the names. The lists are ${choiceLists.join(", ")}.`,
    answers: { 200: { says: "The list.", schema: choicesShape, example: examples.choices } },
    problems: ["no-such-address"],
    handle(c, { practice }) {
      const list = choiceLists.find((one) => one === c.req.param("list"));
      if (list === undefined) return problem("no-such-address");
      const choices = namedIn(list, practice.knowledge).map(({ id, name, aliases = [] }) => ({
        id,
        name,
        aliases: [...aliases],
      }));
      return json({ choices });
    },
  }),
  route({
    method: "post",
    path: "/api/patients/{patient}/questions/report/fhir",
    operationId: "exportReport",
    access: { doing: "ask-of-patient", of: "patient" },
    tag: "Questions",
    summary: "A report of a pregnancy exposure or an adverse event as FHIR R4",
    says: "A collection with the event, the person without name or number, the medicine and the tests. Nothing is sent anywhere.",
    body: { schema: inputSchema(report), example: report.example },
    answers: {
      200: {
        says: "The bundle.",
        type: "application/fhir+json",
        schema: z.looseObject({ resourceType: z.literal("Bundle") }),
        example: { resourceType: "Bundle", type: "collection" },
      },
    },
    problems: [],
    notFound: true,
    async handle(c, api) {
      const patient = patientOf(c, api);
      if (patient instanceof Problem) return patient;
      const body = await readJson(c);
      if (body instanceof Problem) return body;
      const state = await patientState(api.practice, patient);
      if (state === undefined) return unknownPatient(patient, api);
      const bundle = reportAsFhir(body.value, state.record, api.practice.knowledge);
      return "problems" in bundle
        ? doesNotFitAsTold(bundle.problems)
        : plain(JSON.stringify(bundle), "application/fhir+json");
    },
  }),
  ...questions.flatMap((question) => [withoutPatient(question), ofPatient(question)]),
];

function withoutPatient(question: AnyQuestion): Route {
  const { id, example } = question;
  return route({
    method: "post",
    path: `/api/questions/${id}`,
    operationId: operationOf(`ask-${id}`),
    access: "open",
    tag: "Questions",
    summary: questionTitle(id).en,
    says: `${questionLead(id).en} It is about nobody; nothing asked is kept.`,
    body: { schema: inputSchema(question).extend(surroundings), example },
    answers,
    problems: [],
    handle: (c, api) => askWithoutPatient(question, c, api),
  });
}

/** @param write what becomes of the answer */
export async function askWithoutPatient(
  question: AnyQuestion,
  c: Context,
  api: Api,
  write: Write = json,
): Promise<Response | Problem> {
  const body = await readJson(c);
  if (body instanceof Problem) return body;
  const fields = fieldsOf(body.value);
  if (fields === undefined) return doesNotFit([{ at: "", says: "fields by name are wanted here" }]);
  const { under, on, ...given } = fields;
  const { knowledge, now } = api.practice;
  const setting = settingUnder(typeof under === "string" ? under : underUnlessSaid, knowledge);
  if (setting === undefined || (under !== undefined && typeof under !== "string")) {
    return doesNotFit([{ at: "under", says: `one of ${placesToAsk(knowledge).join(", ")}` }]);
  }
  const day =
    on === undefined
      ? dayOf(now(), zoneOf(setting, knowledge))
      : typeof on === "string"
        ? parseDay(on)
        : undefined;
  if (day === undefined) return doesNotFit([{ at: "on", says: "a calendar day, such as 2026-11-22" }]);
  return answered(
    c,
    question,
    given,
    () => askOn(question, given, { knowledge, setting, day }, allAids),
    write,
  );
}

type Write = (answer: AnswerJson) => Response | Problem;

function ofPatient(question: AnyQuestion): Route {
  const { id, example } = question;
  return route({
    method: "post",
    path: `/api/patients/{patient}/questions/${id}`,
    operationId: operationOf(`ask-${id}-of-patient`),
    access: { doing: "ask-of-patient", of: "patient" },
    tag: "Questions",
    summary: `${questionTitle(id).en} Of a patient`,
    says: `${questionLead(id).en} What the record knows of the fields need not be given; that stands in \`asked\`.`,
    body: { schema: inputSchema(question, false), example },
    answers,
    problems: [],
    notFound: true,
    handle: (c, api) => askOfPatient(question, c, api),
  });
}

/** @param write what becomes of the answer */
export async function askOfPatient(
  question: AnyQuestion,
  c: Context,
  api: Api,
  write: Write = json,
): Promise<Response | Problem> {
  const patient = patientOf(c, api);
  if (patient instanceof Problem) return patient;
  const body = await readJson(c);
  if (body instanceof Problem) return body;
  const state = await patientState(api.practice, patient);
  if (state === undefined) return unknownPatient(patient, api);
  const { knowledge } = api.practice;
  return answered(
    c,
    question,
    body.value,
    () => askOf(question, body.value, { knowledge, setting: state.setting, record: state.record }, allAids),
    write,
  );
}

function fieldsOf(value: unknown): { readonly [name: string]: unknown } | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : undefined;
}

function answered(
  c: Context,
  question: AnyQuestion,
  given: unknown,
  ask: () => QuestionAnswer,
  write: Write,
): Response | Problem {
  const types = wrongTypes(question.fields, given);
  try {
    const answer = ask();
    const others = isProblems(answer) ? answer.problems : [];
    const wrong = [...others, ...types.filter(({ at }) => others.every((other) => other.at !== at))];
    if (isProblems(answer) || wrong.length > 0) return doesNotFitAsTold(wrong);
    noteDecision(c, question.id, answer.verdict);
    return write(answer);
  } catch (cause) {
    if (!(cause instanceof NotDecidable)) throw cause;
    return doesNotFit([{ at: "on", says: `${cause.message}: ${cause.remedy}` }]);
  }
}
