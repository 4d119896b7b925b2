/** `npm run faults -- --kills 200`: what was tried, what was acknowledged, and every promise that was broken. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command, Option } from "commander";
import { anApi } from "../src/http/testing/an-api.ts";
import { fuzz, operations } from "./fuzz.ts";
import { promises } from "./history.ts";
import { type Report, runKills } from "./run.ts";
import { type Defect, defects } from "./server.ts";

interface Options {
  readonly kills: number;
  readonly clients: number;
  readonly patients: number;
  readonly defect: Defect;
}

const whole = (text: string) => {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new Error(`${text} is no whole number above 0`);
  return number;
};

const program = new Command("faults").description("Try to make Isoward break its promises.");

program
  .command("kills", { isDefault: true })
  .description("Kill a server under load, again and again, and hold its clients' logs against its ledger.")
  .option("--kills <n>", "how often", whole, 50)
  .option("--clients <n>", "clients at a time", whole, 12)
  .option("--patients <n>", "patients they quarrel about", whole, 8)
  .addOption(new Option("--defect <name>", "a defect to plant").choices(Object.keys(defects)).default("none"))
  .action(async (options: Options) => {
    const folder = mkdtempSync(join(tmpdir(), "isoward-faults-"));
    try {
      const began = performance.now();
      const report = await runKills({ ...options, store: folder, onKill: (so) => told(so, options.kills) });
      process.stderr.write("\n");
      print(report, (performance.now() - began) / 1000);
      process.exitCode = report.violations.length + report.faults > 0 ? 1 : 0;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

program
  .command("fuzz")
  .description("Send what no client should send to every address of the API.")
  .option("--requests <n>", "how many", whole, 100_000)
  .action(async ({ requests }: { readonly requests: number }) => {
    const api = await anApi();
    try {
      const each = Math.max(1, Math.floor(requests / 200));
      const report = await fuzz(api, requests, (sent) => {
        if (sent % each === 0) process.stderr.write(`\r${sent} of ${requests} requests `);
      });
      process.stderr.write("\n");
      console.log(`${report.sent} requests to ${report.operations} of ${operations.length} addresses`);
      for (const [status, times] of [...report.byStatus].toSorted(([a], [b]) => a - b))
        console.log(`  ${status}: ${times}`);
      console.log(
        `  none above 499, none undescribed, none half written; the slowest took ${Math.round(report.slowestMs)} ms`,
      );
    } finally {
      await api.close();
    }
  });

await program.parseAsync();

function told({ kills, acknowledged }: Report, all: number): void {
  process.stderr.write(`\r${kills} of ${all} kills, ${acknowledged} requests acknowledged `);
}

function print(report: Report, seconds: number): void {
  const { kills, asked, acknowledged, refused, unanswered, faults } = report;
  console.log(`SQLite: killed ${kills} times in ${seconds.toFixed(0)} s`);
  console.log(
    `  asked ${asked}: acknowledged ${acknowledged}, refused ${refused}, without an answer ${unanswered}`,
  );
  for (const [promise, says] of Object.entries(promises)) {
    const broken = report.violations.filter((one) => one.promise === promise);
    console.log(`  ${String(broken.length).padStart(3)} broken: ${says}`);
    for (const { says: what } of broken.slice(0, 3)) console.log(`        ${what}`);
  }
  console.log(`  ${String(faults).padStart(3)} faults in the chain`);
}
