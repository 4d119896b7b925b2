import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { readKnowledge } from "./app/knowledge-files.ts";
import { packageFolder } from "./app/write-schemas.ts";
import { verdicts } from "./core/finding.ts";
import { parameterIds } from "./core/knowledge/parameters.ts";
import { allRules } from "./core/rules/index.ts";
import { words } from "./words/say.ts";
import { languages } from "./words/words.ts";

const sources = (folder: string) =>
  readdirSync(join(packageFolder, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => join(folder, path));
const read = (path: string) => readFileSync(join(packageFolder, path), "utf8");
const isTest = (path: string) => /\.test\.tsx?$|\/testing\/|small-knowledge|fixture/.test(path);

/** The table of ARCHITECTURE.md: folder → folders it may import. */
function importTable(): Map<string, string[]> {
  const rows = [...read("ARCHITECTURE.md").matchAll(/^\| (\w+) \| ([\w, ]*)\|$/gm)];
  return new Map(
    rows
      .filter(([, folder]) => folder !== "folder")
      .map(([, folder = "", allowed = ""]) => [
        folder,
        allowed
          .split(",")
          .map((name) => name.trim())
          .filter(Boolean),
      ]),
  );
}

/** Whether a file could open a connection: by a global, or by what it takes from Node. */
function callsOut(text: string): boolean {
  if (/(?<![.\w])fetch\(|\bglobalThis\.fetch\b|\bnew (WebSocket|EventSource)\b/.test(text)) return true;
  const network = "node:(?:http2?|https|net|tls|dgram|dns)(?:/promises)?";
  if (new RegExp(`import\\("${network}"\\)|require\\("${network}"\\)`).test(text)) return true;
  return [...text.matchAll(new RegExp(`^import (?!type)([^;]*?) from "${network}"`, "gm"))].some(
    ([, names = ""]) => !/^\{ (?:Server(?: as \w+)?|type \w+)(?:, type \w+)* \}$/.test(names),
  );
}

describe("the house", () => {
  const table = importTable();
  const files = [...table.keys()]
    .flatMap((folder) => sources(join("src", folder)))
    .filter((path) => !isTest(path));

  test("lets imports only point up, as ARCHITECTURE.md says", () => {
    let imports = 0;
    const wrong: string[] = [];
    for (const file of files) {
      const folder = file.split("/")[1] ?? "";
      for (const [, target = ""] of read(file).matchAll(/(?:from|import\()\s*"(\.[^"]+)"/g)) {
        imports += 1;
        const at = relative(packageFolder, resolve(packageFolder, dirname(file), target)).split("/");
        const to = at[0] === "src" ? at[1] : undefined;
        if (to !== undefined && to !== folder && !table.get(folder)?.includes(to))
          wrong.push(`${file} → ${target}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(table.size).toBeGreaterThanOrEqual(7);
    expect(files.length).toBeGreaterThan(120);
    expect(imports).toBeGreaterThan(400);
  });

  test("names every folder of src in the table", () => {
    const folders = readdirSync(join(packageFolder, "src"), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    expect(folders.toSorted()).toEqual([...table.keys()].toSorted());
  });

  test("keeps JavaScript Date, clocks, randomness and I/O out of the core", () => {
    const core = sources("src/core").filter((path) => !isTest(path));
    const impure = core.filter((path) =>
      /\bDate\b\.?(now|parse|\()|new Date|Math\.random|\bfetch\(|process\.|from "node:|performance\.|\bdocument\.(query|body|create)|\bwindow\.(?!ts)/.test(
        read(path),
      ),
    );
    expect(impure).toEqual([]);
    expect(core.length).toBeGreaterThan(70);
  });

  test("calls nobody but from http/outgoing; pages call the server they came from, and a database is one that was set", () => {
    const mayCall = new Set(["src/http/outgoing.ts", "src/web/api/request.ts", "src/web/api/changes.ts"]);
    const callers = files.filter((path) => !mayCall.has(path) && callsOut(read(path)));
    const drivers = files.filter(
      (path) => /from "pg"/.test(read(path)) && !/(postgres|auth\/(store|move-accounts))/.test(path),
    );
    expect(callers).toEqual([]);
    expect(drivers).toEqual([]);
    expect(callsOut(read("src/http/outgoing.ts"))).toBe(true);
    const planted = [
      "await fetch(url)",
      "globalThis.fetch(url)",
      'import { request } from "node:http";',
      'import https from "node:https";',
      'import { Server, connect } from "node:net";',
      'await import("node:tls")',
      "new WebSocket(url)",
    ];
    for (const line of planted) expect(callsOut(line), line).toBe(true);
    const allowed = [
      'import type { Server } from "node:http";',
      'import { Server as NetServer } from "node:net";',
    ];
    for (const line of [...allowed, "api.fetch(request, env)"]) expect(callsOut(line), line).toBe(false);
  });

  test("uses Temporal in core/calendar alone", () => {
    const users = files.filter((path) => /\bTemporal\./.test(read(path)));
    expect(users).toEqual(["src/core/calendar.ts"]);
  });
});

describe("rules", () => {
  test("stand one a file, under the claim that is their name", () => {
    const inFolder = sources("src/core/rules")
      .filter((path) => !isTest(path) && !path.endsWith("index.ts"))
      .map((path) => path.replace(/^.*\/|\.ts$/g, ""));
    expect(allRules.map(({ id }) => id as string).toSorted()).toEqual(inFolder.toSorted());
    expect(allRules.length).toBeGreaterThanOrEqual(52);
  });

  test("have a title and a sentence for each reason in every language", () => {
    let reasons = 0;
    for (const rule of allRules) {
      const source = read(`src/core/rules/${rule.id}.ts`);
      const given = new Set(
        [...source.matchAll(/\b(?:pass|advise|ask|wait|stop)\(\s*"([a-z-]+)"/g)].map(([, reason]) => reason),
      );
      for (const language of languages) {
        const table = words[language].rules[rule.id];
        expect(table.title.length).toBeGreaterThan(1);
        expect(new Set(Object.keys(table.reasons)), `${rule.id} in ${language}`).toEqual(given);
        reasons += given.size;
      }
    }
    expect(reasons).toBeGreaterThan(350);
  });

  test("give only verdicts there are, worst last", () => {
    for (const { gives } of allRules) {
      const ranks = gives.map((verdict) => verdicts.indexOf(verdict));
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
      expect(gives).toContain("pass");
    }
  });

  test("take no clinical number of their own: every parameter is read by the core", () => {
    const code = sources("src/core")
      .filter((path) => !isTest(path) && !path.includes("/knowledge/"))
      .map(read)
      .join("\n");
    const idle = parameterIds.filter((id) => !new RegExp(`\\b${id}\\b`).test(code));
    expect(idle).toEqual([]);
    expect(parameterIds.length).toBeGreaterThan(70);
  });
});

describe("decisions of our own", () => {
  test("each have a page to stand on", () => {
    const decided = Object.values(readKnowledge().sources).filter(
      ({ checked, id }) => checked === "decided" || id.startsWith("decision-"),
    );
    const missing = decided.filter(({ where }) => {
      const [path = "", anchor = ""] = where.split("#");
      return !read(path).includes(`\n## ${anchor}\n`);
    });
    expect(missing.map(({ id }) => id)).toEqual([]);
    expect(decided.length).toBeGreaterThanOrEqual(24);
  });

  test("speak of the project alone", () => {
    const texts = [
      "README.md",
      "ARCHITECTURE.md",
      "CHANGELOG.md",
      ...readdirSync(join(packageFolder, "docs/decisions")).map((name) => `docs/decisions/${name}`),
    ];
    expect(texts.length).toBeGreaterThan(6);
    for (const path of texts) expect(read(path), path).not.toMatch(/\/(work|root|farm)\//);
  });
});
