/** Builds the web app into dist/web. Knowledge and examples are read and checked here, so that no reader ships. */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { knowledgeFolder, readKnowledge } from "./src/app/knowledge-files.ts";
import { inOrder } from "./src/web/examples/order.ts";
import { readExample } from "./src/web/examples/read-example.ts";

const root = fileURLToPath(new URL(".", import.meta.url));
const examplesFolder = join(root, "examples");

/** `virtual:knowledge`, `virtual:claims` and `virtual:examples`: what stands in knowledge/ and examples/, checked, as JSON. */
function virtualData(): Plugin {
  const modules: { readonly [id: string]: () => unknown } = {
    "virtual:knowledge": () => {
      const { claims: _apart, ...rest } = readKnowledge();
      return rest;
    },
    "virtual:claims": () => readKnowledge().claims,
    "virtual:examples": () => {
      const knowledge = readKnowledge();
      return inOrder(
        exampleFiles().map((path) => readExample(basename(path), readFileSync(path, "utf8"), knowledge)),
      );
    },
  };
  return {
    name: "isoward-data",
    resolveId: (id) => (Object.hasOwn(modules, id) ? `\0${id}` : undefined),
    load(id) {
      const make = id.startsWith("\0") ? modules[id.slice(1)] : undefined;
      if (make === undefined) return undefined;
      for (const path of [...exampleFiles(), ...knowledgeFiles()]) this.addWatchFile(path);
      // A string handed to JSON.parse starts faster than the same data as a script.
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(make()))});`;
    },
  };
}

function exampleFiles(): string[] {
  return readdirSync(examplesFolder)
    .filter((name) => name.endsWith(".yaml"))
    .toSorted()
    .map((name) => join(examplesFolder, name));
}

function knowledgeFiles(): string[] {
  return readdirSync(knowledgeFolder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".yaml"))
    .map((path) => join(knowledgeFolder, path));
}

export default defineConfig({
  root: join(root, "src/web"),
  base: "/",
  plugins: [react(), virtualData()],
  build: {
    outDir: join(root, "dist/web"),
    emptyOutDir: true,
    target: "es2022",
    // The preload helper and the polyfill below are modules of their own: nothing inline, so that the CSP stays strict.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: "knowledge", test: /virtual:(knowledge|examples)$/, priority: 3 },
            { name: "statements", test: /virtual:claims$/, priority: 3 },
            { name: "react", test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 2 },
          ],
        },
      },
    },
  },
  server: { host: "127.0.0.1" },
});
