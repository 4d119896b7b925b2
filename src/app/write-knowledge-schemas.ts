/** Writes knowledge/.schema/*.json from the schemas: run with node after schema.ts or parameters.ts change. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { knowledgeJsonSchemas } from "../core/knowledge/json-schema.ts";
import { knowledgeFolder } from "./knowledge-files.ts";

/** The text of each schema file, by its name. */
export function schemaTexts(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(knowledgeJsonSchemas()).map(([kind, schema]) => [
      `${kind}.json`,
      `${JSON.stringify(schema, null, 1)}\n`,
    ]),
  );
}

/** Where the schema files stand. */
export const schemaFolder: string = join(knowledgeFolder, ".schema");

if (import.meta.main) {
  mkdirSync(schemaFolder, { recursive: true });
  for (const [name, text] of schemaTexts()) writeFileSync(join(schemaFolder, name), text);
}
