import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { packageFolder } from "../app/write-schemas.ts";
import { questionNames } from "../core/questions/names.ts";
import { isowardIn } from "./testing/isoward.ts";

describe("The README", () => {
  const folder = mkdtempSync(join(tmpdir(), "isoward-readme-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const isoward = isowardIn(folder);
  const readme = readFileSync(join(packageFolder, "README.md"), "utf8").replaceAll("\\\n", " ");
  const lines = [...readme.matchAll(/^npx isoward (.+)$/gm)].map(([, line = ""]) => line);
  let number = "NUMBER";

  test("shows commands", () => expect(lines.length).toBeGreaterThanOrEqual(5));

  test.each(lines)("is right that this runs, in its order: isoward %s", (line) => {
    const args = [...line.replace(/\s#.*$/, "").matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain = ""]) =>
      (quoted ?? plain).replace(/^NUMBER$/, number).replace(/^examples\//, join(packageFolder, "examples/")),
    );
    const { status, out, err } = isoward(...args);
    expect([0, 10, 11, 12], err).toContain(status);
    expect(`${out}${err}`.length).toBeGreaterThan(8);
    if (args[0] === "register") number = out.trim();
  });

  test("points to the help, which lists every question and every command it has a file for", () => {
    expect(readme).toContain("`npx isoward --help`");
    const help = isoward("--help").out;
    const listed = new Set([...help.matchAll(/^ {2}([a-z][a-z-]+) /gm)].map(([, name = ""]) => name));
    const inside = readdirSync(join(packageFolder, "src/cli")).filter((file) => /^[a-z-]+\.ts$/.test(file));
    const made = inside.flatMap((file) => {
      const text = readFileSync(join(packageFolder, "src/cli", file), "utf8");
      return [...text.matchAll(/export function (\w+)Command\(/g)];
    });
    const names = made
      .map(([, name = ""]) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`))
      .filter((name) => name !== "ask");
    expect(names.length).toBeGreaterThan(12);
    expect([...names, ...questionNames].filter((name) => !listed.has(name))).toEqual([]);
  });
});
