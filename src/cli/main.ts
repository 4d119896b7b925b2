#!/usr/bin/env node
/** `isoward`: the command line. */
import { run } from "./run.ts";

// Whoever reads the first lines alone (`| head`) has read enough.
process.stdout.on("error", (cause: NodeJS.ErrnoException) => {
  if (cause.code !== "EPIPE") throw cause;
  process.exit();
});

await run();
