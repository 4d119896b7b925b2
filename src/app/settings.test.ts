import { describe, expect, test } from "vitest";
import { settingWords } from "./setting-words.ts";
import {
  masked,
  optionOf,
  readSettings,
  type SettingName,
  type Settings,
  secretSettings,
  settingsAndOrigins,
  settingsShape,
  variableOf,
} from "./settings.ts";

const read = (environment: Record<string, string>, text?: string, flags: Record<string, unknown> = {}) =>
  readSettings({ environment, file: text === undefined ? undefined : { name: "isoward.yaml", text }, flags });
const problems = (found: ReturnType<typeof read>) => ("problems" in found ? found.problems : []);

describe("Settings", () => {
  test("have a default wherever a clinic can begin without thinking of them", () => {
    expect(read({})).toMatchObject({
      data: "data",
      host: "127.0.0.1",
      port: 4321,
      demo: false,
      trustProxy: false,
    });
    expect((read({}) as Settings).retentionYears).toBeUndefined();
  });

  test("are taken from the file, the environment before it, the command line before both", () => {
    expect(read({}, "port: 1")).toMatchObject({ port: 1 });
    expect(read({ ISOWARD_PORT: "2" }, "port: 1")).toMatchObject({ port: 2 });
    expect(read({ ISOWARD_PORT: "2" }, "port: 1", { port: 3, host: undefined })).toMatchObject({ port: 3 });
    expect(read({ ISOWARD_DEMO: "true", ISOWARD_TRUST_PROXY: "false" })).toMatchObject({
      demo: true,
      trustProxy: false,
    });
  });

  test("say everything that is wrong at once: where, what, and what would be right", () => {
    const found = problems(read({ ISOWARD_PORT: "99999", ISOWARD_PUBLIC_ULR: "x" }, "databse: y\nlog: loud"));
    expect(found.map(({ at }) => at).toSorted()).toEqual([
      "ISOWARD_PORT",
      "ISOWARD_PUBLIC_ULR",
      "isoward.yaml: databse",
      "isoward.yaml: log",
    ]);
    expect(found.find(({ at }) => at === "ISOWARD_PUBLIC_ULR")?.remedy).toContain(
      "Did you mean ISOWARD_PUBLIC_URL?",
    );
    expect(found.find(({ at }) => at === "isoward.yaml: databse")?.remedy).toContain(
      "Did you mean database?",
    );
    for (const { says, remedy } of found) expect(says.length * remedy.length).toBeGreaterThan(100);
  });

  test("do not let a server be reached without TLS, or a demo be reached at all", () => {
    const first = (environment: Record<string, string>) => problems(read(environment)).map(({ at }) => at);
    expect(first({ ISOWARD_HOST: "0.0.0.0" })).toEqual(["ISOWARD_HOST"]);
    expect(first({ ISOWARD_HOST: "0.0.0.0", ISOWARD_PUBLIC_URL: "http://clinic.example.org" })).toEqual([
      "ISOWARD_PUBLIC_URL",
    ]);
    expect(first({ ISOWARD_HOST: "0.0.0.0", ISOWARD_PUBLIC_URL: "https://clinic.example.org" })).toEqual([]);
    expect(first({ ISOWARD_PUBLIC_URL: "https://clinic.example.org", ISOWARD_DEMO: "yes" })).toEqual([
      "ISOWARD_DEMO",
    ]);
    expect(first({ ISOWARD_KEYS: "postgresql://host/keys" })).toEqual(["ISOWARD_KEYS"]);
    expect(first({ ISOWARD_TRUST_PROXY: "1" })).toEqual(["ISOWARD_TRUST_PROXY"]);
  });

  test.each(["", " ", "true", "1e1", "0x0"])(
    "take %j for no number: an empty line is not 0 years",
    (given) => {
      for (const variable of ["ISOWARD_RETENTION_YEARS", "ISOWARD_PORT", "ISOWARD_BROKEN_GLASS_HOURS"])
        expect(problems(read({ [variable]: given })).map(({ at }) => at)).toEqual([variable]);
    },
  );

  test.each(["", "true", "[]", "1.5"])("take %j in a file for no number either", (given) => {
    for (const name of ["retentionYears", "port"])
      expect(problems(read({}, `${name}: ${given}`)).map(({ at }) => at)).toEqual([`isoward.yaml: ${name}`]);
  });

  test("a file that is no list of settings is said to be none", () => {
    expect(problems(read({}, "- a\n- b"))).toHaveLength(1);
    expect(problems(read({}, "a: [b"))).toHaveLength(1);
    for (const empty of ["", "\n", "# port: 1\n\n# none yet"]) expect(problems(read({}, empty))).toEqual([]);
  });

  test("each says what it is for in both languages, and has its variable and option", () => {
    for (const name of Object.keys(settingsShape) as SettingName[]) {
      const { en, ja } = settingWords(name);
      expect(en, name).toMatch(/\.$/);
      expect(ja, name).toMatch(/[ぁ-ん].*。$/);
      expect(variableOf(name)).toMatch(/^ISOWARD_[A-Z_]+$/);
      expect(optionOf(name)).toMatch(/^--[a-z-]+$/);
    }
    expect(variableOf("publicUrl")).toBe("ISOWARD_PUBLIC_URL");
    expect(optionOf("publicUrl")).toBe("--public-url");
  });

  test("remember where each was set, the last word alone", () => {
    const read = settingsAndOrigins({
      environment: { ISOWARD_PORT: "2", ISOWARD_LOG: "off" },
      file: { name: "a.yaml", text: "port: 1\nhost: ::1" },
      flags: { log: "json" },
    });
    const origins = "origins" in read ? Object.fromEntries(read.origins) : {};
    expect(origins).toEqual({ port: "ISOWARD_PORT", host: "a.yaml: host", log: "--log" });
  });

  test("show no secret: of an address its password, of all else everything is left out", () => {
    expect(masked("database", "postgresql://isoward:pa:ss%40@db.example/ledger?password=two")).not.toMatch(
      /pa:|ss%|two/,
    );
    expect(masked("database", "postgresql://isoward:x@db.example/ledger")).toContain(
      "isoward:***@db.example",
    );
    expect(masked("metricsToken", "scheme:0123456789abcdef")).toBe("…");
    expect(masked("publicUrl", "https://clinic.example.org")).toBe("https://clinic.example.org");
    for (const name of secretSettings) expect(masked(name, "0123456789abcdef0123"), name).toBe("…");
  });
});
