import { describe, expect, test } from "vitest";
import { day } from "../../core/calendar.ts";
import { type ClaimTopic, claimTopics } from "../../core/knowledge/topics/claim-topics.ts";
import { askedOn } from "../../core/questions/asked.ts";
import { claims } from "../../core/questions/claims/claims.ts";
import { questionWords } from "../../words/render-question.ts";
import { readKnowledge } from "../knowledge-files.ts";
import { claimsFinder, tokensOf } from "./search.ts";

const knowledge = readKnowledge();
const find = claimsFinder(knowledge);

describe("Words of a text", () => {
  test("Latin words and numbers stand as they are; Japanese in words and in pairs of letters", () => {
    expect(tokensOf("About 120 mg/kg")).toEqual(["about", "120", "mg", "kg"]);
    expect(tokensOf("献血")).toContain("献血");
    expect(tokensOf("好転反応")).toEqual(expect.arrayContaining(["好転", "転反", "反応"]));
    expect(tokensOf("ﾃﾄﾗｻｲｸﾘﾝ")).toEqual(tokensOf("テトラサイクリン"));
  });
});

describe("Subjects", () => {
  /** What stands before the first comma of a subject's name, as pages and forms show it. */
  const heads = claimTopics.flatMap((topic) =>
    [questionWords.en, questionWords.ja].map((words): [string, ClaimTopic] => [
      words.claims.fields.topic.choices[topic].split(/[,・、]/)[0] ?? "",
      topic,
    ]),
  );

  test.each(heads)("“%s” finds every statement of %s, the dangerous ones too", (name, topic) => {
    const asked = askedOn(knowledge, { protocol: "jp-selfpay", confirmedEditions: [] }, day("2026-11-22"));
    const search = name.replace(/ and breastfeeding$/, "");
    const found = new Set(claims.answer({ search }, asked).remarks.map(({ about }) => about?.id));
    const ofTopic = Object.values(knowledge.claims).filter((one) => one.topic === topic);
    expect(ofTopic.map(({ id }) => id).filter((id) => !found.has(id))).toEqual([]);
  });
});

describe("The search among claims", () => {
  test.each([
    ["2週間", "001-two-weeks"],
    ["好転反応", "001-healing-reaction"],
    ["blood donation", "001-no-blood-donation"],
    ["psoriasis", "003-for-psoriasis"],
    ["SNS", "000-sns-pictures"],
    ["ﾃﾄﾗｻｲｸﾘﾝ", "001-no-tetracyclines"],
    ["tetracicline", "001-no-tetracyclines"],
    ["contraseption", "001-one-month-before-and-after"],
    ["vacination", "004-no-vaccination"],
    ["飲み忘れたら2錠飲んでいい", "004-two-together"],
    ["Blasiak", "004-german-high-dose-trial"],
  ])("“%s” finds %s", (search, id) => expect(find(search)).toContain(id));

  test("ranks the likest first", () => {
    expect(find("blood donation").slice(0, 2).toSorted()).toEqual([
      "001-no-blood-donation",
      "001-receiving-blood",
    ]);
    expect(find("two weeks vitamin A back to normal")[0]).toBe("001-two-weeks");
  });

  test("every statement finds itself among the first three, by its own words in either language", () => {
    const lost = Object.values(knowledge.claims).flatMap(({ id, says }) =>
      [says.en, says.ja].filter((text) => !find(text).slice(0, 3).includes(id)),
    );
    expect(lost).toEqual([]);
  });

  test("what no page speaks of finds nothing", () => {
    for (const search of ["スキューバダイビング", "qwertzuiop", "???"]) expect(find(search)).toEqual([]);
  });
});
