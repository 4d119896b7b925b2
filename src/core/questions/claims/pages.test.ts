import { describe, expect, test } from "vitest";
import { readKnowledge } from "../../../app/knowledge-files.ts";
import { day } from "../../calendar.ts";
import { type Judged, judgements } from "../../knowledge/judged.ts";
import { claimPages, claimTopics } from "../../knowledge/topics/claim-topics.ts";
import { askedOn } from "../asked.ts";
import { contraceptionTrouble } from "../contraception-trouble/contraception-trouble.ts";
import { missedDose } from "../missed-dose.ts";

const knowledge = readKnowledge();
const claims = Object.values(knowledge.claims);
const asked = askedOn(knowledge, { protocol: "jp-selfpay", confirmedEditions: [] }, day("2026-11-22"));

/**
 * Where the pages are set against each other and against the label, topic by topic: the claims each page makes, and
 * how each is judged. A page that says nothing of a topic has no row there.
 */
const rows: Readonly<Record<string, readonly `${string} ${Judged}`[]>> = {
  "contraception afterwards": [
    "000-not-while-taking dangerous",
    "001-one-month-before-and-after supported",
    "001-month-after supported",
    "001-three-months-both house-rule",
    "002-month-after supported",
    "004-six-months-after house-rule",
    "004-label-one-month supported",
  ],
  "contraception before": ["001-one-month-before-and-after supported", "001-from-first-capsule dangerous"],
  men: [
    "001-three-months-both house-rule",
    "001-partner-must-not-take unsupported",
    "004-men-month-after house-rule",
  ],
  tests: [
    "001-blood-before-and-each-refill house-rule",
    "001-blood-as-needed wrong",
    "004-blood-every-month house-rule",
    "002-blood-tests-required supported",
    "004-pregnancy-test-each-month supported",
    "004-test-month-before-optional wrong",
  ],
  washout: ["001-two-weeks wrong", "004-half-life-fifteen-hours supported"],
  "laser and hair removal": [
    "001-procedures-six-months supported",
    "001-laser-three-months wrong",
    "002-no-lasers-during supported",
    "002-no-needling-during house-rule",
    "004-hair-removal-one-month wrong",
    "004-lasers-during wrong",
  ],
  "peels and wax": [
    "001-procedures-six-months supported",
    "001-irritating-six-months house-rule",
    "002-no-peels-during supported",
    "002-no-scrubs house-rule",
    "004-peels-during wrong",
  ],
  LASIK: ["004-lasik-six-months supported"],
  "blood donation": ["001-no-blood-donation supported", "001-receiving-blood wrong"],
  course: [
    "000-five-months supported",
    "000-six-to-eight-months house-rule",
    "000-three-years dangerous",
    "001-clear-three-to-five-years unsupported",
    "001-six-to-eight-months house-rule",
    "002-course-four-to-six-months supported",
    "004-six-months-course house-rule",
    "004-eight-to-ten-months-abroad unsupported",
    "004-usual-four-to-five-months supported",
  ],
  onset: [
    "001-felt-after-sixteen-weeks unsupported",
    "001-begins-after-four-weeks unsupported",
    "002-less-oil-in-two-weeks unsupported",
    "003-rapid-clearing unsupported",
    "004-dramatic-in-two-months unsupported",
  ],
  flare: [
    "001-flare-rare wrong",
    "001-flare-week-to-month unsupported",
    "001-flare-one-to-two-months unsupported",
    "004-flare-thirty-percent supported",
  ],
  "longest supply": [
    "000-ten-days-first house-rule",
    "001-three-months-supply dangerous",
    "004-two-months-supply dangerous",
    "004-longer-for-distant dangerous",
  ],
  relapse: [
    "000-clear-three-to-five-years unsupported",
    "000-semi-permanent unsupported",
    "001-clear-three-to-five-years unsupported",
    "002-relapse-very-low unsupported",
    "004-relapse-thirty-percent unsupported",
    "004-relapse-third-or-more house-rule",
    "004-no-effect-one-two-percent unsupported",
  ],
  efficacy: [
    "000-ninety-percent unsupported",
    "002-oil-ninety-percent unsupported",
    "003-highly-effective wrong",
    "004-ninety-eight-percent unsupported",
  ],
  dose: [
    "000-start-twenty-mg house-rule",
    "003-no-word-on-pregnancy dangerous",
    "004-twenty-to-sixty-mg house-rule",
    "004-hundred-forty-mg house-rule",
    "004-label-dose supported",
    "004-ten-mg-three-months unsupported",
  ],
  "missed dose": [
    "004-two-together dangerous",
    "004-late-the-same-day house-rule",
    "004-yesterday-is-gone supported",
  ],
  "gap between courses": ["004-rest-two-preferably-four house-rule"],
  vaccines: [
    "004-no-vaccination unsupported",
    "004-vaccine-intervals unsupported",
    "004-influenza-vaccine-fine supported",
  ],
  sun: ["001-light-sensitive supported", "002-sunscreen-thirty supported", "004-sun-two-months house-rule"],
  age: ["004-under-fifteen-growth supported", "004-under-eighteen-guardian house-rule"],
  "psychiatric history": [
    "000-mood supported",
    "003-mood-rare-but-urgent supported",
    "004-serious-but-rare supported",
    "004-mental-illness-excluded house-rule",
  ],
  "planned pregnancy": [
    "001-not-pregnant-nursing-trying supported",
    "002-not-pregnant-nursing supported",
    "004-no-pregnancy-within-year house-rule",
  ],
  allergy: ["004-allergies-excluded house-rule"],
  // Errors of page 004, and what the translation made of it.
  "a study called German": ["004-german-high-dose-trial wrong"],
  "a cumulative dose garbled": ["004-cumulative-one-mg-garbled wrong", "004-sixty-kg-forty-mg supported"],
  "two years after etretinate": ["004-etretinate-two-years unsupported"],
  "conventional capsules called better": ["004-conventional-better-than-absorica unsupported"],
  "iPLEDGE with two months' supply": ["004-ipledge-compliance wrong"],
  "two definitions of relapse": [
    "004-relapse-more-than-third house-rule",
    "004-relapse-third-or-more house-rule",
  ],
  "healing reaction": [
    "001-healing-reaction wrong",
    "001-flare-proves-renewal wrong",
    "004-upturn-reaction wrong",
  ],
  "private import, rightly condemned": ["002-no-private-import supported", "004-import-prohibited supported"],
  "a bad flare, and a higher dose": [
    "004-raise-in-bad-flare dangerous",
    "004-fever-and-treated-at-once dangerous",
  ],
  pores: ["002-pores-too unsupported", "002-pores-need-full-course wrong"],
  "37 titles": ["003-for-psoriasis wrong", "003-thirty-six-uses dangerous"],
};

/** Nothing that harms, or is contradicted by something read, leaves these without a hand that moved it. */
const worst: Readonly<Record<"dangerous" | "wrong" | "outdated", readonly string[]>> = {
  dangerous: [
    "000-not-while-taking",
    "000-start-lightly",
    "000-blood-read-at-second-visit",
    "000-three-years",
    "001-flare-persevere",
    "001-rash-headache-rare",
    "001-no-particular-side-effects",
    "001-from-first-capsule",
    "001-three-months-supply",
    "003-pains-mild",
    "003-no-word-on-pregnancy",
    "003-thirty-six-uses",
    "004-fever-and-treated-at-once",
    "004-carry-on-when-worse",
    "004-raise-in-bad-flare",
    "004-longer-for-distant",
    "004-two-months-supply",
    "004-two-together",
  ],
  wrong: [
    "000-for-anybody",
    "000-ordinary-precautions",
    "000-fda-wants-it-spread",
    "000-first-line",
    "001-receiving-blood",
    "001-healing-reaction",
    "001-for-anybody",
    "001-blood-as-needed",
    "001-flare-rare",
    "001-two-weeks",
    "001-laser-three-months",
    "001-flare-proves-renewal",
    "002-pores-need-full-course",
    "003-for-psoriasis",
    "003-highly-effective",
    "003-moderate-psoriasis",
    "003-severe-psoriasis-only",
    "004-sebaceous-hyperplasia",
    "004-upturn-reaction",
    "004-peels-during",
    "004-ipledge-compliance",
    "004-hair-removal-one-month",
    "004-lasers-during",
    "004-test-month-before-optional",
    "004-cumulative-one-mg-garbled",
    "004-german-high-dose-trial",
  ],
  outdated: ["004-guidelines-recommend"],
};

describe("The statements of the five pages", () => {
  test("are 305, so many on each page, so many of each judgement", () => {
    const onPage = (page: string) => claims.filter((one) => one.page === page).length;
    expect(claimPages.map(onPage)).toEqual([50, 63, 29, 21, 142]);
    expect(claims).toHaveLength(305);
    const judgedAs = (judged: Judged) => claims.filter((one) => one.judged === judged).length;
    expect(judgements.map(judgedAs)).toEqual([113, 41, 1, 106, 26, 18]);
  });

  test.each(Object.entries(rows))("hold what the pages say of %s, and judge it", (_topic, said) => {
    const ids = said.map((one) => one.split(" ")[0] ?? "");
    expect(ids.map((id) => `${id} ${knowledge.claims[id]?.judged}`)).toEqual(said);
  });

  test.each(Object.entries(worst))("that are %s are these and no others", (judged, ids) => {
    expect(claims.filter((one) => one.judged === judged).map(({ id }) => id)).toEqual(ids);
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

  test("are judged in one place: activities, duties and expectations take their judgement from here", () => {
    const repeated = [
      ...Object.values(knowledge.activities).flatMap(({ statements }) => statements),
      ...Object.values(knowledge.duties),
      ...Object.values(knowledge.expectations),
    ].filter(({ cites }) => cites.some((id) => id.startsWith("page-")));
    const named = repeated.flatMap(({ claim, judged }) => (claim === undefined ? [] : [{ claim, judged }]));
    for (const { claim, judged } of named) expect(judged, claim).toBe(knowledge.claims[claim]?.judged);
    expect(new Set(named.map(({ claim }) => claim)).size).toBeGreaterThan(35);
  });

  test.each([
    [
      "004-late-the-same-day",
      "page-takes-it-late",
      missedDose.answer({ what: "forgotten", dosesPerDay: 1 }, asked),
    ],
    [
      "004-two-together",
      "page-takes-two-together",
      missedDose.answer({ what: "forgotten", dosesPerDay: 2 }, asked),
    ],
    [
      "001-two-weeks",
      "two-weeks-elsewhere",
      contraceptionTrouble.answer({ what: ["unprotected"], lastCapsule: day("2026-11-01") }, asked),
    ],
  ])("judge %s as the question does that warns of it", (id, reason, { remarks }) => {
    const warned = remarks.find((one) => one.reason === reason)?.facts;
    expect(warned).toMatchObject({ judged: knowledge.claims[id]?.judged });
  });

  test("never call a rule looser than the label a clinic's own", () => {
    const { activities } = knowledge;
    const shorter = Object.values(activities).flatMap(({ statements }) => {
      const months = (one: { after?: object | undefined }) =>
        one.after !== undefined && "months" in one.after ? Number(one.after.months) : 0;
      const least = Math.max(0, ...statements.filter(({ by }) => by === "label").map(months));
      return statements.filter(
        ({ by, during, after, judged }) =>
          by === "page" &&
          during === "no" &&
          after !== undefined &&
          judged === "house-rule" &&
          months({ after }) < least,
      );
    });
    expect(shorter).toEqual([]);
  });
});

describe("The references of page 004", () => {
  const references = Object.values(knowledge.references);

  test("are 22, each numbered once and cited by a statement, but for 16, which the page only lists", () => {
    expect(references.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 22 }, (_, index) => index + 1),
    );
    const cited = new Set(claims.flatMap((one) => one.references));
    expect(references.filter(({ id }) => !cited.has(id)).map(({ id }) => id)).toEqual(["page-004-16"]);
  });

  test("are tied to no statement of which the page does not give them", () => {
    expect(knowledge.claims["004-serious-but-rare"]?.references).toEqual([]);
    expect(knowledge.claims["004-miscarriage-malformation"]?.references).toEqual([]);
    expect(claims.filter((one) => one.references.includes("page-004-14")).map(({ id }) => id)).toEqual([
      "004-ipledge-compliance",
      "004-pregnancy-test-each-month",
    ]);
  });

  test("are mended: 17 means 120 mg/kg in all, 18 comes from North Carolina", () => {
    const mended = (number: number) => references.find((one) => one.number === number)?.mended?.en ?? "";
    expect(mended(17)).toContain("120 mg/kg in all");
    expect(mended(18)).toContain("North Carolina");
    expect(references.filter((one) => one.mended !== undefined).length).toBeGreaterThanOrEqual(12);
  });
});
