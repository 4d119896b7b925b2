/** A practice with accounts, asked without a port by somebody with a browser or without. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readKnowledge } from "../../../app/knowledge-files.ts";
import { openPractice } from "../../../app/open-practice.ts";
import { apiServer } from "../../api.ts";
import { conforms } from "../../testing/conforms.ts";
import { type AccountsOptions, openAccounts } from "../accounts.ts";
import type { AccountEvent } from "../events.ts";

const knowledge = readKnowledge();
export const origin = "http://localhost:4321";
export const goodPassword = "harbour lantern ninety";

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly cookies: readonly string[];
  // oxlint-disable-next-line typescript/no-explicit-any -- a test says what it expects in it
  readonly body: any;
}

export async function anOffice(options: Partial<AccountsOptions> = {}) {
  const folder = mkdtempSync(join(tmpdir(), "isoward-accounts-"));
  const practice = await openPractice(join(folder, "data"), { knowledge });
  const events: AccountEvent[] = [];
  const accounts = await openAccounts({
    folder: join(folder, "data"),
    onEvent: (event) => events.push(event),
    ...options,
  });
  const bugs: unknown[] = [];
  const app = apiServer(practice, { accounts, log: (_id, cause) => bugs.push(cause) });
  const base = options.publicUrl ?? origin;
  let addresses = 0;

  /** Somebody with a cookie jar, at an address of their own. */
  const browser = (more: Readonly<Record<string, string>> = {}) => {
    const jar = new Map<string, string>();
    addresses += 1;
    const address = `198.51.100.${addresses}`;
    const send = async (
      method: string,
      path: string,
      body?: unknown,
      headers: Record<string, string> = {},
    ) => {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
      const response = await app.request(
        `${base}${path}`,
        {
          method,
          headers: {
            ...(body === undefined ? {} : { "Content-Type": "application/json" }),
            ...(cookie === "" ? {} : { Cookie: cookie }),
            Origin: base,
            "Sec-Fetch-Site": "same-origin",
            ...more,
            ...headers,
          },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        },
        { incoming: { socket: { remoteAddress: address } } },
      );
      await conforms(method, path, response);
      const cookies = response.headers.getSetCookie();
      for (const one of cookies) {
        const [pair = "", ...attributes] = one.split(";");
        const at = pair.indexOf("=");
        const isGone = attributes.some((attribute) => attribute.trim().toLowerCase() === "max-age=0");
        if (isGone) jar.delete(pair.slice(0, at));
        else jar.set(pair.slice(0, at), pair.slice(at + 1));
      }
      const text = await response.text();
      return {
        status: response.status,
        headers: response.headers,
        cookies,
        body: JSON.parse(text),
      } as Answered;
    };
    return {
      jar,
      address,
      get: (path: string, headers?: Record<string, string>) => send("GET", path, undefined, headers),
      post: (path: string, body: unknown = {}, headers?: Record<string, string>) =>
        send("POST", path, body, headers),
      whoIsIn: async () => (await send("GET", "/api/sign-in")).body.signedIn,
    };
  };

  return {
    accounts,
    events,
    bugs,
    app,
    folder: join(folder, "data"),
    browser,
    /** The first administrator, in a browser of their own, signed in. */
    async administrator(password = goodPassword) {
      const own = browser();
      const token = (await accounts.firstLink(base)).split("#")[1] ?? "";
      const person = { name: "架空 礼子", email: "reiko@clinic.example" };
      const made = await own.post("/api/sign-in/link/account", { token, ...person, password });
      if (made.status !== 200) throw new Error(JSON.stringify(made.body));
      return { ...own, ...person, token, account: String(made.body.signedIn.account) };
    },
    async close() {
      await accounts.close();
      await practice.ledger.close();
      rmSync(folder, { recursive: true });
    },
  };
}

export type Office = Awaited<ReturnType<typeof anOffice>>;
export type Browser = ReturnType<Office["browser"]>;
