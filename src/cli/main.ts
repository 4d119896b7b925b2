#!/usr/bin/env node
/** `isoward`: the command line. One command a file; commander reads the arguments. */
import { Command, CommanderError } from "commander";
import packageJson from "../../package.json" with { type: "json" };
import { questionNames } from "../core/questions/names.ts";
import { languageAsked } from "./options.ts";

/** Only the command that is asked for is loaded: `isoward serve` should not wait for what `decide` needs. */
const commandsByName: { readonly [name: string]: () => Promise<Command> } = {
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

const program = new Command("isoward")
  .version(packageJson.version, "-v, --version", "which Isoward this is")
  .description(
    "Isotretinoin treatment of acne, run safely: what may happen now, why, from which source, whose turn it is.",
  )
  .addHelpText(
    "after",
    "\nIsoward supports the decisions of licensed prescribers; it never prescribes by itself.\n" +
      "Exit status: 0 done or pass; 10 ask, 11 wait, 12 stop (the worst of several); 3 refused; 2 bad input.",
  )
  .exitOverride();

/** Whoever reads JSON reads what is wrong as JSON too: the problem that the API would answer. */
const wantsJson = process.argv.includes("--json");

const asked = commandsByName[process.argv[2] ?? ""];
const wanted = asked === undefined ? Object.values(commandsByName) : [asked];
for (const load of wanted) program.addCommand(await load());
sayMistakesAlike(program);

// Whoever reads the first lines alone (`| head`) has read enough.
process.stdout.on("error", (cause: NodeJS.ErrnoException) => {
  if (cause.code !== "EPIPE") throw cause;
  process.exit();
});

try {
  await program.parseAsync();
} catch (cause) {
  if (cause instanceof Error && cause.name === "KnowledgeDoesNotLoad") {
    console.error(`isoward: ${cause.message}`);
    process.exitCode = 2;
  } else if (cause instanceof CommanderError) {
    process.exitCode = cause.exitCode === 0 ? 0 : 2;
    if (process.exitCode === 2 && wantsJson) await printMistake(cause.message.replace(/^error: /, ""));
  } else throw cause;
}

/** Every command, whatever its depth, says what is wrong with its arguments in the same way. */
function sayMistakesAlike(command: Command): void {
  command.exitOverride();
  command.configureOutput({
    outputError: (text, write) => {
      if (!wantsJson) write(text.replace(/^error: /, "isoward: "));
    },
  });
  for (const one of command.commands) sayMistakesAlike(one);
}

async function printMistake(says: string): Promise<void> {
  const { problem, problemJson } = await import("../http/problem.ts");
  const found = problem("does-not-fit", {}, { errors: [{ parameter: process.argv[2] ?? "", detail: says }] });
  const told = { path: `/${process.argv[2] ?? ""}`, language: languageAsked() };
  console.log(JSON.stringify(problemJson(found, told), null, 2));
}
