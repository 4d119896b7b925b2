/**
 * The number of an authorisation, such as `K7QX-2M9P-4TR8`: the patient's route (8 characters), which of the
 * patient's authorisations (2), and two check letters, which catch every single wrong letter and every two neighbours
 * that changed places. It carries nothing about the patient, and leads to one stream.
 */
import { randomInt } from "node:crypto";

/** Crockford's base 32: no I, L, O or U, so that nothing is misread. */
const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const routeLength = 8;
const nonceLength = 2;

/** A patient's identifier, chosen at random: 40 bits. */
export function newRoute(): string {
  return randomLetters(routeLength);
}

/** A number for a patient that is not among those taken. */
export function newNumber(route: string, taken: ReadonlySet<string>): string {
  for (;;) {
    const stem = route + randomLetters(nonceLength);
    const number = grouped(stem + checkLetters(stem));
    if (!taken.has(number)) return number;
  }
}

/** Reads a number as it was typed or scanned: spaces, dashes, small letters, and O, I, L for 0, 1, 1 are forgiven. */
export function readNumber(typed: string): { readonly number: string; readonly route: string } | undefined {
  const plain = plainLetters(typed);
  if (plain.length !== routeLength + nonceLength + 2 || !isPlain(plain)) return undefined;
  const stem = plain.slice(0, -2);
  if (checkLetters(stem) !== plain.slice(-2)) return undefined;
  return { number: grouped(plain), route: plain.slice(0, routeLength) };
}

/** A patient's identifier as it was typed, or undefined where it cannot be one. */
export function readRoute(typed: string): string | undefined {
  const plain = plainLetters(typed);
  return plain.length === routeLength && isPlain(plain) ? plain : undefined;
}

function isPlain(text: string): boolean {
  return [...text].every((letter) => letters.includes(letter));
}

function plainLetters(typed: string): string {
  return typed
    .normalize("NFKC")
    .toUpperCase()
    .replaceAll(/[\s\-‐–—]/g, "")
    .replaceAll("O", "0")
    .replaceAll(/[IL]/g, "1");
}

function grouped(plain: string): string {
  return (plain.match(/.{4}/g) ?? []).join("-");
}

/** A pure system as in ISO 7064, for 32 letters: the whole number leaves 1 when divided by the modulus. */
const modulus = 1021; // the largest prime below 32², so that two letters hold every remainder
function checkLetters(stem: string): string {
  let rest = 0;
  for (const letter of stem) rest = (rest * 32 + letters.indexOf(letter)) % modulus;
  const check = (modulus + 1 - ((rest * 32 * 32) % modulus)) % modulus;
  return `${letters[check >> 5] ?? ""}${letters[check & 31] ?? ""}`;
}

function randomLetters(length: number): string {
  return Array.from({ length }, () => letters[randomInt(letters.length)]).join("");
}
