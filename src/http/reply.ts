/** Answers of the API: JSON that nobody keeps, frames or reads from another site. */
import { nothingAllowed } from "./browser-rules.ts";

/** On every answer of the API. Plain and shared: the server writes it out without copying. */
const always = {
  "Cache-Control": "no-store",
  "Content-Security-Policy": nothingAllowed,
  "Cross-Origin-Resource-Policy": "same-origin",
  "X-Content-Type-Options": "nosniff",
} as const;

export type Headers = Readonly<Record<string, string>>;

/** An answer in JSON. */
export function json(value: unknown, headers?: Headers, status = 200): Response {
  return text(JSON.stringify(value), "application/json", headers, status);
}

/** An answer in any other type that is text, or the bytes of one. */
export function text(
  body: string | Uint8Array<ArrayBuffer>,
  type: string,
  headers?: Headers,
  status = 200,
): Response {
  return new Response(body, { status, headers: { "Content-Type": type, ...always, ...headers } });
}

/** An answer that is written while it is sent. */
export function streamed(body: ReadableStream<Uint8Array> | null, type: string, headers?: Headers): Response {
  return new Response(body, { headers: { "Content-Type": type, ...always, ...headers } });
}

/** The version of a stream as an entity tag. */
export function etag(version: number): string {
  return `"${version}"`;
}
