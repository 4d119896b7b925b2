/**
 * The number of an authorisation, such as `K7QX-2M9P-4TR8`: the patient's route (8 characters), which of the
 * patient's authorisations (2), and two check letters, which catch every single wrong letter and every two neighbours
 * that changed places. It carries nothing about the patient, and leads to one stream.
 */
import { randomInt } from "node:crypto";
import { checkLetters, grouped, nonceLength, numberLetters, routeLength } from "./read-number.ts";

export { readNumber, readRoute } from "./read-number.ts";

/** A patient's identifier, chosen at random: 40 bits. */
export function newRoute(): string {
  return randomLetters(routeLength);
}

/** As many numbers as lead to one patient. */
export const mostNumbers = numberLetters.length ** nonceLength;

/** A number for a patient that is not among those taken: from a place at random the next that is free, if there is one. */
export function newNumber(route: string, taken: ReadonlySet<string>): string | undefined {
  const start = randomInt(mostNumbers);
  for (let step = 0; step < mostNumbers; step += 1) {
    const stem = route + nonce((start + step) % mostNumbers);
    const number = grouped(stem + checkLetters(stem));
    if (!taken.has(number)) return number;
  }
  return undefined;
}

function nonce(place: number): string {
  let [letters, rest] = ["", place];
  for (let letter = 0; letter < nonceLength; letter += 1) {
    letters = `${numberLetters[rest % numberLetters.length]}${letters}`;
    rest = Math.floor(rest / numberLetters.length);
  }
  return letters;
}

function randomLetters(length: number): string {
  return Array.from({ length }, () => numberLetters[randomInt(numberLetters.length)]).join("");
}
