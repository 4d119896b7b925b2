import { describe, expect, test } from "vitest";
import { changed, load, only, problem, problemsOf } from "./small-knowledge.ts";

const first = "claims/page-000.yaml";
const second = "claims/page-001.yaml";

describe("Claims of pages", () => {
  test("load with their page, and a contradiction written once holds both ways", () => {
    const read = load(changed());
    if ("problems" in read) throw new Error("does not load");
    expect(read.claims["during-only"]).toMatchObject({ page: "page-000", contradicts: ["month-after"] });
    expect(read.claims["month-after"]).toMatchObject({ page: "page-001", contradicts: ["during-only"] });
    expect(read.references["ref-1"]?.number).toBe(1);
  });

  test("an id that another page holds does not load", () => {
    expect(only(changed([second, "- id: their-rule", "- id: during-only"]))).toEqual(
      problem(second, "- id: during-only", /stands on page-000 already/, /id of its own/),
    );
  });

  test("a file is named for its page", () => {
    expect(only(changed([second, "page: page-001", "page: page-002"]))).toEqual(
      problem(second, "page: page-002", /named claims\/page-001\.yaml/, /claims\/page-002\.yaml/),
    );
  });

  test("a page that is none does not load, and the remedy names those there are", () => {
    expect(problemsOf(changed([second, "page: page-001", "page: page-009"]))[0]).toMatchObject({
      file: second,
      line: 1,
      remedy: expect.stringContaining("page-004") as unknown,
    });
  });

  test.each([
    ["contradicts: [month-after]", "contradicts: [nowhere]", /no page holds a claim `nowhere`/],
    ["contradicts: [month-after]", "contradicts: [during-only]", /contradicts itself/],
    ["references: [ref-1]", "references: [ref-9]", /none of references\.yaml/],
  ])("%s → %s does not load", (from, to, says) => {
    expect(only(changed([first, from, to]))).toEqual(problem(first, to, says, /Write|Correct/));
  });

  test("nothing is supported, wrong or dangerous on the word of a page", () => {
    const pagesOnly: [string, string, string] = [
      second,
      "So it is., ja: そのとおりです。 }\n    cites: [label]",
      "So it is., ja: そのとおりです。 }\n    cites: [page-001, page-000]",
    ];
    expect(only(changed(pagesOnly))).toEqual(
      problem(second, "judged: supported", /only pages are cited/, /`unsupported` or `house-rule`/),
    );
    expect(
      only(
        changed([
          first,
          "references: [ref-1]\n    cites: [label]",
          "references: [ref-1]\n    cites: [page-001]",
        ]),
      ),
    ).toEqual(problem(first, "judged: dangerous", /only pages are cited/, /Cite what shows it/));
  });

  test("nothing unread makes a statement supported, though it may make it dangerous", () => {
    expect(
      only(
        changed([
          second,
          "ja: そのとおりです。 }\n    cites: [label]",
          "ja: そのとおりです。 }\n    cites: [hearsay, page-001]",
        ]),
      ),
    ).toEqual(problem(second, "judged: supported", /nobody has read/, /mark it `read`/));
    expect(
      problemsOf(
        changed([
          first,
          "references: [ref-1]\n    cites: [label]",
          "references: [ref-1]\n    cites: [hearsay]",
        ]),
      ),
    ).toEqual([]);
  });

  const repeats = (rest: string): [string, string, string] => [
    "activities.yaml",
    "        cites: [label]\n",
    `        cites: [label]\n      - { by: page, during: "no", says: { en: A page., ja: ページ。 }, ${rest} }\n`,
  ];

  test("what repeats a claim is judged as the claim is", () => {
    const read = load(changed(repeats("claim: their-rule, cites: [page-001]")));
    if ("problems" in read) throw new Error("does not load");
    expect(read.activities["blood-donation"]?.statements.map(({ judged }) => judged)).toEqual([
      "supported",
      "house-rule",
    ]);
  });

  test.each([
    ["cites: [page-001]", /names no claim/],
    ["judged: wrong, cites: [page-001]", /names no claim/],
    ["judged: wrong, claim: their-rule, cites: [page-001]", /a second time/],
    ["claim: nowhere, cites: [page-001]", /no page holds a claim `nowhere`/],
    ["claim: their-rule, cites: [page-000]", /stands on page-001, which is not cited/],
  ])("a statement of a page with %s does not load", (rest, says) => {
    expect(problemsOf(changed(repeats(rest)))).toEqual([
      expect.objectContaining({ file: "activities.yaml", says: expect.stringMatching(says) as unknown }),
    ]);
  });
});
