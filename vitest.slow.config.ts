import { defineConfig } from "vitest/config";

/** Many more rounds than `npm test` takes: random histories, races for one number, servers killed under load. */
export default defineConfig({
  test: {
    include: [
      "src/core/properties.test.ts",
      "src/core/dispensing-properties.test.ts",
      "src/core/editions.test.ts",
      "src/core/questions/properties.test.ts",
      "src/app/races.test.ts",
      "src/ledger/durability.test.ts",
      "src/ledger/move.test.ts",
    ],
    env: { ISOWARD_RUNS: "100", ISOWARD_ROUNDS: "1000", ISOWARD_KILLS: "200" },
    fileParallelism: false,
    testTimeout: 1_800_000,
  },
});
