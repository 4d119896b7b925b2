#!/usr/bin/env node
/** `isoward`: the command line. One command a file; commander reads the arguments. */
import { Command, CommanderError } from "commander";
import { decideCommand } from "./decide.ts";
import { goldenCommand } from "./golden.ts";
import { serveCommand } from "./serve.ts";

const program = new Command("isoward")
  .description(
    "Isotretinoin treatment of acne, run safely: what may happen now, why, from which source, whose turn it is.",
  )
  .addHelpText(
    "after",
    "\nIsoward supports the decisions of licensed prescribers; it never prescribes by itself.\n" +
      "Exit status of a decision: 0 pass, 10 ask, 11 wait, 12 stop (the worst of several), 2 bad input.",
  )
  .exitOverride()
  .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, "isoward: ")) });

program.addCommand(decideCommand());
program.addCommand(serveCommand());
program.addCommand(goldenCommand());

try {
  await program.parseAsync();
} catch (cause) {
  if (!(cause instanceof CommanderError)) throw cause;
  process.exitCode = cause.exitCode === 0 ? 0 : 2;
}
