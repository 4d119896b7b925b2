import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readSecrets, secretFile, secretsOf } from "./secret.ts";

const [old, newer] = ["a".repeat(43), "b".repeat(43)];

describe("The accounts' secret", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "isoward-secret-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test("is made once, of 256 random bits, for its owner alone", () => {
    const [made, ...others] = secretsOf(folder);
    expect(others).toEqual([]);
    expect(Buffer.from(made?.value ?? "", "base64")).toHaveLength(32);
    expect(secretsOf(folder)).toEqual([made]);
    expect(statSync(join(folder, secretFile)).mode & 0o777).toBe(0o600);
  });

  test("may have older ones beneath it, and says in the file how it is changed", () => {
    secretsOf(folder);
    expect(readFileSync(join(folder, secretFile), "utf8")).toContain("To change it");
    expect(readSecrets(`# words\n2 ${newer}\n1 ${old}\n`)).toEqual([
      { version: 2, value: newer },
      { version: 1, value: old },
    ]);
  });

  test("is refused where a line is none, is too short, or a number comes twice", () => {
    for (const text of ["", "# words\n", "1 short", newer, `1 ${old}\n1 ${newer}`, `2 ${newer}\nrubbish`])
      expect(readSecrets(text), text).toBeUndefined();
    writeFileSync(join(folder, secretFile), "rubbish");
    expect(() => secretsOf(folder)).toThrow("is damaged");
  });
});
