import { describe, expect, test } from "vitest";
import { readKnowledge } from "../../../app/knowledge-files.ts";
import { day } from "../../calendar.ts";
import { askedOn } from "../asked.ts";
import { claims } from "./claims.ts";
import { searchable, standIn, standsWhole, termsOf } from "./stands-in.ts";

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
    ["終了後2週間程度で", "2 週間"],
    ["終了後2週間程度で", "２　週間"],
    ["終了後3か月まで", "三ヶ月"],
    ["飲み始める1か月前", "一か月"],
    ["12か月以内", "十二か月"],
    ["until 3 months after", "three months"],
    ["for six months after", "6 months"],
    ["1 month before", "one month"],
  ])("“%s” holds “%s”", (text, search) => expect(holds(text, search)).toBe(true));

  test.each([
    ["for 12 weeks", "2 weeks"],
    ["12週間", "2週間"],
    ["2 tests within 3 weeks", "2 weeks"],
    ["a nasal spray", "ray"],
    ["lesions now", "sns"],
    ["終了後12か月", "二か月"],
    ["1 month before", "one says"],
  ])("“%s” does not hold “%s”", (text, search) => expect(holds(text, search)).toBe(false));
});

describe("What stands there as one piece", () => {
  test.each([
    ["while breast-feeding", "breast feeding"],
    ["while breastfeeding", "breast-feeding"],
    ["take 2 capsules together", "two capsules"],
  ])("“%s” holds “%s” whole", (text, search) => expect(standsWhole(searchable([text]), search)).toBe(true));

  test.each([
    ["capsules, 2 of them", "two capsules"],
    ["a dose was missed", "missed dose"],
  ])("“%s” does not hold “%s” whole", (text, search) =>
    expect(standsWhole(searchable([text]), search)).toBe(false),
  );
});

describe("Claims", () => {
  const missed = ["004-two-together", "004-late-the-same-day", "004-yesterday-is-gone"];
  const moods = ["004-mental-illness-excluded", "003-mood-rare-but-urgent", "000-mood"];
  const psoriasis = ["003-for-psoriasis", "003-highly-effective", "003-thirty-six-uses"];
  test.each([
    ["missed dose", missed],
    ["missed", missed],
    ["missed capsule", missed],
    ["missed pill", missed],
    ["skip a dose", missed],
    ["skipped dose", missed],
    ["two capsules", ["004-two-together"]],
    ["mood", moods],
    ["depressed", moods],
    ["鬱", moods],
    ["flare up", ["001-flare-persevere", "004-raise-in-bad-flare"]],
    ["initial breakout", ["001-flare-persevere", "004-raise-in-bad-flare"]],
    ["生理", ["004-pregnancy-test-each-month", "001-lapse-stop-and-call"]],
    ["月経", ["004-pregnancy-test-each-month", "001-lapse-stop-and-call"]],
    [
      "breast feeding",
      ["001-not-pregnant-nursing-trying", "002-not-pregnant-nursing", "004-no-pregnancy-within-year"],
    ],
    ["2 週間", ["001-two-weeks", "004-vaccine-intervals"]],
    ["こうてんはんのう", ["001-healing-reaction", "004-upturn-reaction"]],
    ["かんせん", psoriasis.slice(0, 2)],
    ["尋常性乾癬", psoriasis.slice(0, 2)],
    ["ひにん", ["000-not-while-taking", "001-from-first-capsule"]],
    ["けんけつ", ["001-no-blood-donation", "001-receiving-blood"]],
    ["三ヶ月", ["001-three-months-both", "001-three-months-supply"]],
    ["一か月", ["001-month-after", "004-label-one-month"]],
    ["three months", ["001-three-months-both", "001-three-months-supply"]],
    ["six months", ["004-six-months-after", "001-procedures-six-months"]],
    ["24173086", ["004-german-high-dose-trial"]],
    ["10.1001/jamadermatol.2013.6746", ["004-german-high-dose-trial"]],
    ["フケ", psoriasis.slice(2)],
  ])("“%s” is found as it is written", (search, wanted) => {
    const answer = claims.answer({ search }, asked);
    expect(answer.headline.reason).toBe("found");
    expect(ids(answer)).toEqual(expect.arrayContaining([...wanted]));
  });

  test("that come near keep the order of the search, the likest first", () => {
    const findClaims = () => ["004-yesterday-is-gone", "000-sns-pictures", "004-two-together"];
    expect(ids(claims.answer({ search: "qwertzuiop" }, { ...asked, findClaims }))).toEqual(findClaims());
  });

  test("that come near stand below those that hold the words scattered, and are counted apart", () => {
    const scattered = claims.answer(
      { search: "dinner forgotten" },
      { ...asked, findClaims: () => ["000-self-pay"] },
    );
    expect(scattered.headline).toMatchObject({ reason: "found", facts: { found: 1, near: 1 } });
    expect(ids(scattered)).toEqual(["004-two-together", "000-self-pay"]);
  });

  test("stand with the worst first, and what is supported apart", () => {
    const { remarks, verdict } = claims.answer({ search: "好転反応" }, asked);
    // Found, and no tick over what is dangerous.
    expect(verdict).toBe("advise");
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
