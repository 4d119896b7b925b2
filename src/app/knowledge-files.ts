/** Reads the knowledge folder from disk. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type KnowledgeProblem, type KnowledgeText, loadKnowledge } from "../core/knowledge/load.ts";
import type { Knowledge } from "../core/knowledge/schema.ts";

/** The package's own `knowledge/`. */
export const knowledgeFolder: string = fileURLToPath(new URL("../../knowledge/", import.meta.url));

/** Every YAML file of the folder, by its path in it; what begins with a dot is no knowledge. */
export function knowledgeTexts(folder: string = knowledgeFolder): KnowledgeText[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => /\.ya?ml$/.test(path) && !/(^|\/)\./.test(path))
    .toSorted()
    .map((path) => ({ path, text: readFileSync(join(folder, path), "utf8") }));
}

/** Reads and checks the folder: the knowledge, or every reason why it does not load. */
export function loadKnowledgeFolder(
  folder: string = knowledgeFolder,
): Knowledge | { readonly problems: readonly KnowledgeProblem[] } {
  return loadKnowledge(knowledgeTexts(folder), (canonical) =>
    createHash("sha256").update(canonical).digest("hex"),
  );
}

/** Reads and checks the folder, or throws an Error that names each file, line and remedy. */
export function readKnowledge(folder: string = knowledgeFolder): Knowledge {
  const read = loadKnowledgeFolder(folder);
  if (!("problems" in read)) return read;
  throw new KnowledgeDoesNotLoad(folder, read.problems);
}

/** Names each file, line and remedy. */
export class KnowledgeDoesNotLoad extends Error {
  override readonly name = "KnowledgeDoesNotLoad";
  constructor(folder: string, problems: readonly KnowledgeProblem[]) {
    super(`The knowledge in ${folder} does not load:\n${problemLines(problems)}`);
  }
}

/** Problems as lines for a terminal: where, what, and what to write instead. */
export function problemLines(problems: readonly KnowledgeProblem[]): string {
  return problems.map(({ file, line, says, remedy }) => `${file}:${line}: ${says}\n  → ${remedy}`).join("\n");
}
