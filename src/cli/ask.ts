/** `isoward may-i`, `isoward interactions` …: one command for each question, made of the question's fields. */
import { writeFileSync } from "node:fs";
import { Command, InvalidArgumentError, Option } from "commander";
import { zoneOf } from "../app/decide-supply.ts";
import { readHistory } from "../app/history.ts";
import { knowledgeAtHand } from "../app/knowledge-cache.ts";
import { allAids } from "../app/questions/all-aids.ts";
import type { AnswerJson } from "../app/questions/answer-shape.ts";
import { askOf, askOn, isProblems, type QuestionAnswer, questionNamed } from "../app/questions/ask.ts";
import { namedIn } from "../app/questions/given.ts";
import { reportAsFhir } from "../app/questions/report-fhir.ts";
import { placesToAsk, settingUnder, underUnlessSaid } from "../app/questions/under.ts";
import { type At, type Day, dayOf, dayText, endOf, parseDay, startOf } from "../core/calendar.ts";
import type { Verdict } from "../core/finding.ts";
import { NotDecidable } from "../core/judge.ts";
import type { Knowledge } from "../core/knowledge/schema.ts";
import type { Fields } from "../core/questions/fields.ts";
import type { AnyQuestion, QuestionId } from "../core/questions/index.ts";
import { report } from "../core/questions/report.ts";
import { foldRecord } from "../core/record.ts";
import { calendarFile } from "../print/calendar-file.ts";
import { questionWords } from "../words/render-question.ts";
import type { Language } from "../words/words.ts";
import { answerText } from "./answer-text.ts";
import { orSay, withApi } from "./api.ts";
import { afterHelp, argumentOf, type Label, listOf, optionsOf, optionWords } from "./ask-options.ts";
import { languageAsked, type Shared, shared } from "./options.ts";
import { problemLine, problemStatus, problemText } from "./problem-text.ts";
import { fieldLines, sayFileProblems, sayProblems } from "./question-problems.ts";
import { choiceTyped, givenBack, labelsOf, valuesTyped } from "./typed.ts";

const exitStatus: { readonly [V in Verdict]: number } = { pass: 0, advise: 0, ask: 10, wait: 11, stop: 12 };

interface Options extends Shared {
  readonly under?: string;
  readonly protocol?: string;
  readonly clinic?: string;
  readonly on?: Day;
  readonly record?: readonly string[];
  readonly patient?: string;
  readonly fhir?: boolean;
  readonly ics?: string;
  readonly list?: boolean;
  readonly [field: string]: unknown;
}

/** The command of a question. */
export function askCommand(id: QuestionId): Command {
  const question = questionNamed(id);
  if (question === undefined) throw new Error(`there is no question "${id}"`);
  const language = languageAsked();
  const words = questionWords[language][id];
  const say = optionWords[language];
  const command = new Command(id)
    .summary(words.title)
    .description(`${words.title} ${words.lead}`)
    .helpGroup(say.group);
  const { fields } = question as { readonly fields: Fields };
  const fieldWords: Readonly<Record<string, Label>> = words.fields;
  const argument = Object.keys(fields).find((name) => fields[name]?.argument === true);
  const takesFiles = question.record === "needed" && argument === undefined;
  if (argument !== undefined)
    command.addArgument(argumentOf(argument, fields[argument], fieldWords[argument]));
  if (takesFiles) command.argument("[file...]", say.record);
  for (const [name, field] of Object.entries(fields)) {
    if (name === argument) continue;
    for (const one of optionsOf(name, field, fieldWords[name], language)) command.addOption(one);
  }
  if (!takesFiles) command.option("--record <file...>", say.record);
  command
    .option("--patient <number>", say.patient)
    .option("--under <protocol-or-clinic>", `${say.under} (default: ${underUnlessSaid})`)
    .addOption(new Option("--protocol <id>").hideHelp())
    .addOption(new Option("--clinic <id>").hideHelp())
    .option("--on <day>", say.on, dayOption);
  if (listOf(fields) !== undefined) command.option("--list", say.list);
  if (id === "report") command.option("--fhir", say.fhir);
  if (id === "plan") command.option("--ics <file>", say.ics);
  return shared(command)
    .addHelpText("after", () => afterHelp(question, language))
    .action((given: unknown, options: Options) =>
      orSay(async () => {
        const own = argument !== undefined || takesFiles;
        const { chosen, words: typed } = givenBack(
          fields,
          own ? options : (given as Options),
          own ? given : [],
        );
        const files = takesFiles ? typed : (chosen.record ?? []);
        const many = Array.isArray(given);
        const input = Object.fromEntries(
          Object.keys(fields)
            .map((name) => [name, name === argument ? (many ? typed : typed[0]) : chosen[name]] as const)
            .filter(([, value]) => value !== undefined)
            .map(([name, value]) => [name, choiceTyped(fields[name], labelsOf(id, name), value)]),
        );
        if (chosen.list === true) return printList(fields, chosen.lang);
        return answer(question, input, files, chosen);
      }),
    );
}

/** Every name that the question's argument is looked up among. */
function printList(fields: Fields, language: Language): number {
  const list = listOf(fields);
  if (list === undefined) return 2;
  for (const { id, name, aliases = [] } of namedIn(list, knowledgeAtHand())) {
    const others = [name[language === "en" ? "ja" : "en"], ...aliases];
    console.log(`${id.padEnd(28)} ${name[language]}\n${" ".repeat(29)}${others.join(", ")}`);
  }
  return 0;
}

async function answer(
  question: AnyQuestion,
  given: Readonly<Record<string, unknown>>,
  files: readonly string[],
  options: Options,
): Promise<number> {
  if (options.patient !== undefined) return answerOfPatient(question, given, options.patient, options);
  const knowledge = knowledgeAtHand();
  const under = options.under ?? options.clinic ?? options.protocol ?? underUnlessSaid;
  const setting = settingUnder(under, knowledge);
  if (setting === undefined) {
    const remedy = `choose one of ${placesToAsk(knowledge).join(", ")}`;
    return sayFileProblems(
      [{ file: "--under", says: `nothing is called "${under}"`, remedy }],
      question,
      options,
    );
  }
  const zone = zoneOf(setting, knowledge);
  const now = Date.now() as At;
  const day = options.on ?? dayOf(now, zone);
  try {
    if (files.length === 0)
      return print(
        question,
        askOn(question, given, { knowledge, setting, day }, allAids),
        knowledge,
        options,
      );
    const history = readHistory(files, knowledge);
    if ("problems" in history) return sayFileProblems(history.problems, question, options);
    // A bare day counts whole: what happened on it is known.
    const at = dayOf(now, zone) === day ? now : startOf(day, zone);
    const record = foldRecord(
      history.entries,
      { at, through: (endOf(day, zone) - 1) as At, zone },
      history.undated,
    );
    if (options.fhir === true) return printFhir(reportAsFhir(given, record, knowledge), options);
    return print(
      question,
      askOf(question, given, { knowledge, setting, record }, allAids),
      knowledge,
      options,
    );
  } catch (cause) {
    if (!(cause instanceof NotDecidable)) throw cause;
    const { message: says, remedy } = cause;
    return sayFileProblems([{ file: "--under", says, remedy }], question, options);
  }
}

async function answerOfPatient(
  question: AnyQuestion,
  given: Readonly<Record<string, unknown>>,
  patient: string,
  options: Options,
): Promise<number> {
  const path = `/api/patients/${encodeURIComponent(patient)}/questions/${question.id}${options.fhir === true ? "/fhir" : ""}`;
  const { ok, body } = await withApi(options.data, (api) =>
    api.send("POST", path, valuesTyped(question.fields, given)),
  );
  if (!ok) {
    if (options.json) console.log(JSON.stringify(body, null, 2));
    else console.error(fieldLines(body, question, options.lang) ?? problemText(body, options.lang));
    return problemStatus(body);
  }
  if (options.fhir !== true) return print(question, body as AnswerJson, knowledgeAtHand(), options);
  console.log(JSON.stringify(body, null, 2));
  return 0;
}

function printFhir(bundle: ReturnType<typeof reportAsFhir>, options: Shared): number {
  if ("problems" in bundle) return sayProblems(bundle.problems, report, options);
  console.log(JSON.stringify(bundle, null, 2));
  return 0;
}

function print(
  question: AnyQuestion,
  answer: QuestionAnswer,
  knowledge: Knowledge,
  { json, lang, ics }: Pick<Options, keyof Shared | "ics">,
): number {
  if (isProblems(answer)) return sayProblems(answer.problems, question, { json, lang });
  if (ics !== undefined) {
    const file = calendarFile(answer, lang, Date.now());
    if (file === undefined) console.error(problemLine(`--ics: ${optionWords[lang].noPlan}`));
    else writeFileSync(ics, file);
  }
  console.log(json ? JSON.stringify(answer, null, 2) : answerText(answer, knowledge, lang));
  return exitStatus[answer.verdict];
}

function dayOption(text: string): Day {
  const read = parseDay(text);
  if (read === undefined)
    throw new InvalidArgumentError(
      `Write a calendar day as YYYY-MM-DD, such as ${dayText(dayOf(Date.now() as At, "UTC"))}.`,
    );
  return read;
}
