import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { settingsShape } from "../app/settings.ts";
import { isowardIn } from "./testing/isoward.ts";

describe("isoward settings", () => {
  const folder = mkdtempSync(join(tmpdir(), "isoward-settings-"));
  const isoward = isowardIn(folder);
  const own = join(folder, "own");
  mkdirSync(own);
  writeFileSync(
    join(own, "isoward.yaml"),
    "data: practice\nmasterKeys: secrets/master.keys\nport: 4400\nmetricsToken: 0123456789abcdef\ndatabase: postgresql://u:hidden@db/ledger\n",
  );
  afterAll(() => rmSync(folder, { recursive: true }));

  test("lists every setting, its value, where that came from and what it is for, in both languages", () => {
    const { status, out } = isoward("settings", "--port", "5000");
    expect(status).toBe(0);
    for (const name of Object.keys(settingsShape)) expect(out).toMatch(new RegExp(`^${name}: `, "m"));
    expect(out).toContain("port: 5000  (--port)");
    expect(out).toContain("host: 127.0.0.1  (default)");
    const japanese = isoward("settings", "--lang", "ja").out;
    expect(japanese).toContain("host: 127.0.0.1  (既定値)");
    expect(japanese.match(/。$/gm)).toHaveLength(Object.keys(settingsShape).length);
  });

  test("reads the file that is named, takes its paths from where it lies, and shows no secret", () => {
    const { out } = isoward("settings", "--config", "own/isoward.yaml");
    expect(out).toContain(`data: ${join(own, "practice")}  (own/isoward.yaml: data)`);
    expect(out).toContain(`masterKeys: ${join(own, "secrets/master.keys")}  (own/isoward.yaml: masterKeys)`);
    expect(out).toContain("port: 4400");
    expect(out).not.toMatch(/0123456789abcdef|hidden/);
    const listed = JSON.parse(isoward("settings", "--json", "--config", "own/isoward.yaml").out);
    expect(listed).toHaveLength(Object.keys(settingsShape).length);
    expect(listed.find(({ name }: { name: string }) => name === "metricsToken").value).toBe("…");
  });

  test("is what other commands go by: the ledger they look into is the one that was set", () => {
    const { err } = isowardIn(own)("verify");
    expect(err).toContain("the database ledger at db");
    expect(err).not.toContain("hidden");
  });

  test("says all that is wrong at once, each with what to do, and nothing is begun", () => {
    writeFileSync(join(folder, "wrong.yaml"), "ports: 1\n");
    const { status, out, err } = isoward(
      "serve",
      "--config",
      "wrong.yaml",
      "--host",
      "0.0.0.0",
      "--port",
      "x",
    );
    expect(status).toBe(2);
    expect(out).toBe("");
    expect(err).toContain("isoward: wrong.yaml: ports: there is no such setting\n  → Did you mean port?");
    expect(err).toContain("isoward: --port: not as it should be");
    expect(err.match(/^isoward: /gm)?.length).toBeGreaterThanOrEqual(2);
    expect(isoward("serve", "--config", "nowhere.yaml").err).toContain("nowhere.yaml cannot be read");
    expect(isoward("serve", "--host", "0.0.0.0").err).toContain("Set publicUrl");
  });

  test("takes no secret from the command line, where every user of the machine could read it", () => {
    for (const name of ["--database", "--keys", "--metrics-token"])
      expect(isoward("settings", name, "postgresql://u:p@db/ledger").status).toBe(2);
  });
});
