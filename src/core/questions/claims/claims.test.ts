import { describe, expect, test } from "vitest";
import { readKnowledge } from "../../../app/knowledge-files.ts";
import { day } from "../../calendar.ts";
import { askedOn } from "../asked.ts";
import { claims } from "./claims.ts";
import { searchable, standIn, termsOf } from "./stands-in.ts";

const knowledge = readKnowledge();
const asked = askedOn(knowledge, { protocol: "jp-selfpay", confirmedEditions: [] }, day("2026-11-22"));
const ids = (answer: ReturnType<typeof claims.answer>) =>
  answer.remarks.flatMap(({ about }) => (about?.kind === "claim" ? [about.id] : []));

const holds = (text: string, search: string) => standIn(searchable([text]), termsOf(search));

describe("What stands in a text", () => {
  test.each([
    ["Giving blood is meant", "blood giving"],
    ["after about 2 weeks", "2 weeks"],
    ["終了後2週間程度で", "2週間"],
    ["終了後3か月まで", "3ヶ月"],
    ["テトラサイクリン系", "ﾃﾄﾗｻｲｸﾘﾝ"],
    ["SNSの写真", "sns"],
    ["St John's wort", "ST JOHNS"],
    ["120 mg/kg in all", "120 mg/kg"],
  ])("“%s” holds “%s”", (text, search) => expect(holds(text, search)).toBe(true));

  test.each([
    ["for 12 weeks", "2 weeks"],
    ["12週間", "2週間"],
    ["2 tests within 3 weeks", "2 weeks"],
    ["a nasal spray", "ray"],
    ["lesions now", "sns"],
  ])("“%s” does not hold “%s”", (text, search) => expect(holds(text, search)).toBe(false));
});

describe("Claims", () => {
  test("stand with the worst first, and what is supported apart", () => {
    const { remarks, verdict } = claims.answer({ search: "好転反応" }, asked);
    expect(verdict).toBe("pass");
    expect(remarks.map(({ section }) => section)).toEqual(
      remarks.map(({ section }) => section).toSorted((a, b) => (a === b ? 0 : a === "unreliable" ? -1 : 1)),
    );
    const judged = remarks.flatMap(({ facts }) => ("judged" in facts ? [facts.judged] : []));
    expect(judged[0]).toBe("dangerous");
    expect(judged.at(-1)).toBe("supported");
  });

  test("are counted by how they were judged", () => {
    const { headline } = claims.answer({ page: "page-003" }, asked);
    expect(headline).toMatchObject({
      reason: "found",
      facts: { found: 21, dangerous: 3, wrong: 4, unsupported: 10, outdated: 0, houseRule: 0, supported: 4 },
    });
  });

  test("cite the page beside what the judgement rests on", () => {
    const { remarks } = claims.answer({ search: "one can rest assured" }, asked);
    expect(remarks[0]?.cites.slice(0, 1)).toEqual(["page-001"]);
    expect(remarks[0]?.cites).toContain("label-us-boxed");
  });

  test("are found by page, judgement and topic together", () => {
    expect(
      ids(claims.answer({ page: "page-004", judged: "dangerous", topic: "missed-dose" }, asked)),
    ).toEqual(["004-two-together"]);
  });

  test("that come near count as advice, and only where nothing holds the words", () => {
    const findClaims = () => ["004-two-together"];
    const near = claims.answer({ search: "qwertzuiop" }, { ...asked, findClaims });
    expect([near.verdict, near.headline.reason, ids(near)]).toEqual(["advise", "near", ["004-two-together"]]);
    expect(ids(claims.answer({ search: "SNS" }, { ...asked, findClaims }))).not.toContain("004-two-together");
  });

  test("that nobody makes are asked about, never waved through", () => {
    for (const search of ["qwertzuiop", "constructor", "!?", "…"]) {
      expect(claims.answer({ search }, asked).verdict, search).toBe("ask");
    }
  });

  test("wrong or dangerous ones never count against a person", () => {
    const { remarks } = claims.answer({}, asked);
    expect(remarks.filter(({ verdict }) => verdict === "stop").length).toBeGreaterThan(30);
    expect(remarks.filter(({ section }) => section === "counts")).toEqual([]);
  });
});
