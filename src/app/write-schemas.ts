/**
 * Writes the published JSON Schemas: of knowledge files and records for editors, of a decision for integrators; and the
 * table of settings in docs/operations.md.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { entryFileSchema } from "../core/entry.ts";
import { knowledgeJsonSchemas } from "../core/knowledge/json-schema.ts";
import { decisionSchema } from "./decision-json.ts";
import { answerShape } from "./questions/answer-shape.ts";
import { withSettings } from "./settings-table.ts";

/** The package's own folder. */
export const packageFolder: string = fileURLToPath(new URL("../../", import.meta.url));

/** The text of each schema file, by its path in the package. */
export function schemaTexts(): ReadonlyMap<string, string> {
  const decisions = z.union([decisionSchema, z.strictObject({ decisions: z.array(decisionSchema) })]);
  const record = z.object({ entries: z.array(entryFileSchema) });
  const schemas: Record<string, object> = {
    "docs/decision.schema.json": z.toJSONSchema(decisions),
    "docs/answer.schema.json": z.toJSONSchema(answerShape),
    "docs/record.schema.json": z.toJSONSchema(record, { io: "input", unrepresentable: "any", reused: "ref" }),
  };
  for (const [kind, schema] of Object.entries(knowledgeJsonSchemas()))
    schemas[`knowledge/.schema/${kind}.json`] = schema;
  return new Map(
    Object.entries(schemas).map(([path, schema]) => [path, `${JSON.stringify(schema, null, 1)}\n`]),
  );
}

/** The operator's guide, in which the settings stand. */
export const guidePath: string = join(packageFolder, "docs/operations.md");

if (import.meta.main) {
  for (const [path, text] of schemaTexts()) {
    const file = join(packageFolder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  writeFileSync(guidePath, withSettings(readFileSync(guidePath, "utf8")));
}
