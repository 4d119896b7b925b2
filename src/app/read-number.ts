/** Reads an authorisation's number as people type and scanners send it. Nothing in here needs a server. */

/** Crockford's base 32: no I, L, O or U, so that nothing is misread. */
export const numberLetters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
export const routeLength = 8;
export const nonceLength = 2;
const checkLength = 2;
const numberLength = routeLength + nonceLength + checkLength;

/** What somebody has typed of a number so far. */
export type TypedNumber =
  | { readonly is: "nothing" }
  /** What stands there fits, and `missing` letters are still to come. */
  | { readonly is: "incomplete"; readonly missing: number }
  /** A character that no number has. */
  | { readonly is: "foreign"; readonly letter: string }
  | { readonly is: "too-long"; readonly letters: number }
  /** As long as a number, but the check letters do not belong to the others. */
  | { readonly is: "mistyped" }
  | { readonly is: "number"; readonly number: string; readonly route: string };

/** What was typed of a number: spaces, dashes, small and wide letters, and O, I, L for 0, 1, 1 are forgiven. */
export function typedNumber(typed: string): TypedNumber {
  const plain = plainLetters(typed);
  if (plain === "") return { is: "nothing" };
  const letter = Array.from(plain).find((one) => !numberLetters.includes(one));
  if (letter !== undefined) return { is: "foreign", letter };
  if (plain.length < numberLength) return { is: "incomplete", missing: numberLength - plain.length };
  if (plain.length > numberLength) return { is: "too-long", letters: plain.length };
  const stem = plain.slice(0, -checkLength);
  if (checkLetters(stem) !== plain.slice(-checkLength)) return { is: "mistyped" };
  return { is: "number", number: grouped(plain), route: plain.slice(0, routeLength) };
}

/** A number as it was typed or scanned, or undefined where it is none. */
export function readNumber(typed: string): { readonly number: string; readonly route: string } | undefined {
  const read = typedNumber(typed);
  return read.is === "number" ? { number: read.number, route: read.route } : undefined;
}

/** A patient's identifier as it was typed, or undefined where it cannot be one. */
export function readRoute(typed: string): string | undefined {
  const plain = plainLetters(typed);
  const fits =
    plain.length === routeLength && Array.from(plain).every((letter) => numberLetters.includes(letter));
  return fits ? plain : undefined;
}

/** As it is printed: `K7QX-2M9P-4TR8`. */
export function grouped(plain: string): string {
  return (plain.match(/.{4}/g) ?? []).join("-");
}

/** A pure system as in ISO 7064, for 32 letters: the whole number leaves 1 when divided by the modulus. */
const modulus = 1021; // the largest prime below 32², so that two letters hold every remainder
export function checkLetters(stem: string): string {
  let rest = 0;
  for (const letter of stem) rest = (rest * 32 + numberLetters.indexOf(letter)) % modulus;
  const check = (modulus + 1 - ((rest * 32 * 32) % modulus)) % modulus;
  return `${numberLetters[check >> 5] ?? ""}${numberLetters[check & 31] ?? ""}`;
}

function plainLetters(typed: string): string {
  return (
    typed
      .normalize("NFKC")
      .toUpperCase()
      // The last two are what a Japanese keyboard makes of a dash.
      .replaceAll(/[\s\-‐–—−ー]/g, "")
      .replaceAll("O", "0")
      .replaceAll(/[IL]/g, "1")
  );
}
