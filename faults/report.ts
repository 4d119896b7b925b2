/** What a run tells: what was tried, what was acknowledged, and every promise that was broken. */
import type { Fuzzed } from "./fuzz.ts";
import { promises } from "./history.ts";
import type { Held, Report } from "./run.ts";
import type { Came } from "./scenarios.ts";
import { roundSays } from "./stores.ts";

/** The lines on standard error that tell how far it is. */
export function told(what: string): void {
  process.stderr.write(`\r\u001B[K${what}`);
}

const count = (number: number) => number.toLocaleString("en");

/** A run of kills, as a table. */
export function killsText(name: string, report: Report, seconds: number): string {
  const { kills, rounds, cuts } = report;
  const tried = [...rounds].map(([round, times]) => `  ${count(times).padStart(7)} × ${roundSays[round]}`);
  return [
    `${name}: servers with rights held and people signed in, killed ${count(kills)} times in ${seconds.toFixed(0)} s`,
    ...tried,
    ...(cuts === 0 ? [] : [`  ${count(cuts).padStart(7)} connections to the database cut`]),
    ...heldLines(report),
  ].join("\n");
}

/** Another scenario, in the same way. */
export function cameText(name: string, { tried, held, wrong }: Came, seconds: number): string {
  return [
    `${name}: in ${seconds.toFixed(0)} s`,
    ...[...tried].map(([what, times]) => `  ${count(times).padStart(7)} × ${what}`),
    ...heldLines(held),
    `  ${count(wrong.length).padStart(7)} otherwise wrong`,
    ...wrong.slice(0, 5).map((says) => `          ${says}`),
  ].join("\n");
}

function heldLines(held: Held): string[] {
  const { asked, acknowledged, done, refused, unanswered, entries, faults } = held;
  const what = [...done].map(([name, times]) => `${name} ${count(times)}`).toSorted();
  return [
    `  ${count(asked).padStart(7)} asked: ${count(acknowledged)} acknowledged (${what.join(", ")}), ${count(refused)} refused, ${count(unanswered)} without an answer`,
    ...Object.entries(promises).flatMap(([promise, says]) => {
      const broken = held.violations.filter((one) => one.promise === promise);
      return [
        `  ${count(broken.length).padStart(7)} broken: ${says}`,
        ...broken.slice(0, 3).map((one) => `          ${one.says}`),
      ];
    }),
    `  ${count(faults).padStart(7)} faults in the chain of ${count(entries)} entries`,
  ];
}

/** What became of requests that no client should send: who asked, and how far they got. */
export function fuzzText(fuzzed: Fuzzed, operations: number, seconds: number): string {
  const { sent, byStatus, byAsker, slowestMs } = fuzzed;
  const rows = [...byAsker, ["all of them", byStatus] as const].map(([asker, own]) => {
    const all = [...own.values()].reduce((sum, times) => sum + times, 0);
    const share = (from: number, to: number = from) => {
      const of = [...own].filter(([status]) => status >= from && status <= to);
      const times = of.reduce((sum, [, one]) => sum + one, 0);
      return `${((100 * times) / Math.max(1, all)).toFixed(0)} %`.padStart(7);
    };
    const past = [share(200, 399), share(400), share(401), share(403), share(404), share(409), share(422)];
    return `  ${asker.padEnd(20)} ${count(all).padStart(8)}${past.join("")}`;
  });
  const statuses = [...byStatus].toSorted(([a], [b]) => a - b);
  return [
    `${count(sent)} requests to ${fuzzed.operations} of ${operations} addresses, in ${seconds.toFixed(0)} s`,
    `  ${"who".padEnd(20)} requests${["2xx", "400", "401", "403", "404", "409", "422"].map((one) => one.padStart(7)).join("")}`,
    ...rows,
    `  ${statuses.map(([status, times]) => `${status}: ${count(times)}`).join(", ")}`,
    "        0 above 499, undescribed, half written, or without a word of what is wrong and where",
    `  the slowest took ${Math.round(slowestMs)} ms`,
  ].join("\n");
}
