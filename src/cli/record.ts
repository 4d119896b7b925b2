/** `isoward record FACT PATIENT …`: one subcommand for each command there is, its options taken from its input. */
import { Command, InvalidArgumentError, Option } from "commander";
import { z } from "zod";
import type { AnyCommand } from "../app/commands/command.ts";
import { commands } from "../app/commands/index.ts";
import type { Role } from "../core/entry.ts";
import { commandTitle } from "../words/command-titles.ts";
import { orSay, withApi } from "./api.ts";
import { asRole, type Shared, shared } from "./options.ts";
import { sayWritten } from "./written.ts";

/** Commands with a word of their own. */
const elsewhere = new Set(["authorise-supply", "dispense-supply"]);

interface Property {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly items?: Property;
  readonly anyOf?: readonly Property[];
  readonly default?: unknown;
}

interface InputSchema {
  readonly properties?: Readonly<Record<string, Property>>;
  readonly required?: readonly string[];
}

export function recordCommand(): Command {
  const record = new Command("record")
    .description("Write down what happened to a patient, or what a clinic decided")
    .exitOverride();
  for (const one of Object.values(commands) as readonly AnyCommand[]) {
    if (!elsewhere.has(one.name)) record.addCommand(recording(one));
  }
  return record;
}

function recording(one: AnyCommand): Command {
  const schema = z.toJSONSchema(one.input, { io: "input", unrepresentable: "any" }) as InputSchema;
  const command = new Command(one.name)
    .description(commandTitle(one.name).en)
    .argument(`<${one.on}>`, one.on === "patient" ? "the patient's number" : "the clinic's id");
  const short = /^(?:record|report)-(.+)$/.exec(one.name)?.[1];
  if (short !== undefined) command.alias(short);
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const option = optionOf(optionName(name), property, schema.required?.includes(name) === true);
    if (name === "as") option.description = linkedAs;
    command.addOption(option);
  }
  const fields = Object.keys(schema.properties ?? {});
  return asRole(shared(command), one.roles).action(
    (subject: string, options: Shared & { readonly as: Role } & Readonly<Record<string, unknown>>) =>
      orSay(async () => {
        const input = Object.fromEntries(
          fields
            .map((name) => [name, options[optionName(name)]] as const)
            .filter(([, value]) => value !== undefined),
        );
        const path = `/api/${one.on}s/${encodeURIComponent(subject)}/${one.name}`;
        const answer = await withApi(options.data, (api) => api.send("POST", path, input, options.as));
        return sayWritten(answer, options);
      }),
  );
}

const linkedAs = "whose account it is (`as` in the API; here `--as` is the role you write in)";

/** `--as` is the role that every command is given in: a field of that name has another option. */
function optionName(field: string): string {
  return field === "as" ? "linkedAs" : field;
}

/** `canBecomePregnant` is `--can-become-pregnant`; a yes or no is `--x` or `--x false`; what has parts is JSON. */
function optionOf(name: string, property: Property, required: boolean): Option {
  const flag = `--${name.replaceAll(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)}`;
  const kind = property.anyOf?.find(({ type }) => type === "string")?.type ?? property.type;
  const option = (() => {
    switch (kind) {
      case "boolean":
        return new Option(`${flag} [yes-or-no]`).preset(true).argParser(yesOrNo);
      case "number":
      case "integer":
        return new Option(`${flag} <number>`).argParser(aNumber);
      case "array": {
        if (property.items?.type === "object") return new Option(`${flag} <json>`).argParser(jsonList);
        const list = new Option(`${flag} <one...>`);
        return property.items?.enum === undefined ? list : list.choices([...property.items.enum]);
      }
      case "string": {
        const text = new Option(`${flag} <${name === "happened" ? "day-or-instant" : "text"}>`);
        return property.enum === undefined ? text : text.choices([...property.enum]);
      }
      case undefined:
      default:
        return new Option(`${flag} <json>`).argParser(json);
    }
  })();
  return required ? option.makeOptionMandatory() : option;
}

function yesOrNo(text: string): boolean {
  if (["true", "yes"].includes(text)) return true;
  if (["false", "no"].includes(text)) return false;
  throw new InvalidArgumentError("Write yes or no.");
}

function aNumber(text: string): number {
  const read = Number(text);
  if (text.trim() === "" || !Number.isFinite(read)) throw new InvalidArgumentError("Write a number.");
  return read;
}

function jsonList(text: string): unknown {
  const read = json(text);
  if (Array.isArray(read)) return read;
  throw new InvalidArgumentError('Write a JSON list, such as [{"analyte": "alt", …}].');
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InvalidArgumentError('Write JSON, such as {"kg": 54.2}.');
  }
}
