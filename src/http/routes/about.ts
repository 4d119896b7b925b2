/** What describes the API: its OpenAPI document, and a page for each problem. */
import { z } from "zod";
import type { RefusalId } from "../../core/refusal.ts";
import { refusals } from "../../words/en/refusals.ts";
import { type Bilingual, languages } from "../../words/words.ts";
import { examples } from "../openapi/examples.ts";
import { problem, refusalStatus, refusalTitle } from "../problem.ts";
import { type ProblemId, problemWords } from "../problem-words.ts";
import { text } from "../reply.ts";
import { type Route, route } from "../route.ts";

export const aboutRoutes: readonly Route[] = [
  route({
    method: "get",
    path: "/openapi.json",
    operationId: "readDescription",
    access: "open",
    tag: "About",
    summary: "This description",
    answers: {
      200: {
        says: "OpenAPI 3.1.",
        schema: z.looseObject({ openapi: z.string() }),
        example: { openapi: "3.1.1" },
      },
    },
    problems: [],
    handle: (_c, { description }) => text(description(), "application/json"),
  }),
  route({
    method: "get",
    path: "/problems/{problem}",
    operationId: "readProblem",
    access: "open",
    tag: "About",
    summary: "What a kind of problem is, in both languages",
    answers: {
      200: {
        says: "A short text.",
        type: "text/plain; charset=utf-8",
        schema: z.string(),
        example: examples.problemPage,
      },
    },
    problems: ["unknown-problem"],
    handle(c) {
      const page = problemPage(c.req.param("problem") ?? "");
      return page === undefined ? problem("unknown-problem") : text(page, "text/plain; charset=utf-8");
    },
  }),
];

/** Every reason the application has to refuse. */
export const refusalIds = Object.keys(refusals) as readonly RefusalId[];

/** The page of a problem; undefined where there is none of that name. */
export function problemPage(id: string): string | undefined {
  const refusal = refusalIds.find((known) => known === id);
  if (refusal !== undefined) {
    const status = refusalStatus(refusal);
    return pageOf(id, status, refusalTitle(status), refusedWords);
  }
  if (!Object.hasOwn(problemWords, id)) return undefined;
  const { status, title, text: says, remedy } = problemWords[id as ProblemId];
  return pageOf(id, status, title, {
    en: `${says.en}\n${remedy.en}`,
    ja: `${says.ja}\n${remedy.ja}`,
  });
}

const refusedWords: Bilingual = {
  en: "The request was understood, and the rules or the record speak against it. Nothing was written.\nThe problem's text says why, and what would be right.",
  ja: "要求は理解されましたが、規則または記録により受け付けられませんでした。何も書き込んでいません。\n理由と正しい方法は、この問題の `text` と `remedy` にあります。",
};

function pageOf(id: string, status: number, title: Bilingual, words: Bilingual): string {
  const parts = languages.map(
    (language) => `${title[language]}\n${words[language].replaceAll(/\{(\w+)\}/g, "<$1>")}\n`,
  );
  return [`${id} (${status})\n`, ...parts].join("\n");
}
