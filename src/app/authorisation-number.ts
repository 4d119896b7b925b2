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

/** A number for a patient that is not among those taken. */
export function newNumber(route: string, taken: ReadonlySet<string>): string {
  for (;;) {
    const stem = route + randomLetters(nonceLength);
    const number = grouped(stem + checkLetters(stem));
    if (!taken.has(number)) return number;
  }
}

function randomLetters(length: number): string {
  return Array.from({ length }, () => numberLetters[randomInt(numberLetters.length)]).join("");
}
