/** Writes the committed copy of the API's description. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { readKnowledge } from "../app/knowledge-files.ts";
import { packageFolder } from "../app/write-schemas.ts";
import { describe } from "./openapi/document.ts";
import { routes } from "./routes/index.ts";

export const openapiFile: string = join(packageFolder, "docs/openapi.json");

/** The description as it is committed. */
export function openapiText(): string {
  return `${JSON.stringify(describe(routes, readKnowledge()), null, 1)}\n`;
}

if (import.meta.main) writeFileSync(openapiFile, openapiText());
