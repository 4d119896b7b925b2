import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mostNumbers, newNumber, newRoute, readNumber, readRoute } from "./authorisation-number.ts";

describe("An authorisation's number", () => {
  const numbers = fc.constantFrom(...Array.from({ length: 200 }, () => numberOf(newRoute(), new Set())));

  test("leads to its patient however it is typed", () => {
    fc.assert(
      fc.property(numbers, (number) => {
        const route = number.replaceAll("-", "").slice(0, 8);
        for (const typed of [
          number,
          number.toLowerCase(),
          number.replaceAll("-", ""),
          number.replaceAll("-", " "),
          number.replaceAll("0", "o").replaceAll("1", "l"),
          number.replaceAll(/[0-9A-Z]/g, (c) => String.fromCodePoint((c.codePointAt(0) ?? 0) + 0xfee0)),
        ]) {
          expect(readNumber(typed)).toEqual({ number, route });
        }
        expect(readRoute(route)).toBe(route);
      }),
    );
  });

  test("shows every single wrong character and every two neighbours that changed places", () => {
    const letters = Array.from("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
    let tried = 0;
    fc.assert(
      fc.property(numbers, (number) => {
        const plain = Array.from(number.replaceAll("-", ""));
        for (let at = 0; at < plain.length; at++) {
          for (const letter of letters) {
            if (letter === plain[at]) continue;
            tried++;
            expect(readNumber(plain.with(at, letter).join("")), number).toBeUndefined();
          }
          const [a = "", b = ""] = [plain[at], plain[at + 1]];
          if (b === "" || a === b) continue;
          expect(
            readNumber(
              plain
                .with(at, b)
                .with(at + 1, a)
                .join(""),
            ),
            number,
          ).toBeUndefined();
        }
      }),
      { numRuns: 40 },
    );
    expect(tried).toBeGreaterThan(10_000);
  });

  test("is not one that was given before, down to the last there is; then there is none", () => {
    const route = newRoute();
    const taken = new Set<string>();
    for (let given = 0; given < mostNumbers; given++) taken.add(numberOf(route, taken));
    expect(taken.size).toBe(1024);
    expect(newNumber(route, taken)).toBeUndefined();
  });
});

function numberOf(route: string, taken: ReadonlySet<string>): string {
  const number = newNumber(route, taken);
  if (number === undefined) throw new Error("there is no number left");
  return number;
}
