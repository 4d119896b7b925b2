import { describe, expect, test } from "vitest";
import { changed, harbour, only, problem, problemsOf } from "./small-knowledge.ts";

/** The harbour clinic with price lists. */
const priced = (...lists: readonly string[]) =>
  changed([
    harbour,
    "products: [claravis]\n",
    `products: [claravis]\nprices:\n${lists.map((one) => `  - ${one}\n`).join("")}`,
  ]);
const list = (since: string, capsules: string) =>
  `{ since: ${since}, currency: JPY, taxIncluded: true, capsules: [${capsules}], cites: [label] }`;

describe("Price lists", () => {
  test("of capsules that the clinic has, each from its own day", () => {
    const texts = priced(
      list("2020-01-01", "{ mg: 10, yen: 300 }"),
      list("2021-01-01", "{ mg: 10, yen: 310 }, { mg: 10, product: claravis, yen: 320 }"),
    );
    expect(problemsOf(texts)).toEqual([]);
  });
  test("that begin on one day", () => {
    const texts = priced(
      list("2020-01-01", "{ mg: 10, yen: 300 }"),
      list("2020-01-01", "{ mg: 20, yen: 400 }"),
    );
    expect(only(texts)).toEqual(
      problem(harbour, "mg: 20", /two price lists begin on 2020-01-01/, /its own day/),
    );
  });
  test("with two prices for one capsule", () => {
    const texts = priced(list("2020-01-01", "{ mg: 10, yen: 300 }, { mg: 10, yen: 310 }"));
    expect(only(texts)).toEqual(problem(harbour, "yen: 310", /two prices for a capsule of 10 mg/, /Keep/));
  });
  test("with a strength that the clinic's product has not", () => {
    const texts = priced(list("2020-01-01", "{ mg: 40, yen: 700 }"));
    expect(only(texts)).toEqual(problem(harbour, "mg: 40", /claravis has no capsule of 40 mg/, /Correct/));
  });
  test("with a product that the clinic does not dispense", () => {
    const texts = priced(list("2020-01-01", "{ mg: 10, product: sotret, yen: 300 }"));
    expect(only(texts)).toEqual(problem(harbour, "sotret", /not dispensed here/, /claravis/));
  });
  test("with part of a yen", () => {
    const texts = priced(list("2020-01-01", "{ mg: 10, yen: 300.5 }"));
    expect(problemsOf(texts)).toHaveLength(1);
  });
});
