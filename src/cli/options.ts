/** Options that several commands share. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { type Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { type Place, placeOf } from "../app/place.ts";
import type { Role } from "../core/entry.ts";
import { roles } from "../core/vocabulary.ts";
import type { Language } from "../words/words.ts";

export interface Shared {
  readonly data: string;
  readonly lang: Language;
  readonly json: boolean;
}

/** `--data`, `--lang` and `--json`. */
export function shared(command: Command): Command {
  return languageOption(
    command.option(
      "--data <folder>",
      "folder of the practice (as set by ISOWARD_DATA or isoward.yaml, else ./data)",
      (text) => resolve(text),
    ),
  )
    .option("--json", "print JSON", false)
    .hook("preAction", async (_, action) => {
      if (action.getOptionValue("data") === undefined) action.setOptionValue("data", await folderAsSet());
    })
    .exitOverride();
}

/** From here on what is made is its owner's to read alone: keys and records in files. */
export function ownerOnly(): void {
  process.umask(0o077);
}

/** `--lang`. */
export function languageOption(command: Command): Command {
  return command.addOption(
    new Option("--lang <language>", "language of the answer").choices(["en", "ja"]).default("en"),
  );
}

/**
 * The folder that a server would take here. Settings are read only where there are any: most commands are over by then.
 * @throws CommanderError once all that is wrong with them was said
 */
async function folderAsSet(): Promise<string> {
  const isSet = process.env["ISOWARD_DATA"] ?? process.env["ISOWARD_CONFIG"] ?? existsSync("isoward.yaml");
  if (isSet === false) return resolve("data");
  const { settingsGiven } = await import("./settings-given.ts");
  const read = settingsGiven({});
  if (read === undefined) throw new CommanderError(2, "isoward.settings", "");
  return read.settings.data;
}

/**
 * Where the ledger of a practice's folder is, as a server would take it here: in the folder, or in the database that the
 * settings name.
 * @throws CommanderError once all that is wrong with the settings was said
 */
export async function placeAsSet(data: string): Promise<Place> {
  const set = ["ISOWARD_DATABASE", "ISOWARD_MASTER_KEYS", "ISOWARD_CONFIG"].some(
    (name) => process.env[name] !== undefined,
  );
  if (!set && !existsSync("isoward.yaml")) return { folder: data };
  const { settingsGiven } = await import("./settings-given.ts");
  const read = settingsGiven({ data });
  if (read === undefined) throw new CommanderError(2, "isoward.settings", "");
  return placeOf(read.settings);
}

/** `--as`: in which role somebody writes. Without a server nobody vouches for it, and the record says so. */
export function asRole(command: Command, of: readonly Role[]): Command {
  const [only, ...others] = of;
  const option = new Option(
    "--as <role>",
    "role you write in; where no server is running, recorded as not authenticated",
  ).choices(of.length === 0 ? roles.filter((role) => role !== "unknown") : of);
  if (only !== undefined && others.length === 0) option.default(only);
  else option.makeOptionMandatory();
  return command.addOption(option);
}

/** The language help is read in: `--lang`, else that of the terminal. */
export function languageAsked(
  given: readonly string[] = process.argv,
  terminal = process.env["LC_ALL"] ?? process.env["LANG"] ?? "",
): Language {
  const at = given.indexOf("--lang");
  const asked = at >= 0 ? given[at + 1] : given.find((one) => one.startsWith("--lang="))?.slice(7);
  return (asked ?? terminal.slice(0, 2)) === "ja" ? "ja" : "en";
}

export function wholeNumber(text: string): number {
  const read = Number(text);
  if (!Number.isInteger(read) || read <= 0)
    throw new InvalidArgumentError("Write a whole number above zero.");
  return read;
}

export function aboveZero(text: string): number {
  const read = Number(text);
  if (!Number.isFinite(read) || read <= 0) throw new InvalidArgumentError("Write a number above zero.");
  return read;
}
