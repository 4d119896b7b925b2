import { describe, expect, test } from "vitest";
import { type Change, changed, harbour, only, problem, problemsOf, strict } from "./small-knowledge.ts";

describe("What nobody has read makes nothing more permissive", () => {
  test("a value looser than the one before it", () => {
    expect(only(changed([strict, "value: 6, cites: [label]", "value: 8, cites: [hearsay]"]))).toEqual(
      problem(strict, "value: 8", /from 7 to 8.*nobody has read/, /Keep 7/),
    );
  });
  test("one that has read a source beside it may loosen", () => {
    expect(
      problemsOf(changed([strict, "value: 6, cites: [label]", "value: 8, cites: [hearsay, label]"])),
    ).toEqual([]);
  });
  test("a signed deviation", () => {
    const value =
      "  supplyDaysIfPregnancyImpossible:\n    - { since: 2012-01-01, value: 60, cites: [hearsay], deviation: { signedBy: A, because: b } }\n";
    expect(only(changed([harbour, "values:\n", `values:\n${value}`]))).toEqual(
      problem(harbour, "value: 60", /nobody has read/, /or read the source/),
    );
  });
  test("a leave to loosen", () => {
    const texts = changed([
      strict,
      "pregnancy-impossible, cites: [label]",
      "pregnancy-impossible, cites: [hearsay]",
    ]);
    expect(only(texts)).toEqual(
      problem(strict, "asFarAs", /nobody has read/, /Remove `supplyDaysIfPregnancyImpossible`/),
    );
  });
  test.each<[string, Change, string, RegExp]>([
    [
      "an accepted method",
      ["contraceptives.yaml", "cites: [label]", "cites: [hearsay]"],
      "cites: [hearsay]",
      /not-accepted/,
    ],
    [
      "a medicine that passes",
      [
        "medicines.yaml",
        "verdict: stop\n    says: { en: Not together., ja: 併用しません。 }\n    cites: [label]",
        "verdict: pass\n    finding: none\n    checkedOn: 2026-11-22\n    says: { en: Fine., ja: 問題ありません。 }\n    cites: [hearsay]",
      ],
      "verdict: pass",
      /verdict: ask/,
    ],
    [
      "a medicine that passes by another route",
      [
        "medicines.yaml",
        "    says: { en: Not together., ja: 併用しません。 }\n",
        "    byRoute:\n      - { routes: [skin], verdict: pass, says: { en: Fine., ja: 問題ありません。 }, cites: [hearsay] }\n    says: { en: Not together., ja: 併用しません。 }\n",
      ],
      "verdict: pass",
      /verdict: ask/,
    ],
    [
      "a code that recognises an accepted method",
      ["contraceptives.yaml", "code: G03AC08", "code: G03AC08, checked: unread"],
      "G03AC08",
      /Remove the code/,
    ],
    [
      "a labelled indication",
      ["indications.yaml", "cites: [label]", "cites: [hearsay]"],
      "cites: [hearsay]",
      /mark the indication `none`/i,
    ],
    [
      "a code that recognises an indication",
      ["indications.yaml", "code: L70.0", "code: L70.0, checked: unread"],
      "L70.0",
      /mark the code's indication `none`.*or read the source/i,
    ],
    [
      "excipients called complete",
      ["products.yaml", "food: with-meal\n    cites: [label]", "food: with-meal\n    cites: [hearsay]"],
      "excipientsComplete",
      /excipientsComplete: false/,
    ],
    [
      "a strength's code",
      ["products.yaml", 'code: "197843"', 'code: "197843", checked: unread'],
      "197843",
      /Remove the code/,
    ],
    [
      "a strength's source",
      ["products.yaml", "}, cites: [label] }", "}, cites: [hearsay] }"],
      "197843",
      /Remove the code/,
    ],
    [
      "a factor",
      ["labs.yaml", "88.57, cites: [label]", "88.57, cites: [hearsay]"],
      "88.57",
      /Remove the factor/,
    ],
    [
      "an analyte's code",
      ["labs.yaml", "code: 2571-8", "code: 2571-8, checked: unread"],
      "2571-8",
      /Remove the code/,
    ],
  ])("%s", (_what, change, at, remedy) => {
    expect(only(changed(change))).toEqual(problem(change[0], at, /nobody has read/, remedy));
  });
  test("a statement that permits something during treatment; one that asks is welcome", () => {
    const unread = (during: string) =>
      changed([
        "activities.yaml",
        'during: "no"\n        after: { months: 1 }\n        says: { en: Not in treatment., ja: 治療中はできません。 }\n        cites: [label]',
        `during: ${during}\n        says: { en: Perhaps., ja: どうでしょう。 }\n        cites: [hearsay]`,
      ]);
    for (const during of ['"yes"', "care"]) {
      expect(only(unread(during))).toEqual(
        problem("activities.yaml", "by: floor", /permitted during treatment.*nobody has read/, /during: ask/),
      );
    }
    for (const during of ["ask", '"no"']) expect(problemsOf(unread(during))).toEqual([]);
  });
  test("an unread refusal is welcome", () => {
    const texts = changed(
      ["contraceptives.yaml", "class: primary", "class: not-accepted"],
      ["contraceptives.yaml", "cites: [label]", "cites: [hearsay]"],
    );
    expect(problemsOf(texts)).toEqual([]);
  });
});
