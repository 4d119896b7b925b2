import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { expect, test } from "vitest";

/** What a module imports when it runs: types are gone by then, and what is imported later is asked for apart. */
function importsOf(path: string): string[] {
  const found = readFileSync(path, "utf8").matchAll(
    /^(?:import|export)\s+(?!type\b)([^;"]*?)\s*from\s+"([^"]+)"/gm,
  );
  return [...found].flatMap(([, names = "", target = ""]) => {
    const listed = /^\{(.*)\}$/s
      .exec(names)?.[1]
      ?.split(",")
      .map((name) => name.trim())
      .filter(Boolean);
    return listed?.every((name) => name.startsWith("type ")) === true ? [] : [target];
  });
}

/** The ways from a page to the schema library. */
function waysToSchemas(page: string): { readonly ways: string[]; readonly modules: number } {
  const cameFrom = new Map<string, string | undefined>([[page, undefined]]);
  const ways: string[] = [];
  for (const path of cameFrom.keys()) {
    for (const target of importsOf(path)) {
      if (target === "zod") ways.push(wayTo(path, cameFrom));
      const next = resolve(dirname(path), target);
      if (target.startsWith(".") && existsSync(next) && !cameFrom.has(next)) cameFrom.set(next, path);
    }
  }
  return { ways, modules: cameFrom.size };
}

function wayTo(path: string, cameFrom: ReadonlyMap<string, string | undefined>): string {
  const before = cameFrom.get(path);
  const name = path.slice(path.indexOf("/src/") + 5);
  return before === undefined ? name : `${wayTo(before, cameFrom)} → ${name}`;
}

// Knowledge is checked when the pages are built. A phone needs no schemas, and what makes them is refused by the
// pages' content policy.
test.each([
  "questions/ask/index-page.tsx",
  "questions/ask/question-page.tsx",
  "questions/patient/all-questions.tsx",
  "check/page.tsx",
  "clinic/patient/page.tsx",
])("%s runs without the schema library", (page) => {
  const { ways, modules } = waysToSchemas(join(import.meta.dirname, page));
  expect(ways).toEqual([]);
  expect(modules).toBeGreaterThan(40);
});
