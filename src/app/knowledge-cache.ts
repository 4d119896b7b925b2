/**
 * The package's own knowledge without reading and checking its YAML again: kept as JSON under a hash of every file it
 * was made of and of the code that checked them, so that what is kept can never be older than either.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { fromKept } from "../core/knowledge/kept.ts";
import type { Knowledge } from "../core/knowledge/schema.ts";
import { knowledgeFolder, knowledgeTexts, readKnowledge } from "./knowledge-files.ts";

const coreFolder = fileURLToPath(new URL("../core/", import.meta.url));
const cacheFolder = fileURLToPath(new URL("../../node_modules/.cache/isoward/", import.meta.url));

/** @throws Error where the knowledge does not load: names each file, line and remedy */
export function knowledgeAtHand(): Knowledge {
  const path = join(cacheFolder, `knowledge-${hashOfSources()}.json`);
  try {
    return fromKept(JSON.parse(readFileSync(path, "utf8")) as Knowledge);
  } catch {
    const knowledge = readKnowledge();
    keep(path, knowledge);
    return knowledge;
  }
}

function hashOfSources(): string {
  const hash = createHash("sha256");
  for (const { path, text } of knowledgeTexts(knowledgeFolder)) hash.update(path).update("\n").update(text);
  const code = readdirSync(coreFolder, { recursive: true, encoding: "utf8" });
  for (const name of code.filter((path) => path.endsWith(".ts")).toSorted())
    hash
      .update(name)
      .update("\n")
      .update(readFileSync(join(coreFolder, name)));
  return hash.digest("hex");
}

/** Whole under its name or not at all; where nothing may be written it is read anew the next time. */
function keep(path: string, knowledge: Knowledge): void {
  try {
    mkdirSync(cacheFolder, { recursive: true });
    const partial = `${path}.${process.pid}`;
    writeFileSync(partial, JSON.stringify(knowledge));
    renameSync(partial, path);
  } catch {
    // A package in a folder that is read-only is slower to start, and nothing else.
  }
}
