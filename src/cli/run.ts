/** One call of the command line, from its words to its exit status. One command a file; commander reads the arguments. */
import { Command, CommanderError } from "commander";
import packageJson from "../../package.json" with { type: "json" };
import { commandsByName, loaded } from "./commands.ts";
import { languageAsked } from "./options.ts";

/** Runs what `process.argv` says and leaves its status in `process.exitCode`. */
export async function run(): Promise<void> {
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

  const [, , given = ""] = process.argv;
  const asked = await loaded(given);
  const wanted = asked === undefined ? await Promise.all(Object.keys(commandsByName).map(loaded)) : [asked];
  for (const command of wanted) if (command !== undefined) program.addCommand(command);
  sayMistakesAlike(program, wantsJson);
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
}

/** Every command, whatever its depth, says what is wrong with its arguments in the same way. */
function sayMistakesAlike(command: Command, wantsJson: boolean): void {
  command.exitOverride();
  command.configureOutput({
    outputError: (text, write) => {
      if (!wantsJson) write(text.replace(/^error: /, "isoward: "));
    },
  });
  for (const one of command.commands) sayMistakesAlike(one, wantsJson);
}

async function printMistake(says: string): Promise<void> {
  const { problem, problemJson } = await import("../http/problem.ts");
  const found = problem("does-not-fit", {}, { errors: [{ parameter: process.argv[2] ?? "", detail: says }] });
  const told = { path: `/${process.argv[2] ?? ""}`, language: languageAsked() };
  console.log(JSON.stringify(problemJson(found, told), null, 2));
}
