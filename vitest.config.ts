import { defineConfig } from "vitest/config";

// Whoever works on a database of their own in this terminal: no test goes there, nor anywhere else that is set.
for (const name of Object.keys(process.env))
  if (/^ISOWARD_(?!TEST_|RUNS$|KILLS$|ROUNDS$|REAL_DATA$|SCREENSHOTS$)/.test(name)) delete process.env[name];

export default defineConfig({
  test: {
    // As many files at once as there are cores: left to itself the runner keeps one of two for itself.
    maxWorkers: "100%",
    projects: [
      {
        test: {
          name: "unit",
          include: ["src/**/*.test.ts", "faults/**/*.test.ts", "bench/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          environment: "node",
          // Files of a worker share the modules they import: to load the knowledge and every schema anew for each
          // file took as long as the tests.
          isolate: false,
        },
      },
      {
        test: {
          name: "browser",
          include: ["e2e/**/*.test.ts"],
          environment: "node",
          globalSetup: ["e2e/web-built.ts", "e2e/postgres-there.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // Each file has a server, a folder and a browser of its own; a browser keeps more than one core busy.
          maxWorkers: 2,
          // Two cores are busy with both: what a page does within a second alone takes longer here.
          expect: { poll: { timeout: 10_000 } },
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
