/** Loads what reads files. Zod would try to compile its readers at run time, which the content policy refuses. */
import { config } from "zod";
import type * as Reader from "./read-files.ts";

export async function loadReader(): Promise<typeof Reader> {
  config({ jitless: true });
  return await import("./read-files.ts");
}
