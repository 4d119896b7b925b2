/**
 * The command line speaks to the API: that of the server that has the practice open, or else of a practice it opens
 * itself for the moment. So a command does the same either way, and two never write to one ledger.
 */
import type { Role } from "../core/entry.ts";
import { LedgerError } from "../ledger/ledger.ts";
import { lockHolder } from "../ledger/sqlite.ts";
import { demoToken } from "./demo-session.ts";
import { placeAsSet } from "./options.ts";
import { problemLine } from "./problem-text.ts";
import { tokenFor } from "./session-file.ts";

/** An answer of the API, read. */
export interface Answer {
  readonly status: number;
  readonly ok: boolean;
  readonly body: unknown;
}

export interface Api {
  send(method: "GET" | "POST", path: string, body?: unknown, as?: Role): Promise<Answer>;
  /** Whether a running server answers. */
  readonly remote: boolean;
}

/** Gives the API of the practice of a folder to `use`, wherever its ledger is, and closes what was opened for it. */
export async function withApi<T>(
  folder: string,
  use: (api: Api) => Promise<T>,
  { retentionYears }: { readonly retentionYears?: number | undefined } = {},
): Promise<T> {
  const place = await placeAsSet(folder);
  const holder = "folder" in place ? lockHolder(place.folder) : serverSet();
  if (holder?.url !== undefined) {
    const token = tokenFor(holder.url);
    return use({ remote: true, send: sender((path, init) => asked(holder, path, init), token) });
  }
  const { openPractice } = await import("../app/open-practice.ts");
  const { apiServer } = await import("../http/api.ts");
  const practice = await openPractice(place, { retentionYears });
  try {
    const server = apiServer(practice);
    return await use({
      remote: false,
      send: sender(async (path, init) => server.request(`http://127.0.0.1${path}`, init)),
    });
  } finally {
    await practice.ledger.close();
  }
}

/** Any number of servers may write to a database, and none says there where it answers. */
function serverSet() {
  const url = process.env["ISOWARD_SERVER"];
  return url === undefined ? undefined : { url };
}

/** @throws LedgerError where the server that holds the practice does not answer, or something else answers there */
async function asked(
  { url = "", pid }: { readonly url?: string; readonly pid?: number },
  path: string,
  init: RequestInit,
): Promise<Response> {
  const remedy =
    pid === undefined
      ? "correct ISOWARD_SERVER, or leave it out to work without a server"
      : `look at process ${pid}: start the server again, or end it to work without one`;
  let response: Response;
  try {
    const { outgoing } = await import("../http/outgoing.ts");
    response = await outgoing([{ name: "own-server", origin: url }], () => {})(`${url}${path}`, init);
  } catch (cause) {
    throw new LedgerError(
      "failed",
      `the server that holds this practice does not answer at ${url}`,
      remedy,
      cause,
    );
  }
  if (/\bjson\b/.test(response.headers.get("content-type") ?? "")) return response;
  throw new LedgerError("failed", `what answers at ${url} is not the server of this practice`, remedy);
}

/** Runs an action; what stands in its way is said in one line and ends with status 2. */
export async function orSay(action: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await action();
  } catch (cause) {
    if (cause instanceof LedgerError) console.error(problemLine(cause.message, cause.remedy));
    // What the machine refuses (a folder that is a file, one that this user may not write) is no bug.
    else if (cause instanceof Error && "syscall" in cause)
      console.error(
        problemLine(cause.message, "look at that path, and whether this user may read and write there"),
      );
    else throw cause;
    process.exitCode = 2;
  }
}

function sender(
  request: (path: string, init: RequestInit) => Promise<Response>,
  token?: string,
): Api["send"] {
  return async (method, path, body, as) => {
    const ask = (by: string | undefined) =>
      request(path, {
        method,
        headers: {
          accept: "application/json",
          ...(body === undefined ? {} : { "content-type": "application/json" }),
          ...(as === undefined ? {} : { "isoward-role": as }),
          ...(by === undefined ? {} : { authorization: `Bearer ${by}` }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    let response = await ask(token);
    if (response.status === 401 && token === undefined) {
      const played = await demoToken(request, as ?? "prescriber");
      if (played !== undefined) response = await ask(played);
    }
    const text = await response.text();
    return { status: response.status, ok: response.ok, body: text === "" ? undefined : JSON.parse(text) };
  };
}
