/** `npm run faults -- --kills 200`: what was tried, what was acknowledged, and every promise that was broken. */
import { Command, Option } from "commander";
import { buildWebApart, isWebStale } from "../src/http/build-web.ts";
import { fuzz, operations } from "./fuzz.ts";
import { cameText, fuzzText, killsText, told } from "./report.ts";
import { runKills } from "./run.ts";
import { type Came, clock, disk, racing, type Scenario, second } from "./scenarios.ts";
import { type Defect, defects } from "./server.ts";
import { postgres, type Store, sqlite } from "./stores.ts";
import { torn } from "./torn.ts";

interface Options {
  readonly kills: number;
  readonly clients: number;
  readonly patients: number;
  readonly store: "sqlite" | "postgres" | "both";
  readonly defect?: Defect;
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
  .addOption(
    new Option("--store <name>", "on which store").choices(["sqlite", "postgres", "both"]).default("both"),
  )
  .addOption(new Option("--defect <name>", "a defect to plant").choices(Object.keys(defects)))
  .action(async ({ store, defect, ...options }: Options) => {
    const stores = { sqlite: [sqlite], postgres: [postgres], both: [sqlite, postgres] }[store];
    await eachStore(stores, async (one) => {
      const began = performance.now();
      const report = await runKills({
        ...options,
        store: one,
        as: defect ?? "usual",
        onKill: ({ kills, acknowledged }) =>
          told(`${one.name}: ${kills} of ${options.kills} kills, ${acknowledged} requests acknowledged`),
      });
      told("");
      console.log(killsText(one.name, report, (performance.now() - began) / 1000));
      if (report.violations.length + report.faults > 0) process.exitCode = 1;
    });
  });

const rounds = new Option("--rounds <n>", "how often").argParser(whole).default(20);
const shake = (
  name: string,
  says: string,
  stores: readonly (typeof sqlite | typeof postgres)[],
  scenario: (given: Scenario) => Promise<Came | undefined>,
) =>
  program
    .command(name)
    .description(says)
    .addOption(rounds)
    .action(async ({ rounds: count }: { readonly rounds: number }) => {
      await eachStore(stores, async (store) => {
        const began = performance.now();
        const onRound = (round: number) => told(`${store.name}: ${round} of ${count} rounds`);
        const came = await scenario({ store, rounds: count, as: "usual", onRound });
        told("");
        if (came === undefined) {
          console.log(`${store.name}: skipped, for this machine lets us mount no small disk; root may`);
          return;
        }
        console.log(cameText(store.name, came, (performance.now() - began) / 1000));
        if (came.held.violations.length + came.held.faults + came.wrong.length > 0) process.exitCode = 1;
      });
    });

shake("clock", "Let the clock of a busy server jump.", [sqlite, postgres], clock);
shake("disk", "Fill the disk under a busy server, and free it again.", [sqlite, postgres], disk);
shake("torn", "Damage the ends of a store's files after a kill.", [sqlite], torn);
shake("second", "Start a second server on the folder of a busy one.", [sqlite], second);
shake("racing", "Two servers on one database, asked at once about the same patients.", [postgres], racing);

program
  .command("fuzz")
  .description("Send what no client should send to every address of the API.")
  .option("--requests <n>", "how many", whole, 100_000)
  .action(async ({ requests }: { readonly requests: number }) => {
    const each = Math.max(1, Math.floor(requests / 500));
    const began = performance.now();
    const fuzzed = await fuzz(requests, (sent) => {
      if (sent % each === 0) told(`${sent} of ${requests} requests`);
    });
    told("");
    console.log(fuzzText(fuzzed, operations.length, (performance.now() - began) / 1000));
  });

await program.parseAsync();

/** One after the other; PostgreSQL in a cluster of its own, that is gone afterwards. */
async function eachStore(
  stores: readonly (typeof sqlite | typeof postgres)[],
  work: (store: Store) => Promise<void>,
): Promise<void> {
  // Built once, so that no server has to before it answers.
  if (isWebStale()) await buildWebApart();
  for (const make of stores) {
    const store = await make();
    try {
      await work(store);
    } finally {
      await store.remove();
    }
  }
}
