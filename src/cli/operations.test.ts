/** docs/operations.md is what an administrator goes by at night: what it names exists, what it says to type works. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPractice } from "../app/open-practice.ts";
import { settingsShape, variableOf } from "../app/settings.ts";
import { withSettings } from "../app/settings-table.ts";
import { readyPatient } from "../app/testing/ready-patient.ts";
import { guidePath, packageFolder } from "../app/write-schemas.ts";
import { openAccounts } from "../http/auth/accounts.ts";
import { makeMetrics } from "../http/operation/metrics.ts";
import { commandsByName } from "./commands.ts";
import { isowardIn } from "./testing/isoward.ts";

const guide = readFileSync(guidePath, "utf8");
const blocks = [...guide.matchAll(/^```(sh(?: run)?|yaml)\n(.*?)^```/gms)];
const blocksOf = (kind: string) => blocks.filter(([, is]) => is === kind).map(([, , text = ""]) => text);
const inLines = (text: string) =>
  text
    .replace(/ {2,}#.*$/gm, "")
    .split(/\n|&&/)
    .map((line) => line.trim());
/** Each word of a command, as a shell splits it. */
const wordsOf = (line: string) =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain = ""]) => quoted ?? plain);

describe("The operator's guide", () => {
  const folder = mkdtempSync(join(tmpdir(), "isoward-guide-"));
  const isoward = isowardIn(folder);
  let number = "";
  beforeAll(async () => {
    const practice = await openPractice(join(folder, "data"));
    number = await readyPatient(practice);
    await practice.ledger.close();
    const accounts = await openAccounts({ folder: join(folder, "data") });
    await accounts.close();
    writeFileSync(join(folder, "isoward.yaml"), "retentionYears: 5\nmasterKeys: master.keys\n");
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test("has every setting with its default, as it is checked: if not, run npm run schemas", () => {
    expect(withSettings(guide)).toBe(guide);
    for (const name of Object.keys(settingsShape)) expect(guide).toContain(`\`${variableOf(name)}\``);
  });

  test("names commands and options that there are", async () => {
    const typed = [
      ...[...blocksOf("sh"), ...blocksOf("sh run")].flatMap(inLines),
      ...[...guide.matchAll(/`((?:npx )?isoward [^`]+)`/g)].map(([, line = ""]) => line),
      ...[...guide.matchAll(/^# \S+: (isoward .*)$/gm)].map(([, line = ""]) => line),
    ]
      .map((line) => line.replaceAll(/\n\s*/g, " ").replace(/^npx /, ""))
      .filter((line) => line.startsWith("isoward "));
    expect(typed.length).toBeGreaterThan(30);
    const commands = new Map<string, Set<string>>();
    for (const line of typed) {
      const [, first = "", second = ""] = wordsOf(line);
      const name = ["record", "audit"].includes(first) && second !== "" ? `${first} ${second}` : first;
      const options = [...line.matchAll(/ (--[a-z-]+)/g)].map(([, option = ""]) => option);
      commands.set(name, (commands.get(name) ?? new Set()).union(new Set(options)));
    }
    for (const [name, options] of commands) {
      if (name === "--version") continue;
      const [first = "", second] = name.split(" ");
      const whole = await commandsByName[first]?.();
      const command = second === undefined ? whole : whole?.commands.find((one) => one.name() === second);
      expect(command, name).toBeDefined();
      const known = command?.options.map(({ long }) => long);
      for (const option of options) expect(known, `${name} ${option}`).toContain(option);
    }
  });

  test.each(
    blocksOf("sh run")
      .flatMap(inLines)
      .filter((line) => line !== ""),
  )(
    "is right that this runs, in its order: %s",
    (line) => {
      const [program = "", ...words] = wordsOf(line);
      if (program === "mkdir") {
        for (const made of words.slice(1)) mkdirSync(join(folder, made));
        return;
      }
      expect(program).toBe("isoward");
      const { status, out, err } = isoward(...words.map((word) => word.replace(/^NUMBER$/, number)));
      // Nobody who is being treated is erased: then the reasons are said.
      expect(status, `${out}${err}`).toBe(words[0] === "erase" ? 3 : 0);
    },
    30_000,
  );

  test("shows a history from paper that is taken over as it stands", () => {
    const paper = blocksOf("yaml").find((text) => text.includes("supply-dispensed")) ?? "";
    writeFileSync(join(folder, "handed-out.yaml"), paper);
    const line = /^# \S+: isoward (.*)$/m.exec(paper)?.[1] ?? "";
    const { status, out, err } = isoward(...wordsOf(line).map((word) => word.replace(/^NUMBER$/, number)));
    expect([status, err]).toEqual([0, ""]);
    expect(out).not.toBe("");
    expect(isoward("history", number).out).toMatch(
      /2026-11-21 {2}Supply handed out|2026-11-21 .*[Dd]ispensed/,
    );
  });

  test("names the figures, reasons and settings that there are", async () => {
    const metrics = await makeMetrics({ version: "1", process: true, folder }).text();
    const named = new Set([...guide.matchAll(/`((?:isoward|nodejs)_[a-z_]+)/g)].map(([, name = ""]) => name));
    expect(named.size).toBeGreaterThan(8);
    for (const name of named) expect(metrics, name).toContain(`# TYPE ${name} `);
    const code = readFileSync(join(packageFolder, "src/http/operation/endpoints.ts"), "utf8");
    const reasons = /export type Unready = (.*);/.exec(code)?.[1]?.match(/[a-z-]+/g) ?? [];
    expect(reasons.length).toBeGreaterThan(3);
    for (const reason of reasons) expect(guide).toContain(`\`${reason}\``);
    const { paths } = JSON.parse(readFileSync(join(packageFolder, "docs/openapi.json"), "utf8")) as {
      readonly paths: object;
    };
    for (const [path] of guide.matchAll(/\/api\/[a-z{}/-]+/g)) expect(Object.keys(paths)).toContain(path);
    const example = blocksOf("yaml")[0] ?? "";
    writeFileSync(join(folder, "example.yaml"), example);
    expect(isoward("settings", "--config", "example.yaml").err).toBe("");
  });

  test("has the chapters that the program points to", () => {
    const sources = readdirSync(join(packageFolder, "src"), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/.test(file) && !file.includes(".test."))
      .map((file) => readFileSync(join(packageFolder, "src", file), "utf8"));
    const chapters = sources.flatMap((text) => [...text.matchAll(/docs\/operations\.md(?:, |の)“([^”]+)”/g)]);
    expect(chapters.length).toBeGreaterThan(2);
    for (const [, chapter] of chapters) expect(guide).toMatch(new RegExp(`^### ${chapter}$`, "m"));
  });
});
