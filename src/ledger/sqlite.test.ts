import { afterAll } from "vitest";
import { openLedger } from "./sqlite.ts";
import { describeLedger } from "./testing/contract.ts";
import { projector, temporaryFolders } from "./testing/entries.ts";

const folders = temporaryFolders();
afterAll(folders.remove);

describeLedger("SQLite", () => openLedger({ folder: folders.make(), projector }));
