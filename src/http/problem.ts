/** Turns what went wrong into RFC 9457 problems. Nothing else knows both the application's results and HTTP. */
import { randomUUID } from "node:crypto";
import { decisionJson } from "../app/decision-json.ts";
import type { InputProblem, Result } from "../app/execute.ts";
import { factsJson } from "../app/facts-json.ts";
import { shownDecision } from "../app/shown-decision.ts";
import { everything, type Sight } from "../app/sight.ts";
import { UnreadableRecord } from "../app/unreadable.ts";
import type { Decision } from "../core/decide.ts";
import { NotDecidable } from "../core/judge.ts";
import type { Knowledge } from "../core/knowledge/schema.ts";
import { stepsOf } from "../core/place.ts";
import { type Refusal, type RefusalId, refuse } from "../core/refusal.ts";
import { LedgerError, type LedgerErrorCode } from "../ledger/ledger.ts";
import { renderRefusal } from "../words/refusals.ts";
import type { Bilingual, Language } from "../words/words.ts";
import { languageOf } from "./language.ts";
import { type ProblemId, problemWords } from "./problem-words.ts";
import { type Headers, text } from "./reply.ts";

/** What is wrong with a part of the input: where (a JSON Pointer into the body, or a parameter's name), and why. */
export type InputError =
  /** With `text` the detail is told in the language asked for. */
  | { readonly pointer: string; readonly detail: string; readonly text?: Bilingual }
  | { readonly parameter: string; readonly detail: string };

interface More {
  readonly errors?: readonly InputError[];
  readonly refusal?: { readonly id: RefusalId; readonly facts: Readonly<Record<string, unknown>> };
  /** The decision that refused, with its way out. */
  readonly decision?: unknown;
  /** Those who may be the person that was to be registered. */
  readonly patients?: readonly unknown[];
  /** Under which it was logged. */
  readonly id?: string;
}

/** An answer that is a problem. Handlers return it; it becomes a response when it is known who asked, and how. */
export class Problem {
  readonly type: ProblemId | RefusalId;
  readonly status: number;
  readonly title: Bilingual;
  readonly says: Bilingual;
  readonly remedy: Bilingual;
  readonly more: More;
  readonly headers: Headers;

  constructor(
    told: Pick<Problem, "type" | "status" | "title" | "says" | "remedy">,
    more: More = {},
    headers: Headers = {},
  ) {
    this.type = told.type;
    this.status = told.status;
    this.title = told.title;
    this.says = told.says;
    this.remedy = told.remedy;
    this.more = more;
    this.headers = headers;
  }
}

/** @param facts what the words of the problem leave open */
export function problem(
  id: ProblemId,
  facts: Readonly<Record<string, string | number>> = {},
  more: More = {},
  headers: Headers = {},
): Problem {
  const { status, title, text: says, remedy } = problemWords[id];
  const filled = (words: Bilingual): Bilingual => ({ en: fill(words.en, facts), ja: fill(words.ja, facts) });
  return new Problem({ type: id, status, title, says: filled(says), remedy: filled(remedy) }, more, headers);
}

function fill(words: string, facts: Readonly<Record<string, string | number>>): string {
  return words.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ""));
}

/** What a refusal is to HTTP, where it is not a conflict with the record as it stands. */
const statusOfRefusal: { readonly [R in RefusalId]?: number } = {
  "not-a-number": 400,
  "not-your-word": 403,
  "no-such-authorisation": 404,
  "unknown-patient": 404,
};

export function refusalStatus(id: RefusalId): number {
  return statusOfRefusal[id] ?? 409;
}

/** One title for every refusal of a status: what was refused, and why, is in its text. */
export function refusalTitle(status: number): Bilingual {
  return refusalTitles[status as 400] ?? refusalTitles[409];
}

const refusalTitles = {
  400: { en: "Not a number of ours", ja: "番号の形が正しくありません" },
  403: { en: "Not in this role", ja: "この役割ではできません" },
  404: { en: "Not there", ja: "見つかりません" },
  409: { en: "Not on this record", ja: "現在の記録ではできません" },
} as const;

/** Whom a refusal is told: names of medicines come from knowledge, clock times in a zone. */
export interface Told {
  readonly knowledge: Knowledge;
  readonly zone: string;
  /** What they see of a decision; all of it where left out. */
  readonly sight?: Sight;
}

interface RefusedMore {
  /** The decision that refused. */
  readonly decision?: Decision | undefined;
  readonly patients?: readonly unknown[];
  /** Where it is not the refusal's own: an unknown id in an address is an address that leads nowhere. */
  readonly status?: number;
}

/** A refusal as a problem. */
export function refused(
  refusal: Refusal,
  { knowledge, zone, sight = everything }: Told,
  more: RefusedMore = {},
): Problem {
  const { en, ja } = renderRefusal(refusal, knowledge, zone);
  const { decision, patients, status = refusalStatus(refusal.refused) } = more;
  return new Problem(
    {
      type: refusal.refused,
      status,
      title: refusalTitle(status),
      says: { en: en.says, ja: ja.says },
      remedy: { en: en.remedy, ja: ja.remedy },
    },
    {
      refusal: { id: refusal.refused, facts: factsJson(refusal.facts) },
      ...(decision === undefined
        ? {}
        : { decision: shownDecision(decisionJson(decision, knowledge), sight) }),
      ...(patients === undefined ? {} : { patients }),
    },
  );
}

/** A result of a command that did not do what was asked. */
export function notDone(result: Exclude<Result, { readonly is: "done" | "nothing" }>, told: Told): Problem {
  switch (result.is) {
    case "refused":
      return refused(result.refusal, told, { decision: result.decision });
    case "invalid":
      return doesNotFit(result.problems);
    case "moved":
      return problem("moved", { expected: result.expected, actual: result.actual });
    case "key-reused":
      return problem("key-reused", { key: result.key });
    case "unknown-patient":
      return refused(refuse("unknown-patient", { patient: result.patient }), told);
  }
}

/** @param problems where in the body, dots between the parts, and what is wrong there */
export function doesNotFit(problems: readonly InputProblem[]): Problem {
  const errors = problems
    .slice(0, mostErrors)
    .map(({ at, says }) => ({ pointer: pointerOf(at), detail: says }));
  return problem("does-not-fit", {}, { errors });
}

/** The same, where both languages have words for it. */
export function doesNotFitAsTold(
  problems: readonly { readonly at: string; readonly says: Bilingual }[],
): Problem {
  const errors = problems
    .slice(0, mostErrors)
    .map(({ at, says }) => ({ pointer: pointerOf(at), detail: says.en, text: says }));
  return problem("does-not-fit", {}, { errors });
}

/** As many as anyone reads; a body can have thousands. */
const mostErrors = 50;

/** `rows.0.analyte` as a JSON Pointer in a URL fragment, as RFC 9457 writes it: `#/rows/0/analyte`. */
function pointerOf(at: string): string {
  if (at === "input" || at === "") return "#";
  const parts = stepsOf(at).map((part) => part.replaceAll("~", "~0").replaceAll("/", "~1"));
  return `#/${parts.join("/")}`;
}

/** The store cannot be reached now, and nothing was written: later it may be. */
const away: ReadonlySet<LedgerErrorCode> = new Set<LedgerErrorCode>(["closed", "locked", "unreachable"]);

/**
 * Something that went wrong on our side. What it was goes to the log, under a number, and not to the caller.
 * @param id that of the request, where it has one
 */
export function failed(
  cause: unknown,
  log: (id: string, cause: unknown) => void,
  id: string = randomUUID(),
): Problem {
  if (cause instanceof LedgerError && cause.code === "full") return problem("store-full");
  if (cause instanceof LedgerError && away.has(cause.code)) {
    return problem("store-unavailable", {}, {}, { "Retry-After": "1" });
  }
  const inside = cause instanceof UnreadableRecord ? cause.cause : cause;
  log(id, inside);
  // No defect of ours: the server's clock is wrong, or the clinic follows what nobody publishes.
  if (inside instanceof NotDecidable) return problem("nothing-in-force", { id }, { id });
  if (cause instanceof LedgerError && cause.code === "unsure") return problem("store-unsure", { id }, { id });
  if (cause instanceof UnreadableRecord) {
    return problem("record-unreadable", { id, patient: cause.patient }, { id });
  }
  return problem(cause instanceof LedgerError ? "store-failed" : "bug", { id }, { id });
}

/** Whom a problem is told, and what they asked for. */
export interface Asked {
  readonly path: string;
  /** Their `Accept-Language`. */
  readonly language: string | undefined;
}

export function problemResponse(found: Problem, asked: Asked): Response {
  const { status, headers } = found;
  const language = languageOf(asked.language);
  const body = JSON.stringify(problemJson(found, asked));
  return text(body, "application/problem+json", { "Content-Language": language, ...headers }, status);
}

/** The body of a problem. */
export function problemJson({ type, status, title, says, remedy, more }: Problem, asked: Asked) {
  const language = languageOf(asked.language);
  return {
    type: `/problems/${type}`,
    status,
    title: title[language],
    detail: says[language],
    instance: asked.path,
    text: says,
    remedy,
    ...more,
    ...(more.errors === undefined ? {} : { errors: more.errors.map((error) => inLanguage(error, language)) }),
  };
}

function inLanguage(error: InputError, language: Language): InputError {
  return "text" in error && error.text !== undefined ? { ...error, detail: error.text[language] } : error;
}
