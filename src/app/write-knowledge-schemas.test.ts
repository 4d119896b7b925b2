import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { schemaFolder, schemaTexts } from "./write-knowledge-schemas.ts";

describe("The JSON Schemas in knowledge/.schema", () => {
  test("are those of the code: if not, run node src/app/write-knowledge-schemas.ts", () => {
    const texts = schemaTexts();
    expect(texts.size).toBeGreaterThanOrEqual(11);
    expect(readdirSync(schemaFolder).sort()).toEqual([...texts.keys()].sort());
    for (const [name, text] of texts) expect(readFileSync(join(schemaFolder, name), "utf8"), name).toBe(text);
  });
});
