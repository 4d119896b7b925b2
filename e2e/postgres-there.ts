/** Before any test in a browser: the PostgreSQL server that all of them share, where they are asked to use one. */
import type { TestProject } from "vitest/node";
import { serverForTests, storeAsked } from "./store.ts";

export default async function postgresThere(
  project: TestProject,
): Promise<(() => Promise<void>) | undefined> {
  if (storeAsked() === "sqlite") return undefined;
  const server = await serverForTests();
  project.provide("postgres", server.url);
  return () => server.stop();
}
