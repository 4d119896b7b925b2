/** `isoward erase PATIENT`: erases what is private of somebody, for good; what stands against it is said first. */
import { createInterface } from "node:readline/promises";
import { Command, CommanderError } from "commander";
import type { ErasureProof, ErasureView } from "../app/views/erasure-shapes.ts";
import { type Answer, orSay, withApi } from "./api.ts";
import { type Shared, shared } from "./options.ts";
import { problemLine, problemStatus, problemText } from "./problem-text.ts";
import { settingsGiven } from "./settings-given.ts";

interface Options extends Shared {
  readonly confirm?: string;
}

const words = {
  en: {
    not: "This person is not erased:",
    what: (patient: string) =>
      `Names, words and documents of ${patient} will be unreadable for good, here and in every backup. What is coded stays, under the number alone.`,
    type: "Type the patient's number to erase them: ",
    unconfirmed: "nothing was erased: give the patient's number with --confirm",
    done: "Erased. The proof, to be kept:",
    before: "Erased before. The proof:",
    proof: ({ number, stream, erasedAt, keyHash, hash }: ErasureProof) => [
      `  number    ${number}`,
      `  record    ${stream}`,
      `  at        ${erasedAt}`,
      `  key       ${keyHash ?? "there never was one"} (SHA-256 of what was destroyed)`,
      `  proof     ${hash} (SHA-256 over the proof before it and this one)`,
    ],
  },
  ja: {
    not: "消去できません:",
    what: (patient: string) =>
      `${patient}の氏名・文章・文書は、ここでもどのバックアップでも、二度と読めなくなります。コード化された内容は、番号だけで残ります。`,
    type: "消去するには、患者番号を入力してください: ",
    unconfirmed: "消去していません。--confirmに患者番号を指定してください",
    done: "消去しました。次の証明を保管してください。",
    before: "すでに消去されています。証明:",
    proof: ({ number, stream, erasedAt, keyHash, hash }: ErasureProof) => [
      `  番号      ${number}`,
      `  記録      ${stream}`,
      `  日時      ${erasedAt}`,
      `  鍵        ${keyHash ?? "もともとありません"}(破棄した鍵のSHA-256)`,
      `  証明      ${hash}(一つ前の証明とこの証明のSHA-256)`,
    ],
  },
} as const;

export function eraseCommand(): Command {
  const command = new Command("erase")
    .description("Erase what is private of a patient, for good: refused while treatment or the law needs it")
    .argument("<patient>", "the patient's number")
    .option("--confirm <patient>", "the number again; asked for where it is left out");
  return shared(command).action((patient: string, options: Options) => orSay(() => run(patient, options)));
}

async function run(patient: string, options: Options): Promise<number> {
  const { data, lang, json } = options;
  const say = words[lang];
  const retentionYears = settingsGiven({})?.settings.retentionYears;
  if (process.exitCode === 2) throw new CommanderError(2, "isoward.settings", "");
  return await withApi(
    data,
    async (api) => {
      const path = `/api/patients/${encodeURIComponent(patient)}`;
      const asked = await api.send("GET", `${path}/erasure`);
      if (!asked.ok) return refused(asked, options);
      const view = asked.body as ErasureView;
      if (!view.erased) {
        if (!view.may) return against(view, options);
        if (!json) console.log(say.what(view.patient));
        const confirm = options.confirm ?? (await typed(say.type));
        if (confirm === undefined) {
          console.error(problemLine(say.unconfirmed));
          return 2;
        }
        const done = await api.send("POST", `${path}/erase-person`, { confirm }, "administrator");
        if (!done.ok) return refused(done, options);
        return proven((done.body as { readonly proof: ErasureProof }).proof, say.done, options);
      }
      return view.proof === null ? 1 : proven(view.proof, say.before, options);
    },
    { retentionYears },
  );
}

function against({ against: all }: ErasureView, { lang, json }: Options): number {
  if (json) console.log(JSON.stringify({ erased: false, against: all }, null, 2));
  else {
    console.error(problemLine(words[lang].not));
    for (const { text, remedy } of all) console.error(`  ${text[lang]}\n  → ${remedy[lang]}`);
  }
  return 3;
}

function refused({ body }: Answer, { lang, json }: Options): number {
  if (json) console.log(JSON.stringify(body, null, 2));
  else console.error(problemText(body, lang));
  return problemStatus(body);
}

function proven(proof: ErasureProof, says: string, { lang, json }: Options): number {
  if (json) console.log(JSON.stringify({ erased: true, proof }, null, 2));
  else for (const line of [says, ...words[lang].proof(proof)]) console.log(line);
  return 0;
}

/** Undefined where nobody is there to type. */
async function typed(question: string): Promise<string | undefined> {
  if (!process.stdin.isTTY) return undefined;
  const asking = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return await asking.question(question);
  } finally {
    asking.close();
  }
}
