/** The settings as a command is given them: flags, environment, and the file that is named or lies in this folder. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { type Command, Option } from "commander";
import { z } from "zod";
import {
  optionOf,
  type SettingName,
  type SettingProblem,
  type Settings,
  secretSettings,
  settingsAndOrigins,
  settingsShape,
  variableOf,
} from "../app/settings.ts";
import { problemLine } from "./problem-text.ts";

/** Where a practice's settings are looked for when nobody names another file. */
export const usualFile = "isoward.yaml";

export interface Read {
  readonly settings: Settings;
  /** Where each that was set was set. */
  readonly origins: ReadonlyMap<string, string>;
  /** The file that was read. */
  readonly file: string | undefined;
}

/** An option for each setting, but for secrets: every user of a machine can read what a process was started with. */
export function settingOptions(command: Command): Command {
  command.option("--config <file>", `file of settings (${usualFile} in this folder, where there is one)`);
  for (const [name, shape] of Object.entries(settingsShape)) {
    if (secretSettings.has(name)) continue;
    const says = plainly(shape.description ?? "");
    if (isFlag(shape)) {
      command.option(optionOf(name), says);
      command.addOption(new Option(optionOf(name).replace("--", "--no-"), `not ${name}`).hideHelp());
    } else command.option(`${optionOf(name)} <${name}>`, says);
  }
  const hidden = [...secretSettings].map((name) => `${name} (${variableOf(name)})`).join(", ");
  return command.addHelpText(
    "after",
    `\nEvery user of a machine can read how a program was started, so these are set in the environment or the file alone:\n  ${hidden}`,
  );
}

/** @returns undefined where something is wrong: then all of it was said, and the exit status is set */
export function settingsGiven(flags: Readonly<Record<string, unknown>>): Read | undefined {
  const read = readGiven(flags);
  if (!("problems" in read)) return read;
  for (const { at, says, remedy } of read.problems) console.error(problemLine(`${at}: ${says}`, remedy));
  process.exitCode = 2;
  return undefined;
}

function readGiven(
  flags: Readonly<Record<string, unknown>>,
): Read | { readonly problems: readonly SettingProblem[] } {
  const { config, ...others } = flags;
  const named = typeof config === "string" ? config : process.env["ISOWARD_CONFIG"];
  const path = named ?? (existsSync(usualFile) ? usualFile : undefined);
  const text = path === undefined ? undefined : textOf(path);
  if (path !== undefined && text === undefined) {
    const at = config === undefined ? "ISOWARD_CONFIG" : "--config";
    const remedy = "Name a file of settings that this user may read.";
    return { problems: [{ at, says: `${path} cannot be read`, remedy }] };
  }
  const known = Object.entries(others).filter(([name]) => Object.hasOwn(settingsShape, name));
  const read = settingsAndOrigins({
    environment: process.env,
    file: path === undefined || text === undefined ? undefined : { name: path, text },
    flags: Object.fromEntries(known),
  });
  if ("problems" in read) return read;
  const { settings, origins } = read;
  // A path in a file means the same wherever the command is given.
  const whereItIs = (name: SettingName, value: string) =>
    resolve(path !== undefined && origins.get(name) === `${path}: ${name}` ? dirname(path) : "", value);
  const data = whereItIs("data", settings.data);
  const masterKeys =
    settings.masterKeys === undefined ? undefined : whereItIs("masterKeys", settings.masterKeys);
  return { settings: { ...settings, data, masterKeys }, origins, file: path };
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

function isFlag(shape: (typeof settingsShape)[SettingName]): boolean {
  const read = z.safeParse(shape, true);
  return read.success && read.data === true;
}

/** Commander's help: a sentence without its capital and full stop. */
const plainly = (sentence: string) =>
  `${sentence.charAt(0).toLowerCase()}${sentence.slice(1).replace(/\.$/, "")}`;
