import { defineConfig } from "vitest/config";
import usual from "./vitest.config.ts";

/** The tests in a browser, on PostgreSQL: each in databases of its own, begun in a folder and moved there. */
process.env["ISOWARD_TEST_STORE"] ??= "moved";

const ofBrowsers = (usual.test?.projects ?? []).filter(
  (one) => typeof one === "object" && "test" in one && one.test?.name === "browser",
);

export default defineConfig({ test: { ...usual.test, projects: ofBrowsers } });
