import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { schemaFolder, schemaTexts } from "./write-knowledge-schemas.ts";

describe("The JSON Schemas in knowledge/.schema", () => {
  test("are those of the code: if not, run node src/app/write-knowledge-schemas.ts", () => {
    const texts = schemaTexts();
    expect(texts.size).toBeGreaterThanOrEqual(11);
    expect(readdirSync(schemaFolder).toSorted()).toEqual([...texts.keys()].toSorted());
    const stored = [...texts.keys()].map((name) => [name, readFileSync(join(schemaFolder, name), "utf8")]);
    expect(stored).toEqual([...texts]);
  });
});
