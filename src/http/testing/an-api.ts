/** An API over a new practice, asked without a port. Every answer is held against the description. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readKnowledge } from "../../app/knowledge-files.ts";
import { openPractice } from "../../app/open-practice.ts";
import { type At, at } from "../../core/calendar.ts";
import { apiServer } from "../api.ts";
import { conforms } from "./conforms.ts";

export interface Asking {
  readonly role?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** As it is, where it is a text or bytes; else as JSON. */
  readonly body?: unknown;
}

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  // oxlint-disable-next-line typescript/no-explicit-any -- a test says what it expects in it
  readonly body: any;
}

const knowledge = readKnowledge();

/** 20 November 2026, half past ten in Tokyo. */
export const morning = at("2026-11-20T01:30:00Z");

export async function anApi(now: () => At = () => morning) {
  const folder = mkdtempSync(join(tmpdir(), "isoward-http-"));
  const practice = await openPractice(folder, { now, knowledge });
  const bugs: unknown[] = [];
  const closing = new AbortController();
  const app = apiServer(practice, { closing: closing.signal, log: (_id, cause) => bugs.push(cause) });

  const ask = async (
    method: string,
    path: string,
    { role, headers = {}, body }: Asking = {},
  ): Promise<Answered> => {
    const isRaw = typeof body === "string" || body instanceof Uint8Array;
    const response = await app.request(path, {
      method,
      headers: {
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
        ...(role === undefined ? {} : { "Isoward-Role": role }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: isRaw ? (body as string) : JSON.stringify(body) }),
    });
    await conforms(method, path, response);
    const text = await response.text();
    const isJson = /[/+]json\b/.test(response.headers.get("content-type") ?? "");
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  };

  return {
    practice,
    app,
    bugs,
    closing,
    get: (path: string, asking?: Asking) => ask("GET", path, asking),
    post: (path: string, role: string | undefined, body?: unknown, headers: Record<string, string> = {}) =>
      ask("POST", path, { headers, body, ...(role === undefined ? {} : { role }) }),
    async close() {
      closing.abort();
      await practice.ledger.close();
      rmSync(folder, { recursive: true });
    },
  };
}

export type AnApi = Awaited<ReturnType<typeof anApi>>;
