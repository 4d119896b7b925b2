/** `isoward serve`: the web app on this machine. */
import type { Server } from "node:http";
import { Command, InvalidArgumentError } from "commander";
import { buildWeb, isWebStale, webFolder } from "../http/build-web.ts";

interface Options {
  readonly port: number;
  readonly host: string;
}

export function serveCommand(): Command {
  return new Command("serve")
    .description("Serve the web app on this machine")
    .option("--port <port>", "port to listen on", portOption, 4321)
    .option("--host <host>", "loopback address to listen on", hostOption, "127.0.0.1")
    .exitOverride()
    .action(async (options: Options) => {
      if (isWebStale() && !(await built())) return;
      await serve(options);
    });
}

/** Builds the app, or says why it cannot be built. */
async function built(): Promise<boolean> {
  console.log("Building the web app …");
  const began = performance.now();
  try {
    await buildWeb();
  } catch (cause) {
    console.error(
      `isoward: the web app cannot be built: ${cause instanceof Error ? cause.message : String(cause)}`,
    );
    process.exitCode = 2;
    return false;
  }
  console.log(`Built in ${((performance.now() - began) / 1000).toFixed(1)} s.`);
  return true;
}

async function serve({ port, host }: Options): Promise<void> {
  const { createAdaptorServer } = await import("@hono/node-server");
  const { webServer } = await import("../http/server.ts");
  const server = createAdaptorServer({ fetch: webServer(webFolder).fetch }) as Server;
  server.once("error", (cause: NodeJS.ErrnoException) => {
    console.error(`isoward: ${whyNot(cause, port, host)}`);
    process.exitCode = 2;
  });
  server.listen(port, host, () => {
    const address = server.address();
    const open = typeof address === "object" && address !== null ? address.port : port;
    console.log(`Isoward is at http://${host.includes(":") ? `[${host}]` : host}:${open}`);
  });
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
}

function whyNot(cause: NodeJS.ErrnoException, port: number, host: string): string {
  if (cause.code === "EADDRINUSE") {
    return `port ${port} is in use already; stop what uses it, or choose another with --port ${port + 1}`;
  }
  if (cause.code === "EACCES") return `port ${port} is not yours to use; choose one above 1023 with --port`;
  return `cannot listen on ${host}:${port}: ${cause.message}`;
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
