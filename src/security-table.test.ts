/** docs/security.md names what shows each claim: it must be there, and no requirement may be left out. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { packageFolder } from "./app/write-schemas.ts";

const read = (path: string) => readFileSync(join(packageFolder, path), "utf8");
const page = read("docs/security.md");
const rows = page
  .split("\n")
  .filter((line) => /^\| \d+\.\d+\.\d+/.test(line))
  .map((line) => {
    const [ids = "", how = "", shownBy = ""] = line.split("|").slice(1, -1);
    return { line, ids: ids.trim().split(", "), how: how.trim(), shownBy: shownBy.trim() };
  });

/** Requirements of ASVS 5.0.0 at levels 1 and 2, by section; what is left out between them is level 3. */
const sections = `1.1: 1 2; 1.2: 1 2 3 4 5 6 7 8 9; 1.3: 1 2 3 4 5 6 7 8 9 10 11; 1.4: 1 2 3; 1.5: 1 2; 2.1: 1 2 3;
  2.2: 1 2 3; 2.3: 1 2 3 4; 2.4: 1; 3.2: 1 2; 3.3: 1 2 3 4; 3.4: 1 2 3 4 5 6; 3.5: 1 2 3 4 5; 3.7: 1 2; 4.1: 1 2 3;
  4.2: 1; 4.3: 1 2; 4.4: 1 2 3 4; 5.1: 1; 5.2: 1 2 3; 5.3: 1 2; 5.4: 1 2 3; 6.1: 1 2 3;
  6.2: 1 2 3 4 5 6 7 8 9 10 11 12; 6.3: 1 2 3 4; 6.4: 1 2 3 4; 6.5: 1 2 3 4 5; 6.6: 1 2 3; 6.8: 1 2 3 4; 7.1: 1 2 3;
  7.2: 1 2 3 4; 7.3: 1 2; 7.4: 1 2 3 4 5; 7.5: 1 2; 7.6: 1 2; 8.1: 1 2; 8.2: 1 2 3; 8.3: 1; 8.4: 1; 9.1: 1 2 3;
  9.2: 1 2 3 4; 10.1: 1 2; 10.2: 1 2; 10.3: 1 2 3 4; 10.4: 1 2 3 4 5 6 7 8 9 10 11; 10.5: 1 2 3 4 5; 10.6: 1 2;
  10.7: 1 2 3; 11.1: 1 2; 11.2: 1 2 3; 11.3: 1 2 3; 11.4: 1 2 3 4; 11.5: 1; 11.6: 1; 12.1: 1 2 3; 12.2: 1 2;
  12.3: 1 2 3 4; 13.1: 1; 13.2: 1 2 3 4 5; 13.3: 1 2; 13.4: 1 2 3 4 5; 14.1: 1 2; 14.2: 1 2 3 4; 14.3: 1 2 3;
  15.1: 1 2 3; 15.2: 1 2 3; 15.3: 1 2 3 4 5 6 7; 16.1: 1; 16.2: 1 2 3 4 5; 16.3: 1 2 3 4; 16.4: 1 2 3; 16.5: 1 2 3;
  17.1: 1; 17.2: 1 2 3 4; 17.3: 1 2`;
const required = sections.split(";").flatMap((section) => {
  const [name = "", numbers = ""] = section.trim().split(": ");
  return numbers.split(" ").map((number) => `${name}.${number}`);
});

/** Files, and the tests in them that are named. */
const named = rows.flatMap(({ shownBy }) =>
  shownBy.split("; ").flatMap((part) => {
    const path = /^`([^`]+)`/.exec(part)?.[1];
    return path === undefined
      ? []
      : [{ path, titles: [...part.matchAll(/"([^"]+)"/g)].map(([, title = ""]) => title) }];
  }),
);

describe("The table of security requirements", () => {
  test("has every requirement of level 2 once", () => {
    const ids = rows.flatMap((row) => row.ids);
    expect(required).toHaveLength(253);
    expect(ids.toSorted()).toEqual(required.toSorted());
  });

  test("names files that exist, and tests that stand in them under that name", () => {
    const missing = named.flatMap(({ path, titles }) => {
      if (!existsSync(join(packageFolder, path))) return [path];
      const text = read(path);
      return titles.filter((title) => !isTestIn(text, title)).map((title) => `${path}: ${title}`);
    });
    expect(missing).toEqual([]);
    expect(named.length).toBeGreaterThan(120);
    expect(named.flatMap(({ titles }) => titles).length).toBeGreaterThan(120);
  });

  test("says of each how it is met and by what that shows, or why it is not and what is done instead", () => {
    const bare = rows.filter(({ ids, how, shownBy }) => {
      const isOfNoUse = page.indexOf(`| ${ids.join(", ")} |`) > page.indexOf("### What does not apply");
      return how === "" || (!isOfNoUse && !shownBy.startsWith("`"));
    });
    expect(bare.map(({ line }) => line)).toEqual([]);
    const unmet = rows.filter(({ how }) => how.includes("**Not met"));
    for (const { how, ids } of unmet) expect(how, ids.join()).toContain("Instead");
  });
});

/** Whether a test of that title is declared: quoted, not skipped. */
function isTestIn(text: string, title: string): boolean {
  const at = text.indexOf(`"${title}"`);
  return at >= 0 && /(?:test|it)(?:\.each\([^)]*\))?\(\s*$/.test(text.slice(Math.max(0, at - 80), at));
}
