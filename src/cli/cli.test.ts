import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import { decisionSchema } from "../app/decision-json.ts";
import { packageFolder } from "../app/write-schemas.ts";
import { day, dayText, plus } from "../core/calendar.ts";
import { patient } from "../core/testing/patients.ts";
import { isowardHere, isowardIn } from "./testing/isoward.ts";

const folder = mkdtempSync(join(tmpdir(), "isoward-"));
const real = process.env["ISOWARD_REAL_DATA"] ?? join(packageFolder, "../shared/real");
const hasReal = existsSync(join(real, "codex-rems"));

const isoward = isowardHere(packageFolder);

/** A record file of a fictional patient in whom nothing is missing on 20 November 2026. */
function recordFile(name: string, options: { canBecomePregnant: boolean; without?: string }): string {
  const on = day("2026-11-20");
  const entries = patient({ canBecomePregnant: options.canBecomePregnant, monthsBefore: 1, on })
    .filter(({ type }) => type !== options.without)
    .map(({ id, type, happened, actor, body }) => ({
      id,
      type,
      happened: dayText(happened.day),
      actor,
      body: type === "registered" ? { birthDate: dayText(plus(on, -24 * 366)) } : body,
    }));
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify({ entries }));
  return path;
}
const proposal = ["--product", "claravis", "--daily-mg", "40", "--doses-per-day", "2", "--days", "30"];

describe("isoward decide supply", () => {
  test("passes with status 0, verdict first, then what to do, then why, in a process of its own", () => {
    const file = recordFile("pass.json", { canBecomePregnant: true });
    const { status, out, err } = isowardIn(packageFolder)(
      "decide",
      "supply",
      file,
      "--protocol",
      "us-ipledge",
      "--on",
      "2026-11-20",
      ...proposal,
    );
    expect(err).toBe("");
    expect(status).toBe(0);
    const [verdict, next, why] = ["This supply may be prescribed.", "What to do next", "Why"].map((word) =>
      out.indexOf(word),
    );
    expect(verdict).toBeGreaterThanOrEqual(0);
    expect(next).toBeGreaterThan(verdict!);
    expect(why).toBeGreaterThan(next!);
  });

  test("asks with status 10 where a fact is missing, in Japanese too", async () => {
    const file = recordFile("ask.json", { canBecomePregnant: true, without: "weight-measured" });
    const { status, out } = await isoward(
      "decide",
      "supply",
      file,
      "--protocol",
      "us-ipledge",
      "--on",
      "2026-11-20",
      "--lang",
      "ja",
      ...proposal,
    );
    expect(status).toBe(10);
    expect(out).toContain("体重");
    expect(out).toContain("次にすること");
  });

  test("waits with status 11 where only a later day can pass", async () => {
    const file = recordFile("wait.json", { canBecomePregnant: false });
    const again = JSON.parse(readFileSync(file, "utf8")) as { entries: object[] };
    const born = again.entries.map((entry) =>
      "type" in entry && entry.type === "registered"
        ? { ...entry, body: { birthDate: "2014-12-01", prepubertal: false } }
        : entry,
    );
    writeFileSync(
      file,
      JSON.stringify({ entries: [...born, { type: "guardian-recorded", happened: "2026-10-01" }] }),
    );
    const { status, out } = await isoward(
      "decide",
      "supply",
      file,
      "--protocol",
      "label-us",
      "--on",
      "2026-11-20",
      ...proposal,
    );
    expect(out).toContain("1 Dec 2026");
    expect(status).toBe(11);
  });

  test("stops with status 12 on a floor", async () => {
    const file = recordFile("stop.json", { canBecomePregnant: true });
    const { status } = await isoward(
      "decide",
      "supply",
      file,
      "--protocol",
      "us-ipledge",
      "--on",
      "2026-11-20",
      "--product",
      "claravis",
      "--daily-mg",
      "40",
      "--days",
      "31",
    );
    expect(status).toBe(12);
  });

  test("prints JSON that its published schema describes", async () => {
    const file = recordFile("json.json", { canBecomePregnant: true, without: "mood-screened" });
    const { status, out } = await isoward(
      "decide",
      "supply",
      file,
      "--clinic",
      "tokyo-monthly",
      "--at",
      "2026-11-20T09:30:00+09:00",
      "--json",
      ...proposal,
    );
    const decision: unknown = JSON.parse(out);
    const validate = new Ajv2020({ strict: false, formats: { date: true, "date-time": true } }).compile(
      JSON.parse(readFileSync(join(packageFolder, "docs/decision.schema.json"), "utf8")) as object,
    );
    expect(validate(decision), JSON.stringify(validate.errors)).toBe(true);
    const read = decisionSchema.parse(decision);
    expect(read.protocol).toBe("jp-selfpay");
    expect(status).toBe({ pass: 0, advise: 0, ask: 10, wait: 11, stop: 12 }[read.verdict]);
    expect(read.findings.length).toBeGreaterThan(40);
    for (const finding of read.findings)
      expect(finding.cites.length + (finding.verdict === "pass" ? 1 : 0), finding.rule).toBeGreaterThan(0);
  });
});

describe("bad input leaves with status 2 and says what, where and what would be right", () => {
  const good = () => recordFile("good.json", { canBecomePregnant: true });
  const bad = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  test.each([
    [
      "no such file",
      () => ["nowhere.json", "--protocol", "label-us", ...proposal],
      /nowhere\.json: there is no such file/,
    ],
    ["no protocol", () => [good(), ...proposal], /no protocol is named[\s\S]*us-ipledge/],
    [
      "an unknown protocol",
      () => [good(), "--protocol", "uk", ...proposal],
      /there is no protocol "uk"[\s\S]*label-eu/,
    ],
    [
      "a layer nobody decides under",
      () => [good(), "--protocol", "floor", ...proposal],
      /there is no protocol "floor"/,
    ],
    ["an unknown clinic", () => [good(), "--clinic", "nowhere", ...proposal], /tokyo-monthly/],
    [
      "a day that does not exist",
      () => [good(), "--protocol", "label-us", "--on", "2026-02-30", ...proposal],
      /YYYY-MM-DD/,
    ],
    [
      "an instant without an offset",
      () => [good(), "--protocol", "label-us", "--at", "2026-11-20T09:30", ...proposal],
      /offset/,
    ],
    [
      "a day before the first edition",
      () => [good(), "--protocol", "us-ipledge", "--on", "2020-07-11", ...proposal],
      /no edition in force yet[\s\S]*2021-12-13/,
    ],
    [
      "nothing proposed",
      () => [good(), "--protocol", "label-us"],
      /--product, --daily-mg, --doses-per-day and --days/,
    ],
    [
      "an unknown product",
      () => [good(), "--protocol", "label-us", "--product", "accutan", "--daily-mg", "40", "--days", "30"],
      /claravis/,
    ],
    ["a dose below zero", () => [good(), "--protocol", "label-us", "--daily-mg", "-40"], /above zero/],
    [
      "broken JSON",
      () => [bad("broken.json", '{"entries": ['), "--protocol", "label-us"],
      /broken\.json: not JSON/,
    ],
    [
      "JSON that is no resource",
      () => [bad("number.json", "42"), "--protocol", "label-us"],
      /not a FHIR resource/,
    ],
    [
      "an unknown entry type",
      () => [
        bad("type.yaml", "entries:\n  - type: weighed\n    happened: 2026-11-20\n"),
        "--protocol",
        "label-us",
      ],
      /type\.yaml:2: entry 1, type/,
    ],
    [
      "a day that does not exist in a record",
      () => [
        bad("day.yaml", "entries:\n  - type: counselled\n    happened: 2026-02-30\n"),
        "--protocol",
        "label-us",
      ],
      /day\.yaml:3: .*2026-02-30/,
    ],
    [
      "a field nobody knows",
      () => [
        bad(
          "field.yaml",
          "entries:\n  - type: weight-measured\n    happened: 2026-02-20\n    body: { kg: 60, lb: 1 }\n",
        ),
        "--protocol",
        "label-us",
      ],
      /field\.yaml:4: .*lb/,
    ],
    [
      "an edition that is none",
      () => [good(), "--protocol", "us-ipledge", "--confirm-edition", "2026-11-16", ...proposal],
      /2026-11-15/,
    ],
    ["an unknown option", () => [good(), "--protokol", "label-us"], /unknown option '--protokol'/],
    [
      "an order that is none",
      () => [good(), "--protocol", "label-us", "--order", "x"],
      /there is no order "x"/,
    ],
  ])("%s", async (_name, args, says) => {
    const { status, out, err } = await isoward("decide", "supply", ...args());
    expect(err).toMatch(says);
    expect(err).not.toMatch(/\n\s+at /);
    expect(out).toBe("");
    expect(status).toBe(2);
  });
});

describe.skipIf(!hasReal)(
  hasReal ? "on third-party data" : "SKIPPED: no third-party data (set ISOWARD_REAL_DATA)",
  () => {
    let decision: z.output<typeof decisionSchema>;
    let status: number | null;
    beforeAll(async () => {
      const run = await isoward(
        "decide",
        "supply",
        join(real, "codex-rems"),
        "--on",
        "2026-11-20",
        "--protocol",
        "us-ipledge",
        "--json",
      );
      status = run.status;
      decision = decisionSchema.parse(JSON.parse(run.out));
    });

    test("the REMS prototype's order stops", () => {
      expect(status).toBe(12);
      expect(decision.verdict).toBe("stop");
      expect(decision.edition).toEqual({ since: "2026-11-15", beside: "2021-12-13" });
    });

    test.each([
      ["no-refills", "stop", "refills", { refills: 3 }],
      ["supply-is-short-enough", "stop", "too-long", { days: 45, mostDays: 30 }],
      ["indication-supports-isotretinoin", "stop", "unlisted", {}],
      ["weight-is-current", "ask", "implausible", { written: "155 mg" }],
      ["product-is-known", "ask", "strength-unknown", {}],
      ["category-is-attested", "ask", "not-attested", {}],
      ["pregnancy-test-is-in-window", "ask", "no-test", {}],
      ["parties-are-enrolled", "ask", "missing", { missing: ["patient", "prescriber", "site"] }],
    ] as const)("%s: %s, cited, in both languages", (rule, verdict, reason, facts) => {
      const finding = decision.findings.find((one) => one.rule === rule);
      expect(finding).toMatchObject({ verdict, reason, facts });
      expect(finding?.cites.length).toBeGreaterThan(0);
      expect(finding?.text.en).toMatch(/\.$/);
      expect(finding?.text.ja).toMatch(/。$/);
    });

    test("an order with intent plan is judged", async () => {
      const bundle = readdirSync(join(real, "cms153")).find((name) => name.startsWith("tests-381d357f"));
      const run = await isoward(
        "decide",
        "supply",
        join(real, "cms153", bundle ?? ""),
        "--on",
        "2026-11-20",
        "--protocol",
        "jp-selfpay",
        "--json",
      );
      const read = decisionSchema.parse(JSON.parse(run.out));
      expect(read.question).toMatchObject({ capsuleMg: 25 });
      expect(run.status).toBe(10);
    });

    test("every Synthea history takes a proposed supply", async () => {
      const files = readdirSync(join(real, "synthea"));
      expect(files.length).toBeGreaterThanOrEqual(5);
      for (const file of files) {
        const run = await isoward(
          "decide",
          "supply",
          join(real, "synthea", file),
          "--on",
          "2026-11-20",
          "--clinic",
          "tokyo-monthly",
          "--product",
          "isotroin",
          "--daily-mg",
          "20",
          "--days",
          "30",
          "--json",
        );
        expect(run.err).toBe("");
        expect([10, 12]).toContain(run.status);
      }
    });
  },
);
