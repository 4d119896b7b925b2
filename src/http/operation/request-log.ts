/**
 * The log of requests on standard output, one line each: what was asked for by its route, who asked by id, how it went.
 * No path, no query, no body, no name: a path may hold a patient's number.
 */
import type { Settings } from "../../app/settings.ts";
import type { Note } from "./note.ts";

/** An answer that was given. */
export interface Answered {
  readonly at: Date;
  readonly method: string;
  readonly status: number;
  readonly ms: number;
  readonly note: Note;
}

export interface RequestLog {
  add(answered: Answered): void;
  /** Writes what has gathered. */
  flush(): void;
}

/** Lines gather for so long and are written at once: a write for each would cost a busy server a tenth of its time. */
const gatherMs = 100;

export function requestLog(
  form: Settings["log"],
  write: (text: string) => void = (text) => process.stdout.write(text),
): RequestLog {
  if (form === "off") return { add: () => {}, flush: () => {} };
  const line = form === "json" ? asJson : asText;
  let gathered = "";
  let soon: NodeJS.Timeout | undefined;
  const flush = () => {
    clearTimeout(soon);
    soon = undefined;
    if (gathered !== "") write(gathered);
    gathered = "";
  };
  return {
    add(answered) {
      gathered += `${line(answered)}\n`;
      soon ??= setTimeout(flush, gatherMs).unref();
    },
    flush,
  };
}

function asJson({ at, method, status, ms, note }: Answered): string {
  const { id, route, account, role } = note;
  return JSON.stringify({ at: at.toISOString(), id, method, route, status, ms: rounded(ms), account, role });
}

function asText({ at, method, status, ms, note }: Answered): string {
  const { id, route, account = "-", role = "-" } = note;
  return `${at.toISOString()} ${method} ${route} ${status} ${rounded(ms)} ms ${account} ${role} ${id}`;
}

const rounded = (ms: number) => Math.round(ms * 10) / 10;
