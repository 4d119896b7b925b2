/** `isoward register` */
import { Command, Option } from "commander";
import { staff } from "../app/commands/recording.ts";
import type { Role } from "../core/entry.ts";
import { orSay, withApi } from "./api.ts";
import { asRole, type Shared, shared } from "./options.ts";
import { problemStatus, problemText } from "./problem-text.ts";

interface Options extends Shared {
  readonly clinic: string;
  readonly name: string;
  readonly kana?: string;
  readonly birthDate: string;
  readonly gender?: string;
  readonly phone?: string;
  readonly site?: string;
  readonly notTheSameAs?: readonly string[];
  readonly as: Role;
}

export function registerCommand(): Command {
  const command = new Command("register")
    .description("Register a patient of a clinic")
    .requiredOption("--clinic <id>", "the clinic, such as tokyo-monthly")
    .requiredOption("--name <name>", "the patient's name, kept encrypted")
    .requiredOption("--birth-date <day>", "YYYY-MM-DD")
    .option("--kana <reading>", "the name's reading")
    .addOption(
      new Option("--gender <gender>", "administrative: it decides nothing").choices([
        "male",
        "female",
        "other",
        "unknown",
      ]),
    )
    .option("--phone <number>", "telephone number, kept encrypted")
    .option("--site <id>", "the clinic's site")
    .option("--not-the-same-as <patient...>", "patients who look alike and are somebody else");
  return asRole(shared(command), staff).action((options: Options) => orSay(() => run(options)));
}

async function run(options: Options): Promise<number> {
  const { clinic, data, lang, json, as, name, kana, birthDate, gender, phone, site, notTheSameAs } = options;
  const input = Object.fromEntries(
    Object.entries({ name, kana, birthDate, gender, phone, notTheSameAs }).filter(
      ([, value]) => value !== undefined,
    ),
  );
  const query = site === undefined ? "" : `?site=${encodeURIComponent(site)}`;
  const answer = await withApi(data, (api) =>
    api.send("POST", `/api/clinics/${encodeURIComponent(clinic)}/patients${query}`, input, as),
  );
  if (json) console.log(JSON.stringify(answer.body, null, 2));
  if (!answer.ok) {
    if (!json) console.error(problemText(answer.body, lang));
    return problemStatus(answer.body);
  }
  if (!json) console.log((answer.body as { readonly patient: string }).patient);
  return 0;
}
