import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { verdicts } from "../../core/finding.ts";

const folder = fileURLToPath(new URL("../", import.meta.url));
const sheets = globSync("**/*.css", { cwd: folder });
const colour = (verdict: string) => new RegExp(`\\[data-verdict="${verdict}"\\]\\s*\\{[^}]*--tone:`);

/** Say them once more, and need not. */
const known: ReadonlySet<string> = new Set(["questions/answer/answer-card.module.css"]);

test("The colours of a verdict are said in one style sheet", () => {
  const saying = sheets.filter((sheet) => {
    if (known.has(sheet)) return false;
    const text = readFileSync(`${folder}${sheet}`, "utf8");
    return verdicts.some((verdict) => colour(verdict).test(text));
  });
  expect(saying).toEqual(["style/colours.css"]);
  expect(sheets.length).toBeGreaterThan(40);
});
