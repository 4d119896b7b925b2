import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { packageFolder, schemaTexts } from "./write-schemas.ts";

describe("the published JSON Schemas", () => {
  const texts = schemaTexts();

  test("are those of the code: if not, run npm run schemas", () => {
    expect(texts.size).toBeGreaterThanOrEqual(13);
    const stored = [...texts.keys()].map((path) => [path, readFileSync(join(packageFolder, path), "utf8")]);
    expect(stored).toEqual([...texts]);
  });

  test("stand alone in their folder: none is left over from an earlier schema", () => {
    const written = [...texts.keys()].filter((path) => path.startsWith("knowledge/.schema/"));
    const found = readdirSync(join(packageFolder, "knowledge/.schema")).map(
      (name) => `knowledge/.schema/${name}`,
    );
    expect(found.toSorted()).toEqual(written.toSorted());
  });
});
