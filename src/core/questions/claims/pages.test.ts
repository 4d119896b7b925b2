import { describe, expect, test } from "vitest";
import { readKnowledge } from "../../../app/knowledge-files.ts";
import { judgements } from "../../knowledge/judged.ts";
import { claimPages, claimTopics } from "../../knowledge/topics/claim-topics.ts";

const knowledge = readKnowledge();
const claims = Object.values(knowledge.claims);

/**
 * Where the pages are set against each other and against the label, topic by topic: the claims each page makes. A page
 * that says nothing of a topic has no row there.
 */
const rows: Readonly<Record<string, readonly string[]>> = {
  "contraception afterwards": [
    "000-not-while-taking",
    "001-one-month-before-and-after",
    "001-month-after",
    "001-three-months-both",
    "002-month-after",
    "004-six-months-after",
    "004-label-one-month",
  ],
  "contraception before": ["001-one-month-before-and-after", "001-from-first-capsule"],
  men: ["001-three-months-both", "001-partner-must-not-take", "004-men-month-after"],
  tests: [
    "001-blood-before-and-each-refill",
    "002-blood-tests-required",
    "004-pregnancy-test-each-month",
    "004-test-month-before-optional",
  ],
  washout: ["001-two-weeks", "004-half-life-fifteen-hours"],
  "laser and hair removal": [
    "001-procedures-six-months",
    "001-laser-three-months",
    "002-no-lasers-during",
    "004-hair-removal-one-month",
    "004-lasers-during",
  ],
  "peels and wax": ["001-procedures-six-months", "002-no-scrubs", "004-peels-during"],
  LASIK: ["004-lasik-six-months"],
  "blood donation": ["001-no-blood-donation", "001-receiving-blood"],
  course: [
    "000-five-months",
    "000-six-to-eight-months",
    "000-three-years",
    "001-clear-three-to-five-years",
    "001-six-to-eight-months",
    "002-course-four-to-six-months",
    "004-six-months-course",
    "004-usual-four-to-five-months",
  ],
  onset: [
    "001-felt-after-sixteen-weeks",
    "001-begins-after-four-weeks",
    "002-less-oil-in-two-weeks",
    "003-rapid-clearing",
    "004-dramatic-in-two-months",
  ],
  flare: [
    "001-flare-rare",
    "001-flare-week-to-month",
    "001-flare-one-to-two-months",
    "004-flare-thirty-percent",
  ],
  "longest supply": [
    "000-ten-days-first",
    "001-three-months-supply",
    "004-two-months-supply",
    "004-longer-for-distant",
  ],
  relapse: [
    "000-clear-three-to-five-years",
    "000-semi-permanent",
    "001-clear-three-to-five-years",
    "002-relapse-very-low",
    "004-relapse-thirty-percent",
    "004-relapse-third-or-more",
    "004-no-effect-one-two-percent",
  ],
  efficacy: [
    "000-ninety-percent",
    "002-oil-ninety-percent",
    "003-highly-effective",
    "004-ninety-eight-percent",
  ],
  dose: [
    "000-start-twenty-mg",
    "003-no-word-on-pregnancy",
    "004-twenty-to-sixty-mg",
    "004-hundred-forty-mg",
    "004-label-dose",
    "004-ten-mg-three-months",
  ],
  "missed dose": ["004-two-together", "004-late-the-same-day", "004-yesterday-is-gone"],
  "gap between courses": ["004-rest-two-preferably-four"],
  vaccines: ["004-no-vaccination", "004-vaccine-intervals", "004-influenza-vaccine-fine"],
  sun: ["001-light-sensitive", "002-sunscreen-thirty", "004-sun-two-months"],
  age: ["004-under-fifteen-growth", "004-under-eighteen-guardian"],
  "psychiatric history": [
    "000-mood",
    "003-mood-rare-but-urgent",
    "004-serious-but-rare",
    "004-mental-illness-excluded",
  ],
  "planned pregnancy": [
    "001-not-pregnant-nursing-trying",
    "002-not-pregnant-nursing",
    "004-no-pregnancy-within-year",
  ],
  allergy: ["004-allergies-excluded"],
  // Errors of page 004, and what the translation made of it.
  "a study called German": ["004-german-high-dose-trial"],
  "a cumulative dose garbled": ["004-cumulative-one-mg-garbled", "004-sixty-kg-forty-mg"],
  "two years after etretinate": ["004-etretinate-two-years"],
  "conventional capsules called better": ["004-conventional-better-than-absorica"],
  "iPLEDGE with two months' supply": ["004-ipledge-compliance"],
  "two definitions of relapse": ["004-relapse-more-than-third", "004-relapse-third-or-more"],
  "healing reaction": ["001-healing-reaction", "001-flare-proves-renewal", "004-upturn-reaction"],
  "private import, rightly condemned": ["002-no-private-import", "004-import-prohibited"],
  "a bad flare, and a higher dose": ["004-raise-in-bad-flare", "004-fever-and-treated-at-once"],
  pores: ["002-pores-too", "002-pores-need-full-course"],
  "37 titles": ["003-for-psoriasis", "003-thirty-six-uses"],
};

describe("The statements of the five pages", () => {
  test("are 297, so many on each page", () => {
    const onPage = (page: string) => claims.filter((one) => one.page === page).length;
    expect(claimPages.map(onPage)).toEqual([50, 61, 26, 21, 139]);
    expect(claims).toHaveLength(297);
  });

  test.each(Object.entries(rows))("hold what the pages say of %s", (_topic, ids) => {
    expect(ids.filter((id) => !Object.hasOwn(knowledge.claims, id))).toEqual([]);
  });

  test("are numbered for their page, of every judgement and every topic", () => {
    for (const { id, page } of claims) expect(`page-${id.slice(0, 3)}`).toBe(page);
    expect(new Set(claims.map(({ judged }) => judged))).toEqual(new Set(judgements));
    expect(new Set(claims.map(({ topic }) => topic))).toEqual(new Set(claimTopics));
  });

  test("say and answer in both languages, in sentences of each", () => {
    for (const { id, says, answer } of claims) {
      for (const { en, ja } of [says, answer]) {
        expect(en, id).toMatch(/^[A-Z0-9"].*[.!]$/);
        expect(ja, id).toMatch(/[ぁ-んァ-ン一-龠].*[。]$/);
        expect(en, id).not.toMatch(/[ぁ-んァ-ン一-龠]/);
      }
    }
  });

  test("use the word of a healing reaction only where a page is quoted", () => {
    for (const { id, answer } of claims) expect(answer.ja, id).not.toContain("好転反応");
  });

  test("contradict each other both ways, on one page and across pages", () => {
    let links = 0;
    let across = 0;
    for (const { id, page, contradicts } of claims) {
      for (const other of contradicts) {
        links += 1;
        expect(knowledge.claims[other]?.contradicts, `${id} and ${other}`).toContain(id);
        if (knowledge.claims[other]?.page !== page) across += 1;
      }
    }
    expect(links).toBeGreaterThan(100);
    expect(across).toBeGreaterThan(50);
    expect(knowledge.claims["000-not-while-taking"]?.contradicts).toContain("001-month-after");
    expect(knowledge.claims["001-procedures-six-months"]?.contradicts).toContain("001-laser-three-months");
    expect(knowledge.claims["000-five-months"]?.contradicts).toContain("000-six-to-eight-months");
  });

  test("are judged as the same thing is judged among activities", () => {
    const judgedAs = (id: string) => knowledge.claims[id]?.judged;
    const ofPages = Object.values(knowledge.activities).flatMap(({ statements }) =>
      statements.filter(({ by }) => by === "page"),
    );
    const among = (text: RegExp) => ofPages.find(({ says }) => text.test(says.en))?.judged;
    expect(judgedAs("001-two-weeks")).toBe(among(/2 weeks/));
    expect(judgedAs("000-not-while-taking")).toBe(among(/only while capsules/));
    expect(judgedAs("001-receiving-blood")).toBe(among(/receive donated blood/));
    expect(judgedAs("004-six-months-after")).toBe(among(/6 months after the last capsule; the page/));
  });
});

describe("The references of page 004", () => {
  const references = Object.values(knowledge.references);

  test("are 22, each numbered once and cited by a statement", () => {
    expect(references.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 22 }, (_, index) => index + 1),
    );
    const cited = new Set(claims.flatMap((one) => one.references));
    expect(references.filter(({ id }) => !cited.has(id)).map(({ id }) => id)).toEqual([]);
  });

  test("are mended: 17 means 120 mg/kg in all, 18 comes from North Carolina", () => {
    const mended = (number: number) => references.find((one) => one.number === number)?.mended?.en ?? "";
    expect(mended(17)).toContain("120 mg/kg in all");
    expect(mended(18)).toContain("North Carolina");
    expect(references.filter((one) => one.mended !== undefined).length).toBeGreaterThanOrEqual(12);
  });
});
