/** `isoward serve`: the practice's pages and API on this machine, with a demo clinic on a first start. */
import { existsSync, readdirSync } from "node:fs";
import { Command } from "commander";
import packageJson from "../../package.json" with { type: "json" };
import { type Place, placeOf } from "../app/place.ts";
import type { Settings } from "../app/settings.ts";
import { buildWebApart, isWebStale, webFolder } from "../http/build-web.ts";
import { LedgerError } from "../ledger/ledger.ts";
import { ownerOnly } from "./options.ts";
import { problemLine } from "./problem-text.ts";
import { progress } from "./progress.ts";
import { settingOptions, settingsGiven } from "./settings-given.ts";
import { endOnBugs, stopOnSignal } from "./stopping.ts";

export function serveCommand(): Command {
  return settingOptions(new Command("serve"))
    .description("Serve the practice's pages and API")
    .exitOverride()
    .action(async (flags: Readonly<Record<string, unknown>>) => {
      const settings = settingsGiven(flags)?.settings;
      if (settings === undefined) return;
      try {
        if (isWebStale()) await timed("Building the web app", buildWebApart);
        if (settings.demo && (await isNew(settings))) await demo(placeOf(settings));
        await serve(settings);
      } catch (cause) {
        if (!(cause instanceof Error)) throw cause;
        console.error(
          problemLine(why(cause, settings), cause instanceof LedgerError ? cause.remedy : undefined),
        );
        process.exitCode = 2;
      }
    });
}

async function serve(settings: Settings): Promise<void> {
  endOnBugs();
  ownerOnly();
  const { accounts, server, stop } = await opened(settings);
  stopOnSignal(stop);
  console.log(`Isoward is at ${settings.publicUrl ?? server.url}`);
  console.log(`What a visitor reads without an account is at ${server.url}/ja and ${server.url}/en`);
  if (await accounts.isNew()) {
    console.log(
      `The first administrator comes in, once and within a day, by ${await accounts.firstLink(server.url)}`,
    );
  }
  if (settings.demo)
    console.log("This is a demo: anybody comes in, by one click, as any of its fictional people.");
}

/** Opens all that a server needs; where one thing does not open, what was opened before it is closed. */
async function opened(settings: Settings) {
  const { data, port, host, publicUrl, trustProxy, demo, metricsToken } = settings;
  const { sessionIdleMinutes, brokenGlassHours, retentionYears } = settings;
  const { openPractice } = await import("../app/open-practice.ts");
  const { linkHolds, recordLinkUsed } = await import("../app/people-links.ts");
  const { startServer } = await import("../http/server.ts");
  const { refuseNoDemo } = await import("../app/demo/only-fictional.ts");
  const { forgetErased } = await import("../app/forget-erased.ts");
  const { workOutLists } = await import("../app/views/today.ts");
  const { openAccounts } = await import("../http/auth/accounts.ts");
  const { makeMetrics } = await import("../http/operation/metrics.ts");
  const { requestLog } = await import("../http/operation/request-log.ts");
  await using open = new AsyncDisposableStack();
  const metrics = makeMetrics({ version: packageJson.version, process: true, folder: data });
  const log = requestLog(settings.log);
  open.defer(log.flush);
  const onRefill = progress("Filling the lists anew");
  const practice = await openPractice(placeOf(settings), {
    onRefill,
    watch: metrics.ledger,
    brokenGlassHours,
    retentionYears,
  });
  open.defer(() => practice.ledger.close());
  if (demo) await refuseNoDemo(practice);
  const ending = new AbortController();
  open.defer(() => ending.abort());
  if (settings.database !== undefined) {
    if (!practice.ledger.isWalled) console.error(noWall);
    void forgetErased(practice, ending.signal);
  }
  const accounts = await openAccounts({
    folder: data,
    database: settings.database,
    publicUrl,
    trustProxy,
    demo,
    limits: { idleMs: sessionIdleMinutes * 60_000 },
    onLinkUsed: ({ link, account }) => recordLinkUsed(practice, link, account),
    linkHolds: (link) => linkHolds(practice, link),
    onEvent: ({ what }) => {
      if (what === "sign-in-failed") metrics.signInFailed();
    },
  });
  open.defer(() => accounts.close());
  const watching = { log, metrics, metricsToken };
  const from = { practice, accounts, rightsAreHeld: true, folder: webFolder, publicUrl, trustProxy };
  const server = await startServer({ ...from, ...watching, port, host });
  open.defer(() => server.close());
  practice.ledger.announce({ url: server.url });
  // What goes wrong with it is told to whoever looks at such a list.
  workOutLists(practice, ending.signal).catch(() => {});
  const running = open.move();
  return { accounts, server, stop: () => running.disposeAsync() };
}

const noWall = `The database shows this user everything, whatever clinic it is asked for: only Isoward itself keeps clinics apart.
→ Start it as a user that is no superuser and has no BYPASSRLS, or may work as the role isoward_server.`;

/** A demo clinic of fictional people, made by the commands that a clinic gives. */
async function demo(place: Place): Promise<void> {
  const { makeDemo } = await import("../app/demo/make-demo.ts");
  await timed("Making the demo clinic: fictional people, some months of treatment", () =>
    makeDemo(place, { onProgress: progress("Making the demo clinic") }),
  );
}

async function timed(what: string, work: () => Promise<unknown>): Promise<void> {
  console.log(`${what} …`);
  const began = performance.now();
  await work();
  console.log(`Done in ${((performance.now() - began) / 1000).toFixed(1)} s.`);
}

/** Whether a demo may be made there: nobody else's entries are touched. */
async function isNew(settings: Settings): Promise<boolean> {
  const place = placeOf(settings);
  if ("folder" in place) return !existsSync(place.folder) || readdirSync(place.folder).length === 0;
  const { openPractice } = await import("../app/open-practice.ts");
  const { isNobodys } = await import("../app/demo/only-fictional.ts");
  const practice = await openPractice(place);
  try {
    return await isNobodys(practice);
  } finally {
    await practice.ledger.close();
  }
}

function why(cause: Error & { readonly code?: string }, { port, host }: Settings): string {
  if (cause.code === "EADDRINUSE") {
    return `port ${port} is in use already; stop what uses it, or choose another with --port ${port + 1}`;
  }
  if (cause.code === "EACCES") return `port ${port} is not yours to use; choose one above 1023 with --port`;
  if (cause.code === "EADDRNOTAVAIL") return `cannot listen on ${host}:${port}: ${cause.message}`;
  return cause.message;
}
