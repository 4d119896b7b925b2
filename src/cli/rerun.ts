/** `isoward rerun NUMBER`: a stored decision decided again, under what it was made with and under today's knowledge. */
import { Command } from "commander";
import { rerun } from "../app/rerun.ts";
import { renderRefusal } from "../words/refusals.ts";
import { orSay } from "./api.ts";
import { placeAsSet, type Shared, shared } from "./options.ts";
import { problemLine } from "./problem-text.ts";
import { rerunText } from "./rerun-text.ts";

export function rerunCommand(): Command {
  const command = new Command("rerun")
    .description("Decide again what an authorisation was given on, and name each rule that differs")
    .argument("<number>", "the authorisation's number");
  return shared(command).action((number: string, options: Shared) => orSay(() => run(number, options)));
}

async function run(number: string, { data, lang, json }: Shared): Promise<number> {
  const { readPractice } = await import("../app/open-practice.ts");
  const practice = await readPractice(await placeAsSet(data));
  try {
    const found = await rerun(practice, number);
    if ("refused" in found) {
      const { says, remedy } = renderRefusal(found, practice.knowledge, "UTC")[lang];
      console.error(problemLine(says, remedy));
      return 2;
    }
    console.log(
      json ? JSON.stringify(found, null, 2) : found.map((one) => rerunText(one, lang)).join("\n\n"),
    );
    return found.every(({ again }) => again?.length === 0) ? 0 : 1;
  } finally {
    await practice.ledger.close();
  }
}
