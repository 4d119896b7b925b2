/** Two programs read YAML here, a quick one and a careful one: what the quick one takes, the careful one reads the same. */
import fc from "fast-check";
import { CORE_SCHEMA, load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { parseDocument } from "yaml";
import type { z } from "zod";
import { knowledgeTexts } from "../../app/knowledge-files.ts";
import { runs } from "../testing/scenes.ts";
import { listSchemas } from "./load.ts";
import { clinicSchema, protocolSchema } from "./schema.ts";
import { claimsFileSchema } from "./topics/claims.ts";

const texts = knowledgeTexts();
const schemas: Readonly<Record<string, z.ZodType>> = {
  ...listSchemas,
  protocols: protocolSchema,
  clinics: clinicSchema,
  claims: claimsFileSchema,
};
const schemaOf = (path: string): z.ZodType | undefined => schemas[path] ?? schemas[path.split("/")[0] ?? ""];

function careful(text: string): unknown {
  const document = parseDocument(text, { prettyErrors: false });
  expect([...document.errors, ...document.warnings]).toEqual([]);
  return document.toJS();
}

describe("the two readers of YAML", () => {
  it.each(texts.map(({ path, text }) => [path, text]))("read %s alike", (_path, text) => {
    expect(load(text, { schema: CORE_SCHEMA })).toEqual(careful(text));
  });

  it("never take a spoiled file for two different ones", () => {
    const files = texts.filter(({ path }) => schemaOf(path) !== undefined && !path.includes("examples"));
    const marks = [
      ":",
      " ",
      "\n",
      "#",
      "- ",
      "&a ",
      "*a",
      "'",
      '"',
      "{",
      ",",
      "~",
      "!!str ",
      "0x1F",
      "1e3",
      "yes",
      "|",
    ];
    let taken = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.nat(),
        fc.nat(3),
        fc.constantFrom(...marks, ""),
        ({ path, text }, at, gone, mark) => {
          const place = at % text.length;
          const spoiled = text.slice(0, place) + mark + text.slice(place + gone);
          const read = quick(spoiled);
          if (read === undefined || schemaOf(path)?.safeParse(read.data).success !== true) return;
          taken += 1;
          expect(read.data).toEqual(careful(spoiled));
        },
      ),
      { ...runs(60), verbose: 0 },
    );
    expect(taken, "spoiled files that still fit").toBeGreaterThan(5);
  });
});

function quick(text: string): { data: unknown } | undefined {
  try {
    return { data: load(text, { schema: CORE_SCHEMA }) };
  } catch {
    return undefined;
  }
}
