import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { packageFolder } from "../app/write-schemas.ts";
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

  test("names every command there is, here or in the help it points to", () => {
    const help = isoward("--help").out;
    const commands = [...help.matchAll(/^ {2}([a-z]+) /gm)].map(([, name = ""]) => name);
    expect(commands.length).toBeGreaterThan(11);
    expect(commands.filter((name) => !readme.includes(name))).toEqual([]);
  });
});
