import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { packageFolder } from "../app/write-schemas.ts";
import { parseDay } from "../core/calendar.ts";
import { questions } from "../core/questions/index.ts";
import { questionNames } from "../core/questions/names.ts";
import { isowardHere } from "./testing/isoward.ts";

const isoward = isowardHere(tmpdir());
const ajv = new Ajv2020({ strict: true, strictTypes: false, allowUnionTypes: true });
ajv.addFormat("date", (text) => parseDay(text) !== undefined);
const fits = ajv.compile(
  JSON.parse(readFileSync(join(packageFolder, "docs/answer.schema.json"), "utf8")) as object,
);

describe("isoward may-i, and every other question", () => {
  test("has a command", () => {
    expect(questionNames.toSorted()).toEqual(questions.map(({ id }) => id).toSorted());
  });

  test("answers on one line first, names its sources, and its exit status is the answer", async () => {
    const args = ["may-i", "献血", "--stopped", "2026-10-21", "--under", "label-us"];
    const waiting = await isoward(...args, "--on", "2026-11-20");
    expect(waiting.err).toBe("");
    expect(waiting.status).toBe(11);
    expect(waiting.out.split("\n")[1]).toContain("22 Nov 2026");
    expect(waiting.out).toMatch(/Source: /);
    const free = await isoward(...args, "--on", "2026-11-22");
    expect(free.status).toBe(0);
  });

  test("prints JSON of the published shape, with what was asked as it was understood", async () => {
    const { out, status } = await isoward(
      "may-i",
      "ＢＬＯＯＤ　ＤＯＮＡＴＩＯＮ",
      "--during",
      "--json",
      "--on",
      "2026-11-20",
    );
    expect(status).toBe(12);
    const answer: unknown = JSON.parse(out);
    expect(fits(answer), ajv.errorsText(fits.errors)).toBe(true);
    expect(answer).toMatchObject({ question: "may-i", asked: { activity: "blood-donation", during: true } });
  });

  test("says what is wrong, where, and what would be right, in the reader's language", async () => {
    const unknown = await isoward("may-i", "--during", "waxin", "--stopped", "2026-13-01");
    expect(unknown.status).toBe(2);
    expect(unknown.err).toContain("<activity>: “waxin” is not known here; did you mean waxing?");
    expect(unknown.err).toContain("--stopped: a calendar day");
    const nowhere = await isoward("may-i", "献血", "--during", "--under", "atlantis");
    expect(nowhere.err).toMatch(/nothing is called "atlantis"\n {2}→ choose one of .*jp-selfpay/);
    const day = await isoward("may-i", "献血", "--stopped", "2026-02-30", "--lang", "ja");
    expect(day.err).toContain("日付");
  });

  test("takes a yes or no with a word, without one, and swallows no other word", async () => {
    for (const args of [
      ["献血", "--during"],
      ["--during", "献血"],
      ["--during", "yes", "献血"],
    ]) {
      const { out } = await isoward("may-i", ...args, "--json");
      expect(JSON.parse(out)).toMatchObject({ asked: { activity: "blood-donation", during: true } });
    }
    const { out } = await isoward("may-i", "献血", "--no-during", "--can-become-pregnant", "no", "--json");
    expect(JSON.parse(out)).toMatchObject({ asked: { during: false, canBecomePregnant: false } });
  });

  test("reads no row that gives a column twice", async () => {
    const { err, status } = await isoward(
      "labs",
      "--result",
      "analyte=alt,value=95,value=10,unit=U/L,upperLimit=40",
    );
    expect(status).toBe(2);
    expect(err).toContain('"value" stands twice');
  });

  test("lists what it knows, and takes a choice by its name in either language", async () => {
    const { out } = await isoward("may-i", "--list", "--lang", "ja");
    expect(out).toMatch(/^blood-donation +献血\n +Giving blood/m);
    const missed = (await isoward("missed-dose", "飲み忘れた", "--json")).out;
    expect(JSON.parse(missed)).toMatchObject({ asked: { what: "forgotten" } });
    expect((await isoward("missed-dose", "--help")).out).toMatch(/What can stand for what:\n {2}forgotten /);
  });

  test("puts no tick over dangerous statements: the worst is said first, and that status 0 means found", async () => {
    const { status, out } = await isoward("claims", "2錠", "--on", "2026-11-22");
    expect(status).toBe(0);
    expect(out.split("\n")[1]).toMatch(/^! One of these is dangerous\. /);
    expect((await isoward("claims", "--help")).out).toContain("Exit status: 0 found, however it is judged");
  });

  test("has a help page in both languages, with a case to try", async () => {
    const english = await isoward("may-i", "--help");
    expect(english.out).toMatch(/Example:\n {2}isoward may-i \S+/);
    const japanese = await isoward("may-i", "--help", "--lang", "ja");
    expect(japanese.out).toContain("最後にカプセルを飲んだ日");
  });
});
