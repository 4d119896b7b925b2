/** A plan as a calendar file: of what was told, or of a patient; no name goes into it. */
import { z } from "zod";
import type { AnswerJson } from "../../app/questions/answer-shape.ts";
import { inputSchema } from "../../app/questions/input-schema.ts";
import { plan } from "../../core/questions/plan/plan.ts";
import { calendarFile } from "../../print/calendar-file.ts";
import { type Language, languages } from "../../words/words.ts";
import { doesNotFit, type Problem } from "../problem.ts";
import { text } from "../reply.ts";
import { type Api, type Route, route } from "../route.ts";
import { askOfPatient, askWithoutPatient, surroundings } from "./questions.ts";

const query = z.strictObject({
  lang: z.enum(languages).default("en").describe("The language of the events."),
});

const answers = {
  200: {
    says: "All-day events: visits with their supplies, tests, the last capsule, the end of the month after it.",
    type: "text/calendar; charset=utf-8",
    schema: z.string(),
    example: "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n",
  },
} as const satisfies Route["answers"];

export const planCalendarRoutes: readonly Route[] = [
  route({
    method: "post",
    path: "/api/questions/plan/calendar",
    operationId: "exportPlanCalendar",
    access: "open",
    tag: "Questions",
    summary: "A planned course as a calendar file",
    says: "Takes what the question `plan` takes; a plan past a limit is refused. Nothing asked is kept.",
    query,
    body: { schema: inputSchema(plan).extend(surroundings), example: plan.example },
    answers,
    problems: [],
    handle: (c, api, { lang }) => askWithoutPatient(plan, c, api, asCalendar(lang, api)),
  }),
  route({
    method: "post",
    path: "/api/patients/{patient}/questions/plan/calendar",
    operationId: "exportPlanCalendarOfPatient",
    access: { doing: "ask-of-patient", of: "patient" },
    tag: "Questions",
    summary: "A planned course of a patient as a calendar file",
    says: "Takes what the question `plan` takes; a plan past a limit is refused. The file names nobody.",
    query,
    body: { schema: inputSchema(plan, false), example: plan.example },
    answers,
    problems: [],
    notFound: true,
    handle: (c, api, { lang }) => askOfPatient(plan, c, api, asCalendar(lang, api)),
  }),
];

function asCalendar(language: Language, { practice }: Api) {
  return (answer: AnswerJson): Response | Problem => {
    const file = calendarFile(answer, language, practice.now());
    return file === undefined
      ? doesNotFit([{ at: "", says: answer.headline.text.en }])
      : text(file, "text/calendar; charset=utf-8", {
          "Content-Disposition": 'attachment; filename="plan.ics"',
        });
  };
}
