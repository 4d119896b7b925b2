import { describe, expect, test } from "vitest";
import { changed, floor, only, problem, problemsOf, strict } from "./small-knowledge.ts";

describe("Days of values and editions", () => {
  test("two values of one parameter since the same day", () => {
    expect(only(changed([strict, "2011-01-01, value: 6", "2001-01-01, value: 6"]))).toEqual(
      problem(strict, "value: 6", /two values since 2001-01-01/, /Keep one/),
    );
  });
  test("a value that runs into the next", () => {
    expect(only(changed([strict, "value: 7,", "until: 2011-01-01, value: 7,"]))).toEqual(
      problem(strict, "value: 7", /past 2011-01-01/, /a day before 2011-01-01/),
    );
  });
  test("a value that ends the day before the next begins is well", () => {
    expect(problemsOf(changed([strict, "value: 7,", "until: 2010-12-31, value: 7,"]))).toEqual([]);
  });
  test("a value that ends before it begins", () => {
    expect(only(changed([strict, "value: 6,", "until: 2010-12-31, value: 6,"]))).toEqual(
      problem(strict, "value: 6", /before it begins/, /on or after 2011-01-01/),
    );
  });
  test("a value before the protocol's first edition", () => {
    expect(only(changed([strict, "2001-01-01, value: 30", "2000-12-31, value: 30"]))).toEqual(
      problem(strict, "value: 30", /before the protocol's first edition/, /2001-01-01, 2011-01-01/),
    );
  });
  test("a value between two editions would come late", () => {
    expect(only(changed([strict, "2011-01-01, value: 6", "2010-06-01, value: 6"]))).toEqual(
      problem(strict, "value: 6", /no edition begins/, /enter one of 2010-06-01/),
    );
  });
  test("two editions of one day", () => {
    const texts = changed([floor, "2010-01-01, cites", "2000-01-01, confirmed: true, cites"]);
    expect(only(texts)).toEqual(problem(floor, "confirmed: true", /two editions/, /Join the two/));
  });
});
