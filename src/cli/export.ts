/** `isoward export PATIENT`: everything that is known of somebody, in one file that is theirs. */
import { Command } from "commander";
import { orSay } from "./api.ts";
import { writeNew } from "./new-files.ts";
import { placeAsSet, type Shared, shared } from "./options.ts";
import { problemLine } from "./problem-text.ts";

interface Options extends Shared {
  readonly out?: string;
}

const words = {
  en: {
    nobody: "there is no patient",
    restricted: "the use of this record is restricted: only the patient takes it along, from their own page",
    written: (entries: number, file: string) =>
      `${entries} entries and all that stands beside them were written to ${file}.`,
  },
  ja: {
    nobody: "該当する患者がいません:",
    restricted:
      "この記録は利用が制限されています。書き出せるのは、患者さん本人が自分の画面から行う場合だけです",
    written: (entries: number, file: string) =>
      `${entries}件の記載と関連するすべてのデータを${file}に書き出しました。`,
  },
} as const;

export function exportCommand(): Command {
  const command = new Command("export")
    .description("Everything that is known of a patient, as one file that can be imported elsewhere")
    .argument("<patient>", "the patient's number")
    .option("--out <file>", "the file to write, instead of standard output");
  return shared(command).action((patient: string, options: Options) => orSay(() => run(patient, options)));
}

async function run(typed: string, { data, lang, out }: Options): Promise<number> {
  const { readPractice } = await import("../app/open-practice.ts");
  const { exportPerson } = await import("../app/person-export.ts");
  const { readRoute } = await import("../app/authorisation-number.ts");
  const { patientStream } = await import("../app/practice.ts");
  const practice = await readPractice(await placeAsSet(data));
  try {
    const patient = readRoute(typed) ?? typed;
    const { restricted } = await practice.histories.read(patientStream(patient));
    if (restricted) {
      console.error(problemLine(words[lang].restricted));
      return 3;
    }
    const file = await exportPerson(practice, patient, () => Promise.resolve(new Map<string, string>()));
    if (file === undefined) {
      console.error(problemLine(`${words[lang].nobody} "${typed}"`));
      return 2;
    }
    const text = `${JSON.stringify(file, null, 1)}\n`;
    if (out === undefined) process.stdout.write(text);
    else {
      await writeNew(out, text);
      console.log(words[lang].written(file.entries.length, out));
    }
    return 0;
  } finally {
    await practice.ledger.close();
  }
}
