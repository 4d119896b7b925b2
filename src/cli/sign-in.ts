/** `isoward sign-in` and `isoward sign-out`: the command line as somebody with an account. */
import { Command } from "commander";
import { LedgerError } from "../ledger/ledger.ts";
import { lockHolder } from "../ledger/sqlite.ts";
import { orSay } from "./api.ts";
import { asking } from "./asked-for.ts";
import { type Shared, shared } from "./options.ts";
import { problemText } from "./problem-text.ts";
import { forgetSession, keepSession, sessionFile, tokenFor } from "./session-file.ts";

interface Options extends Shared {
  readonly server?: string;
  readonly email?: string;
  readonly demo?: string;
}

const words = {
  en: {
    email: "E-mail: ",
    password: "Password: ",
    code: "Code of the authenticator app, or a recovery code: ",
    signedIn: (name: string, server: string) => `Signed in to ${server} as ${name}.`,
    kept: (file: string) => `The session is in ${file}; \`isoward sign-out\` ends it.`,
    signedOut: (server: string) => `Signed out of ${server}.`,
    nobody: (server: string) => `Nobody was signed in to ${server}.`,
  },
  ja: {
    email: "メールアドレス: ",
    password: "パスワード: ",
    code: "認証アプリのコード、または復旧コード: ",
    signedIn: (name: string, server: string) => `${name}として${server}にサインインしました。`,
    kept: (file: string) =>
      `サインインの情報は${file}にあります。終えるには \`isoward sign-out\` を使ってください。`,
    signedOut: (server: string) => `${server}からサインアウトしました。`,
    nobody: (server: string) => `${server}にはサインインしていませんでした。`,
  },
} as const;

export function signInCommand(): Command {
  return toServer(new Command("sign-in"))
    .description("Sign in to a running server by e-mail and password, for the commands that follow")
    .option("--email <address>", "the account's e-mail address; asked for where left out")
    .option("--demo <role>", "in a demo: as its person in that role")
    .action((options: Options) => orSay(() => signIn(options)));
}

export function signOutCommand(): Command {
  return toServer(new Command("sign-out"))
    .description("Sign out of a server, here and there")
    .action((options: Options) => orSay(() => signOut(options)));
}

function toServer(command: Command): Command {
  return shared(command).option("--server <url>", "the server; left out, the one that has the folder open");
}

interface Answer {
  readonly ok: boolean;
  readonly body: { readonly needs?: string; readonly signedIn?: { readonly name: string } | null };
  readonly cookies: ReadonlyMap<string, string>;
}

async function signIn({ data, lang, json, server: named, email, demo }: Options): Promise<number> {
  const server = serverOf(data, named);
  const say = words[lang];
  const terminal = asking();
  try {
    let answer: Answer;
    if (demo === undefined) {
      const address = email ?? (await terminal.plain(say.email));
      const password = await terminal.hidden(say.password);
      answer = await send(server, "/api/sign-in/password", { email: address.trim(), password });
      if (answer.ok && answer.body.needs === "code") {
        const code = (await terminal.hidden(say.code)).trim();
        const path = /^[\d\s]+$/.test(code) ? "/api/sign-in/code" : "/api/sign-in/recovery-code";
        answer = await send(server, path, { code }, { cookie: cookiesOf(answer) });
      }
    } else answer = await send(server, "/api/sign-in/demo", { role: demo });
    return finish(answer, server, { lang, json });
  } finally {
    terminal.close();
  }
}

function finish(answer: Answer, server: string, { lang, json }: Pick<Shared, "lang" | "json">): number {
  if (json) console.log(JSON.stringify(answer.body, null, 2));
  const token = [...answer.cookies].find(([name]) => name.endsWith(".session_token"))?.[1];
  const name = answer.body.signedIn?.name;
  if (!answer.ok || token === undefined || name === undefined) {
    if (!json) console.error(problemText(answer.body, lang));
    return 2;
  }
  keepSession(server, { token: decodeURIComponent(token), name });
  const say = words[lang];
  if (!json) console.log(`${say.signedIn(name, server)}\n${say.kept(sessionFile())}`);
  return 0;
}

async function signOut({ data, lang, json, server: named }: Options): Promise<number> {
  const server = serverOf(data, named);
  const token = tokenFor(server);
  const say = words[lang];
  // It is forgotten here whether the server hears of it or not.
  const was = forgetSession(server) || token !== undefined;
  if (token !== undefined) await send(server, "/api/sign-out", {}, { authorization: `Bearer ${token}` });
  if (json) console.log(JSON.stringify({ server, signedOut: was }));
  else console.log(was ? say.signedOut(server) : say.nobody(server));
  return 0;
}

/** @throws LedgerError where none is known, or where a password would travel in the open */
function serverOf(folder: string, named: string | undefined): string {
  const server = named ?? process.env["ISOWARD_SERVER"] ?? lockHolder(folder)?.url;
  if (server === undefined || !URL.canParse(server)) {
    throw new LedgerError(
      "failed",
      server === undefined ? `no server has ${folder} open` : `${server} is no address of a server`,
      "start one with `isoward serve`, or name it: --server https://isoward.example.org",
    );
  }
  const { protocol, hostname, origin } = new URL(server);
  const isHere = ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
  if (protocol !== "https:" && !isHere) {
    throw new LedgerError("failed", `a password is not sent to ${origin} in the open`, "use https://");
  }
  return origin;
}

/** @throws LedgerError where nothing answers */
async function send(
  server: string,
  path: string,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  let response: Response;
  try {
    const { outgoing } = await import("../http/outgoing.ts");
    response = await outgoing([{ name: "own-server", origin: server }], () => {})(`${server}${path}`, {
      method: "POST",
      headers: { accept: "application/json", "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
  } catch (cause) {
    throw new LedgerError("failed", `nothing answers at ${server}`, "look whether it runs there", cause);
  }
  const read = (await response.json().catch(() => ({}))) as Answer["body"];
  const cookies = response.headers.getSetCookie().map((one) => {
    const pair = one.split(";")[0] ?? "";
    return [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)] as const;
  });
  return { ok: response.ok, body: read, cookies: new Map(cookies.filter(([, value]) => value !== "")) };
}

function cookiesOf({ cookies }: Answer): string {
  return [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
}
