import { describe, expect, test } from "vitest";
import { readKnowledge } from "../../../app/knowledge-files.ts";
import { addressOf, findQuestions } from "./find.ts";

const knowledge = readKnowledge();
const found = (typed: string) =>
  findQuestions(typed, knowledge).findings.map(({ question }) => question.id as string);
const firstThree = (typed: string) => found(typed).slice(0, 3);

describe("a word leads to its question", () => {
  test("a laboratory value and a blood test lead to the results, the value filled in", () => {
    for (const typed of ["ALT", "GPT", "CK", "triglyceride", "中性脂肪", "採血", "血液検査"])
      expect(firstThree(typed), typed).toContain("labs");
    const [alt] = findQuestions("ALT", knowledge).findings;
    expect(alt?.given.en).toEqual({ results: [{ analyte: "alt" }] });
  });

  test("nothing is found across the end of a word and the beginning of the next", () => {
    const names = findQuestions("ALT", knowledge, 50).findings.map(({ name }) => name.en);
    expect(names.filter((name) => /tretinoin|suicid|self-harm/i.test(name))).toEqual([]);
  });

  test("what contraception is made of leads to what to do when it fails", () => {
    for (const typed of [
      "condom",
      "コンドーム",
      "生理",
      "period",
      "pregnant",
      "妊娠",
      "ピル",
      "the pill",
      "IUD",
    ])
      expect(firstThree(typed), typed).toContain("contraception-trouble");
    for (const { name } of Object.values(knowledge.contraceptives)) {
      expect(found(name.en), name.en).toContain("contraception-trouble");
      expect(found(name.ja), name.ja).toContain("contraception-trouble");
    }
  });

  test("what is on a list needs no other way", () => {
    for (const typed of ["献血", "waxing", "ミノマイシン", "headache"])
      expect(findQuestions(typed, knowledge).asTyped).toEqual([]);
  });
});

describe("a word on no list", () => {
  const { findings, asTyped } = findQuestions("xyloquark", knowledge);

  test("is carried over to the questions that take any word", () => {
    expect(findings).toEqual([]);
    expect(asTyped.map(({ question }) => question.id)).toEqual(["triage", "interactions", "may-i"]);
    expect(asTyped.map((one) => new URL(addressOf(one, "en"), "http://x").hash)).toEqual([
      "#symptoms=xyloquark&lang=en",
      "#names=xyloquark&lang=en",
      "#activity=xyloquark&lang=en",
    ]);
  });

  test("says in both languages what it would be taken for", () => {
    expect(asTyped[1]?.name).toEqual({
      en: "Ask about “xyloquark” as a medicine",
      ja: "「xyloquark」を薬として調べる",
    });
  });
});
