/** `isoward serve`: the practice's pages and API on this machine, with a demo clinic on a first start. */
import { existsSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { Command, InvalidArgumentError } from "commander";
import { buildWebApart, isWebStale, webFolder } from "../http/build-web.ts";
import { LedgerError } from "../ledger/ledger.ts";
import { problemLine } from "./problem-text.ts";
import { progress } from "./progress.ts";

interface Options {
  readonly port: number;
  readonly host: string;
  readonly data: string;
  readonly demo: boolean;
}

export function serveCommand(): Command {
  return new Command("serve")
    .description("Serve the practice's pages and API on this machine")
    .option("--port <port>", "port to listen on", portOption, 4321)
    .option("--host <host>", "loopback address to listen on", hostOption, "127.0.0.1")
    .option("--data <folder>", "folder of the practice", (text) => resolve(text), resolve("data"))
    .option("--no-demo", "begin without the demo clinic")
    .exitOverride()
    .action(async (options: Options) => {
      try {
        if (isWebStale()) await timed("Building the web app", buildWebApart);
        if (options.demo && isNew(options.data)) await demo(options.data);
        await serve(options);
      } catch (cause) {
        if (!(cause instanceof Error)) throw cause;
        console.error(
          problemLine(why(cause, options), cause instanceof LedgerError ? cause.remedy : undefined),
        );
        process.exitCode = 2;
      }
    });
}

async function serve({ data, port, host, demo }: Options): Promise<void> {
  const { openPractice } = await import("../app/open-practice.ts");
  const { startServer } = await import("../http/server.ts");
  const { openAccounts } = await import("../http/auth/accounts.ts");
  const practice = await openPractice(data, { onRefill: progress("Filling the lists anew") });
  const accounts = await openAccounts({ folder: data, demo });
  const server = await startServer({ practice, accounts, folder: webFolder, port, host }).catch(
    async (cause: unknown) => {
      await accounts.close();
      await practice.ledger.close();
      throw cause;
    },
  );
  practice.ledger.announce({ url: server.url });
  console.log(`Isoward is at ${server.url}`);
  console.log(`What a visitor reads without an account is at ${server.url}/ja and ${server.url}/en`);
  if (await accounts.isNew()) {
    console.log(
      `The first administrator comes in, once and within a day, by ${await accounts.firstLink(server.url)}`,
    );
  }
  console.log(
    "Rights are not held to accounts yet: it listens on this machine alone, and records who writes as not authenticated.",
  );
  const stop = async () => {
    await server.close();
    await accounts.close();
    await practice.ledger.close();
  };
  process.once("SIGINT", () => void stop());
  process.once("SIGTERM", () => void stop());
}

/** A demo clinic of fictional people, made by the commands that a clinic gives. */
async function demo(folder: string): Promise<void> {
  const { makeDemo } = await import("../app/demo/make-demo.ts");
  await timed("Making the demo clinic: fictional people, some months of treatment", () =>
    makeDemo(folder, { onProgress: progress("Making the demo clinic") }),
  );
}

async function timed(what: string, work: () => Promise<unknown>): Promise<void> {
  console.log(`${what} …`);
  const began = performance.now();
  await work();
  console.log(`Done in ${((performance.now() - began) / 1000).toFixed(1)} s.`);
}

function isNew(folder: string): boolean {
  return !existsSync(folder) || readdirSync(folder).length === 0;
}

function why(cause: Error & { readonly code?: string }, { port, host }: Options): string {
  if (cause.code === "EADDRINUSE") {
    return `port ${port} is in use already; stop what uses it, or choose another with --port ${port + 1}`;
  }
  if (cause.code === "EACCES") return `port ${port} is not yours to use; choose one above 1023 with --port`;
  if (cause.code === "EADDRNOTAVAIL") return `cannot listen on ${host}:${port}: ${cause.message}`;
  return cause.message;
}

function portOption(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new InvalidArgumentError("Write a whole number from 0 to 65535 (0 takes any free port).");
  }
  return port;
}

/** There are no accounts yet, so nobody but this machine may reach the server. */
function hostOption(text: string): string {
  if (!["127.0.0.1", "::1", "localhost"].includes(text)) {
    throw new InvalidArgumentError("Isoward listens on this machine alone: use 127.0.0.1, ::1 or localhost.");
  }
  return text;
}
