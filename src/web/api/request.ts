/** One request to the API, and what can go wrong with it. */
import type { DecisionJson } from "../../app/decision-json.ts";
import type { Bilingual } from "../../words/words.ts";
import { attendedHeaders } from "./attended.ts";
import { connection } from "./connection.ts";
import type { Person } from "./shapes.ts";

/** An RFC 9457 problem as the API sends it. */
export interface ProblemBody {
  readonly type?: string;
  readonly status: number;
  readonly title: string;
  readonly detail?: string;
  /** The same in both languages, with what can be done about it. */
  readonly text?: Bilingual;
  readonly remedy?: Bilingual;
  /** Parts of the input that were refused, by JSON Pointer (`#/kg`). */
  readonly errors?: readonly {
    readonly pointer?: string;
    readonly detail: string;
    readonly text?: Bilingual;
  }[];
  readonly refusal?: { readonly id: string; readonly facts: Readonly<Record<string, unknown>> };
  readonly decision?: DecisionJson;
  /** Those who may be the person that was to be registered. */
  readonly patients?: readonly Person[];
}

/** The server answered, and refused. */
export class Problem extends Error {
  readonly body: ProblemBody;
  constructor(body: ProblemBody) {
    super(body.title);
    this.body = body;
  }
}

/** Told to the page where the server says that nobody is signed in any more. */
export const signedOutEvent = "isoward:signed-out";

/** No answer came. Whether what was sent was done is not known: sent again under the same key, it is done once. */
export class Unreachable extends Error {}

let changing: Promise<unknown> | undefined;

/** While one session takes the place of another: whatever else is asked meanwhile waits for the new one. */
export async function changingSession(change: () => Promise<void>): Promise<void> {
  const over = change();
  changing = over;
  try {
    await over;
  } finally {
    changing = undefined;
  }
}

interface Asked {
  readonly method?: "GET" | "POST";
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/**
 * @param path from the server's root, such as `/api/clinics`
 * @throws Problem, Unreachable
 */
export async function request<T>(path: string, asked: Asked = {}): Promise<T> {
  const answer = await answered(path, asked);
  const read: unknown = await answer.json().catch(() => undefined);
  if (answer.ok && read !== undefined) return read as T;
  throw refused(answer, read);
}

/**
 * Tells each line of an answer that is JSON a line, as it comes.
 *
 * @throws Problem, Unreachable where it ends in the middle of a line
 */
export async function requestLines(
  path: string,
  tell: (line: unknown) => void,
  asked: Asked = {},
): Promise<void> {
  const answer = await answered(path, asked);
  if (!answer.ok || answer.body === null) throw refused(answer, await answer.json().catch(() => undefined));
  let rest = "";
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    const lines = (rest + value).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) tell(JSON.parse(line));
  }
  if (rest !== "") throw new Unreachable("cut off");
}

async function answered(path: string, asked: Asked): Promise<Response> {
  const { method = "GET", body, headers = {}, signal } = asked;
  if (!path.startsWith("/api/sign-in")) await changing?.catch(() => {});
  try {
    const answer = await fetch(path, {
      method,
      headers: {
        Accept: "application/json",
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
        ...attendedHeaders(),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
    connection.back();
    return answer;
  } catch (cause) {
    if (signal?.aborted !== true) connection.lost();
    throw new Unreachable("no answer", { cause });
  }
}

function refused({ status, statusText: title }: Response, read: unknown): Problem {
  const problem = isProblem(read) ? read : { status, title };
  if (problem.type === "/problems/not-signed-in") dispatchEvent(new Event(signedOutEvent));
  return new Problem(problem);
}

function isProblem(read: unknown): read is ProblemBody {
  return typeof read === "object" && read !== null && "status" in read && "title" in read;
}

/** A query string, without what is empty. */
export function withQuery(
  path: string,
  query: Readonly<Record<string, string | number | undefined>>,
): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== "") search.set(key, String(value));
  }
  return search.size === 0 ? path : `${path}?${search.toString()}`;
}

/** A part of a path that may hold anything somebody typed. */
export const part = encodeURIComponent;
