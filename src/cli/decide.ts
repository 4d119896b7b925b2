/** `isoward decide supply FILE...` */
import { Command, InvalidArgumentError, Option } from "commander";
import { decideOrders, type When, zoneOf } from "../app/decide-supply.ts";
import { accountJson, decisionJson } from "../app/decision-json.ts";
import { type History, readHistory } from "../app/history.ts";
import { readKnowledge } from "../app/knowledge-files.ts";
import type { FileProblem } from "../app/record-file.ts";
import { type At, type Day, dayOf, dayText, parseAt, parseDay } from "../core/calendar.ts";
import type { Verdict } from "../core/finding.ts";
import { worse } from "../core/finding.ts";
import { NotDecidable } from "../core/judge.ts";
import type { Knowledge } from "../core/knowledge/schema.ts";
import type { SupplyQuestion } from "../core/question.ts";
import type { Setting } from "../core/setting.ts";
import type { Language } from "../words/words.ts";
import { accountText } from "./account-text.ts";
import { decisionText } from "./decision-text.ts";

const exitStatus: { readonly [V in Verdict]: number } = { pass: 0, advise: 0, ask: 10, wait: 11, stop: 12 };

interface Options {
  readonly protocol?: string;
  readonly on?: Day;
  readonly at?: At;
  readonly clinic?: string;
  readonly order?: string;
  readonly patient?: string;
  readonly product?: string;
  readonly capsuleMg?: number;
  readonly dailyMg?: number;
  readonly dosesPerDay?: number;
  readonly days?: number;
  readonly confirmEdition?: readonly Day[];
  readonly lang: Language;
  readonly json: boolean;
  readonly account: boolean;
}

export function decideCommand(): Command {
  const supply = new Command("supply")
    .description("May this supply be prescribed now?")
    .argument("<file...>", "FHIR R4 Bundle, folder of FHIR resources, or Isoward record (YAML or JSON)")
    .option("--protocol <id>", "protocol to decide under (a clinic brings its own)")
    .option(
      "--on <day>",
      "day, YYYY-MM-DD; the worse of its first and last minute counts (default: today)",
      dayOption,
    )
    .option("--at <instant>", "instant with an offset, in place of --on", instantOption)
    .option("--clinic <id>", "clinic whose house rules and time zone count")
    .option("--order <id>", "judge this order only")
    .option("--patient <id>", "the patient meant, where the files hold several")
    .option("--product <id>", "propose this product, where the files hold no order")
    .option("--capsule-mg <mg>", "strength of one capsule", positiveOption)
    .option("--daily-mg <mg>", "milligrams a day", positiveOption)
    .option("--doses-per-day <n>", "doses a day", positiveOption)
    .option("--days <n>", "days of the supply", positiveOption)
    .option(
      "--confirm-edition <day>",
      "treat the edition that starts on this day as confirmed",
      editionOption,
    )
    .addOption(new Option("--lang <language>", "language of the answer").choices(["en", "ja"]).default("en"))
    .option("--json", "print JSON (docs/decision.schema.json)", false)
    .option("--account", "say what became of each FHIR resource", false)
    .exitOverride()
    .action((files: string[], options: Options) => {
      process.exitCode = decide(files, options);
    });
  return new Command("decide").description("Decide a question").exitOverride().addCommand(supply);
}

function decide(files: readonly string[], options: Options): number {
  const knowledge = readKnowledge();
  const setting = settingOf(options, knowledge);
  if ("says" in setting) return refuse([setting]);
  const history = readHistory(files, knowledge, { patient: options.patient });
  if ("problems" in history) return refuse(history.problems);
  const orders = ordersOf(options, history, knowledge);
  if ("says" in orders) return refuse([orders]);
  const when = whenOf(options, setting, knowledge);
  if ("says" in when) return refuse([when]);

  try {
    const decisions = decideOrders(orders, history, setting, when, knowledge);
    if (options.json) {
      const account = options.account ? { account: accountJson(history.account) } : {};
      const json = decisions.map((decision) => ({ ...decisionJson(decision, knowledge), ...account }));
      console.log(JSON.stringify(json.length === 1 ? json[0] : { decisions: json }, null, 2));
    } else {
      if (history.account.length > 0)
        console.log(accountText(history.account, options.lang, options.account));
      for (const decision of decisions) console.log(decisionText(decision, knowledge, options.lang));
    }
    return exitStatus[decisions.map(({ verdict }) => verdict).reduce(worse, "pass")];
  } catch (cause) {
    if (!(cause instanceof NotDecidable)) throw cause;
    return refuse([{ file: "decide", says: cause.message, remedy: cause.remedy }]);
  }
}

function settingOf(options: Options, knowledge: Knowledge): Setting | FileProblem {
  const clinic = options.clinic === undefined ? undefined : knowledge.clinics[options.clinic];
  if (options.clinic !== undefined && clinic === undefined) {
    return unknown("clinic", options.clinic, Object.keys(knowledge.clinics));
  }
  const usable = Object.values(knowledge.protocols).filter((protocol) => protocol.usable);
  const protocol = options.protocol ?? clinic?.on;
  if (protocol === undefined) {
    return {
      file: "--protocol",
      says: "no protocol is named",
      remedy: `choose one of ${usable.map(({ id }) => id).join(", ")}, or a --clinic`,
    };
  }
  const known = usable.find(({ id }) => id === protocol);
  if (known === undefined)
    return unknown(
      "protocol",
      protocol,
      usable.map(({ id }) => id),
    );
  const confirmedEditions = [];
  for (const edition of options.confirmEdition ?? []) {
    const exists = known.editions.some(({ since }) => since === dayText(edition));
    if (!exists)
      return unknown(
        "confirm-edition",
        dayText(edition),
        known.editions.map(({ since }) => since),
      );
    confirmedEditions.push({ protocol, edition, from: edition });
  }
  return {
    protocol,
    confirmedEditions,
    ...(clinic === undefined ? {} : { clinic: clinic.id, zone: clinic.zone }),
  };
}

function ordersOf(options: Options, history: History, knowledge: Knowledge): SupplyQuestion[] | FileProblem {
  const { product, capsuleMg, dailyMg, dosesPerDay, days } = options;
  const proposes = product !== undefined || dailyMg !== undefined || days !== undefined;
  if (options.order !== undefined) {
    const chosen = history.orders.filter(({ order }) => order === options.order);
    return chosen.length > 0
      ? chosen
      : unknown(
          "order",
          options.order,
          history.orders.map(({ order }) => order ?? "?"),
        );
  }
  if (history.orders.length > 0) {
    return proposes
      ? {
          file: "--product, --daily-mg, --days",
          says: "the files hold isotretinoin orders already, so there is nothing to propose",
          remedy: `leave the proposal out, or pick an order with --order: ${history.orders.map(({ order }) => order).join(", ")}`,
        }
      : [...history.orders];
  }
  if (!proposes) {
    return {
      file: "orders",
      says: "the files hold no active or draft isotretinoin order",
      remedy: "propose a supply with --product, --daily-mg, --doses-per-day and --days",
    };
  }
  const known = product === undefined ? undefined : knowledge.products[product];
  if (product !== undefined && known === undefined)
    return unknown("product", product, Object.keys(knowledge.products));
  const mg = capsuleMg ?? strengthFor(known?.strengthsMg ?? [], dailyMg, dosesPerDay ?? 1);
  const optional = {
    ...(product === undefined ? {} : { product }),
    ...(mg === undefined ? {} : { capsuleMg: mg }),
    ...(dailyMg === undefined ? {} : { dailyMg }),
    ...(dosesPerDay === undefined ? {} : { dosesPerDay }),
    ...(days === undefined ? {} : { days }),
  };
  return [{ ...optional, refills: 0 }];
}

/** The largest capsule of which a whole number makes each dose. */
function strengthFor(
  strengthsMg: readonly number[],
  dailyMg: number | undefined,
  doses: number,
): number | undefined {
  if (dailyMg === undefined) return undefined;
  return strengthsMg.toSorted((a, b) => b - a).find((mg) => (dailyMg / doses) % mg === 0);
}

function whenOf(options: Options, setting: Setting, knowledge: Knowledge): When | FileProblem {
  if (options.at !== undefined && options.on !== undefined) {
    return { file: "--on, --at", says: "both a day and an instant are given", remedy: "give one of them" };
  }
  if (options.at !== undefined) return { at: options.at };
  return { on: options.on ?? dayOf(Date.now() as At, zoneOf(setting, knowledge)) };
}

function unknown(what: string, given: string, known: readonly string[]): FileProblem {
  return {
    file: `--${what}`,
    says: `there is no ${what} "${given}"`,
    remedy: known.length === 0 ? "there is none to choose from" : `choose one of ${known.join(", ")}`,
  };
}

function refuse(problems: readonly FileProblem[]): number {
  for (const { file, line, says, remedy } of problems) {
    console.error(`isoward: ${file}${line === undefined ? "" : `:${line}`}: ${says}\n  → ${remedy}`);
  }
  return 2;
}

function dayOption(text: string): Day {
  const read = parseDay(text);
  if (read === undefined)
    throw new InvalidArgumentError("Write a calendar day as YYYY-MM-DD, such as 2026-11-20.");
  return read;
}

function editionOption(text: string, before: readonly Day[] = []): Day[] {
  return [...before, dayOption(text)];
}

function instantOption(text: string): At {
  const read = parseAt(text);
  if (read === undefined) {
    throw new InvalidArgumentError("Write an instant with its offset, such as 2026-11-20T09:30:00+09:00.");
  }
  return read;
}

function positiveOption(text: string): number {
  const read = Number(text);
  if (!Number.isFinite(read) || read <= 0) throw new InvalidArgumentError("Write a number above zero.");
  return read;
}
