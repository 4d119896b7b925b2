/** Every command of `isoward`, by name, as the help lists them. */
import type { Command } from "commander";
import { questionNames } from "../core/questions/names.ts";

/** Only the command that is asked for is loaded: `isoward serve` should not wait for what `decide` needs. */
export const commandsByName: { readonly [name: string]: () => Promise<Command> } = {
  serve: async () => (await import("./serve.ts")).serveCommand(),
  settings: async () => (await import("./settings.ts")).settingsCommand(),
  register: async () => (await import("./register.ts")).registerCommand(),
  record: async () => (await import("./record.ts")).recordCommand(),
  authorise: async () => (await import("./authorise.ts")).authoriseCommand(),
  dispense: async () => (await import("./dispense.ts")).dispenseCommand(),
  history: async () => (await import("./history.ts")).historyCommand(),
  rerun: async () => (await import("./rerun.ts")).rerunCommand(),
  import: async () => (await import("./import.ts")).importCommand(),
  decide: async () => (await import("./decide.ts")).decideCommand(),
  verify: async () => (await import("./verify.ts")).verifyCommand(),
  backup: async () => (await import("./backup.ts")).backupCommand(),
  audit: async () => (await import("./audit.ts")).auditCommand(),
  export: async () => (await import("./export.ts")).exportCommand(),
  erase: async () => (await import("./erase.ts")).eraseCommand(),
  restore: async () => (await import("./backup.ts")).restoreCommand(),
  move: async () => (await import("./move.ts")).moveCommand(),
  "downtime-sheet": async () => (await import("./downtime-sheet.ts")).downtimeSheetCommand(),
  migrate: async () => (await import("./migrate.ts")).migrateCommand(),
  "rotate-keys": async () => (await import("./rotate-keys.ts")).rotateKeysCommand(),
  "sign-in": async () => (await import("./sign-in.ts")).signInCommand(),
  "sign-out": async () => (await import("./sign-in.ts")).signOutCommand(),
  "recovery-link": async () => (await import("./recovery-link.ts")).recoveryLinkCommand(),
  protocols: async () => (await import("./protocols.ts")).protocolsCommand(),
  golden: async () => (await import("./golden.ts")).goldenCommand(),
  ...Object.fromEntries(
    questionNames.map((id) => [id, async () => (await import("./ask.ts")).askCommand(id)] as const),
  ),
};

/** What whoever runs a server gives; the others are given by those who treat, or ask. */
const ofOperation: ReadonlySet<string> = new Set([
  "serve",
  "settings",
  "rotate-keys",
  "sign-in",
  "sign-out",
  "recovery-link",
  "verify",
  "backup",
  "restore",
  "migrate",
  "move",
  "audit",
  "export",
  "erase",
  "downtime-sheet",
]);

/** A command, under its heading in the list of all. */
export async function loaded(name: string): Promise<Command | undefined> {
  if (!Object.hasOwn(commandsByName, name)) return undefined;
  const command = await commandsByName[name]?.();
  return ofOperation.has(name) ? command?.helpGroup("Running it (docs/operations.md):") : command;
}
