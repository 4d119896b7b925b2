/** What a run tells: what was tried, what was acknowledged, and every promise that was broken. */
import { promises } from "./history.ts";
import type { Report } from "./run.ts";
import { roundSays } from "./stores.ts";

/** The lines on standard error that tell how far it is. */
export function told(what: string): void {
  process.stderr.write(`\r\u001B[K${what}`);
}

const count = (number: number) => number.toLocaleString("en");

/** A run of kills, as a table. */
export function killsText(name: string, report: Report, seconds: number): string {
  const { kills, rounds, cuts, asked, acknowledged, done, refused, unanswered, entries } = report;
  const tried = [...rounds].map(([round, times]) => `  ${count(times).padStart(7)} × ${roundSays[round]}`);
  const writes = [...done].map(([what, times]) => `${what} ${count(times)}`).toSorted();
  return [
    `${name}: servers with rights held and people signed in, killed ${count(kills)} times in ${seconds.toFixed(0)} s`,
    ...tried,
    ...(cuts === 0 ? [] : [`  ${count(cuts).padStart(7)} connections to the database cut`]),
    `  ${count(asked).padStart(7)} asked: ${count(acknowledged)} acknowledged (${writes.join(", ")}), ${count(refused)} refused, ${count(unanswered)} without an answer`,
    ...zeros(report),
    `          of ${count(entries)} entries`,
  ].join("\n");
}

/** Each promise with how often it was broken, and the chain. */
export function zeros({ violations, faults }: Pick<Report, "violations" | "faults">): string[] {
  return [
    ...Object.entries(promises).flatMap(([promise, says]) => {
      const broken = violations.filter((one) => one.promise === promise);
      return [
        `  ${count(broken.length).padStart(7)} broken: ${says}`,
        ...broken.slice(0, 3).map((one) => `          ${one.says}`),
      ];
    }),
    `  ${count(faults).padStart(7)} faults in the chain`,
  ];
}
