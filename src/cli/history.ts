/** `isoward history PATIENT`: the record as it was written, oldest first; also beside a running server. */
import { Command } from "commander";
import type { TimelineLine } from "../app/views/shapes.ts";
import { renderRole } from "../words/render.ts";
import { orSay } from "./api.ts";
import { placeAsSet, type Shared, shared } from "./options.ts";
import { problemLine } from "./problem-text.ts";

const words = {
  en: {
    unsigned: "not authenticated",
    withdrawn: "withdrawn",
    corrected: "corrected",
    nobody: "there is no patient",
  },
  ja: { unsigned: "未認証", withdrawn: "取り消し", corrected: "訂正済み", nobody: "該当する患者がいません:" },
} as const;

export function historyCommand(): Command {
  const command = new Command("history")
    .description("A patient's record as it was written, oldest first")
    .argument("<patient>", "the patient's number");
  return shared(command).action((patient: string, options: Shared) => orSay(() => history(patient, options)));
}

async function history(patient: string, { data, lang, json }: Shared): Promise<number> {
  const { readPractice } = await import("../app/open-practice.ts");
  const { timelineView } = await import("../app/views/timeline.ts");
  const { readRoute } = await import("../app/authorisation-number.ts");
  const practice = await readPractice(await placeAsSet(data));
  try {
    const timeline = await timelineView(practice, readRoute(patient) ?? patient, {
      limit: Number.MAX_SAFE_INTEGER,
    });
    if (timeline === undefined) {
      console.error(problemLine(`${words[lang].nobody} "${patient}"`));
      return 2;
    }
    const lines = timeline.items.toReversed();
    if (json) console.log(JSON.stringify(lines, null, 2));
    else for (const line of lines) console.log(lineText(line, lang));
    return 0;
  } finally {
    await practice.ledger.close();
  }
}

function lineText(line: TimelineLine, lang: Shared["lang"]): string {
  const { version, happened, title, actor, withdrawn, correctedBy, note } = line;
  const who = renderRole(actor.role as never)[lang];
  const unsigned = actor.authenticated ? "" : `, ${words[lang].unsigned}`;
  const mended =
    correctedBy === null ? "" : ` [${withdrawn ? words[lang].withdrawn : words[lang].corrected}]`;
  const more = note === null ? "" : `\n      “${note}”`;
  return `${String(version).padStart(4)}  ${happened.day}  ${title[lang]}${mended}  (${who}${unsigned})${more}`;
}
