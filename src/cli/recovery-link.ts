/**
 * `isoward recovery-link ACCOUNT`: a way back into an account, made by whoever runs the server's machine: for the last
 * administrator, for whom nobody else can make one. It works beside a running server too.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { AuditTrail } from "../app/audit.ts";
import { openPractice } from "../app/open-practice.ts";
import { placeOf } from "../app/place.ts";
import type { Settings } from "../app/settings.ts";
import { type Accounts, type MadeLink, openAccounts } from "../http/auth/accounts.ts";
import { demoRoleOf } from "../http/auth/demo.ts";
import { accountsFile } from "../http/auth/store.ts";
import { LedgerError } from "../ledger/ledger.ts";
import { lockHolder } from "../ledger/sqlite.ts";
import { orSay } from "./api.ts";
import { ownerOnly, type Shared, shared } from "./options.ts";
import { settingsGiven } from "./settings-given.ts";

interface Options extends Shared {
  readonly server?: string;
}

const words = {
  en: {
    made: (name: string, until: string) => `A way back into the account of ${name}, once and until ${until}:`,
    does: "Whoever opens it chooses a new password. Passkeys, authenticator app and recovery codes are taken away, and every session ends.",
    written: "That it was made is in the audit trail.",
    later: "The server holds the ledger: it writes into the audit trail that it was made once it is used.",
  },
  ja: {
    made: (name: string, until: string) =>
      `${name}のアカウントに戻るためのリンクです(一度だけ、${until}まで有効):`,
    does: "開いた人が新しいパスワードを決めます。パスキー、認証アプリ、復旧コードは取り消され、すべてのサインインが終了します。",
    written: "発行したことは監査記録に残りました。",
    later:
      "台帳はサーバーが使用中です。発行したことは、リンクが使われたときにサーバーが監査記録に書き込みます。",
  },
} as const;

export function recoveryLinkCommand(): Command {
  const command = new Command("recovery-link")
    .description("Make a one-time link back into an account, on the server's own machine")
    .argument("<account>", "its e-mail address, or its number")
    .option("--server <url>", "under which the server is reached, where the settings do not say it");
  return shared(command).action((account: string, options: Options) => orSay(() => run(account, options)));
}

async function run(asked: string, { data, lang, json, server }: Options): Promise<number> {
  const settings = settingsGiven({ data })?.settings;
  if (settings === undefined) return 2;
  const { database, publicUrl } = settings;
  if (database === undefined && !existsSync(join(data, accountsFile)))
    throw new LedgerError("failed", `there are no accounts in ${data}`, "name the server's folder by --data");
  ownerOnly();
  const accounts = await openAccounts({ folder: data, database, publicUrl });
  try {
    const found = await accounts.find(asked);
    if (found === undefined || demoRoleOf(found.id) !== undefined)
      throw new LedgerError(
        "failed",
        `nobody has an account by ${asked}`,
        "give the e-mail address they sign in with",
      );
    const { made, written } = await makeFor(found.id, accounts, settings, server);
    const until = made.until.toISOString();
    if (json)
      console.log(JSON.stringify({ account: found.id, address: made.address, until, written }, null, 2));
    else {
      const say = words[lang];
      const lines = [say.made(found.name, until), made.address, say.does, written ? say.written : say.later];
      for (const line of lines) console.log(line);
    }
    return 0;
  } finally {
    await accounts.close();
  }
}

/** Makes it, and writes down that it was made, unless a server has the ledger to itself. */
async function makeFor(
  account: string,
  accounts: Accounts,
  settings: Settings,
  server: string | undefined,
): Promise<{ readonly made: MadeLink; readonly written: boolean }> {
  const holder = settings.database === undefined ? lockHolder(settings.data) : undefined;
  const origin = server ?? holder?.url ?? `http://127.0.0.1:${settings.port}`;
  if (holder !== undefined)
    return { made: await accounts.recoveryLink(account, origin, { untold: true }), written: false };
  const practice = await openPractice(placeOf(settings));
  try {
    const audit = new AuditTrail(practice);
    accounts.listen((event) => void audit.account(event).catch(() => {}));
    const made = await accounts.recoveryLink(account, origin);
    await audit.accountsNoted();
    return { made, written: true };
  } finally {
    await practice.ledger.close();
  }
}
