import { defineConfig } from "vitest/config";

/** The properties over many more random histories than `npm test` takes. */
export default defineConfig({
  test: {
    include: ["src/core/properties.test.ts", "src/core/editions.test.ts"],
    env: { ISOWARD_RUNS: "100" },
    testTimeout: 1_200_000,
  },
});
