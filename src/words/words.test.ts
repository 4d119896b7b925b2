import { describe, expect, test } from "vitest";
import { allRules } from "../core/rules/index.ts";
import { words } from "./say.ts";
import { knowledge, labelsOf, sentencesOf } from "./testing/sentences.ts";
import { languages, terms } from "./words.ts";

const all = languages.map((language) => ({
  language,
  sentences: sentencesOf(language),
  labels: labelsOf(language),
}));

function offending(of: ReadonlyMap<string, string>, wrong: (text: string) => boolean): string[] {
  return [...of].filter(([, text]) => wrong(text)).map(([name, text]) => `${name}: ${text}`);
}

describe("The words of both languages", () => {
  test("hold every rule of both gates, and nothing else", () => {
    const ids = allRules.map(({ id }) => id).toSorted();
    for (const language of languages) expect(Object.keys(words[language].rules).toSorted()).toEqual(ids);
    expect(ids.length).toBe(64);
  });

  test("hold the same reasons, actions and terms", () => {
    const { en, ja } = words;
    let reasons = 0;
    for (const { id } of allRules) {
      const here = Object.keys(en.rules[id].reasons).toSorted();
      expect(Object.keys(ja.rules[id].reasons).toSorted()).toEqual(here);
      reasons += here.length;
    }
    expect(reasons).toBeGreaterThanOrEqual(190);
    for (const part of [
      "actions",
      "verdicts",
      "answers",
      "dispensingAnswers",
      "roles",
      "terms",
      "protocolTerms",
    ] as const) {
      expect(Object.keys(ja[part]).toSorted()).toEqual(Object.keys(en[part]).toSorted());
    }
    expect(Object.keys(en.terms).toSorted()).toEqual([...terms].toSorted());
  });

  test("say each sentence whole, with every fact and without those that may be absent", () => {
    for (const { language, sentences } of all) {
      const end = language === "en" ? /[^.]\.$/ : /[^。]。$/;
      expect(offending(sentences, (text) => !end.test(text))).toEqual([]);
      expect(sentences.size).toBeGreaterThanOrEqual(500);
    }
    expect(all[0]?.sentences.size).toBe(all[1]?.sentences.size);
  });

  test("let nothing unsaid through: no undefined, no NaN, no object, no gap", () => {
    const gap = /undefined|NaN|\[object|\bnull\b|\(\)|「」|“”| {2}|: [.;]|。。|\.\.| [,.;]|、。/;
    let texts = 0;
    for (const { sentences, labels } of all) {
      expect(offending(sentences, (text) => gap.test(text))).toEqual([]);
      expect(offending(labels, (text) => gap.test(text) || text.trim() === "")).toEqual([]);
      texts += sentences.size + labels.size;
    }
    expect(texts).toBeGreaterThanOrEqual(1_200);
  });

  test("never raise their voice, and never call a flare a healing reaction", () => {
    for (const { sentences, labels } of all) {
      const wrong = /[!！]|好転反応|healing reaction/i;
      expect(offending(new Map([...sentences, ...labels]), (text) => wrong.test(text))).toEqual([]);
    }
  });

  test("keep to their own language", () => {
    const [en, ja] = all;
    const kana = /[\u3040-\u30ff]/;
    expect(offending(en?.sentences ?? new Map(), (text) => /[\u3000-\u9fff]/.test(text))).toEqual([]);
    expect(offending(ja?.sentences ?? new Map(), (text) => !kana.test(text))).toEqual([]);
    const ids = /\b(fsh-|hcg-neg|no-sharing|informed-consent|absorica-ld|us-ipledge|medical-setting)/;
    for (const { sentences } of all) expect(offending(sentences, (text) => ids.test(text))).toEqual([]);
  });

  test("name every consent and counselling topic that a protocol or a clinic asks for", () => {
    const asked = new Set<string>();
    for (const { values } of [...Object.values(knowledge.protocols), ...Object.values(knowledge.clinics)]) {
      for (const [parameter, stated] of Object.entries(values)) {
        if (!/^(consents|counsellingTopics)/.test(parameter)) continue;
        for (const { value } of stated ?? [])
          if (Array.isArray(value)) for (const id of value) asked.add(String(id));
      }
    }
    expect(asked.size).toBeGreaterThanOrEqual(5);
    for (const language of languages) {
      expect([...asked].filter((id) => !Object.hasOwn(words[language].protocolTerms, id))).toEqual([]);
    }
  });
});
