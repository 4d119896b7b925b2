/**
 * Moves a ledger from one store into another as it is: the same bytes, hashes and positions, the keys, what was asked
 * before. Whenever it is killed, the next attempt goes on where that one ended, and nobody can take what is there by
 * then for a ledger. Nobody writes to the source meanwhile, nor afterwards: it is marked before the target is opened.
 */
import { createHash } from "node:crypto";
import { join, resolve } from "node:path";
import { type Erasure, isWholeList } from "./keys.ts";
import { LedgerError, type Projector } from "./ledger.ts";
import { movedAway, type OldPlace } from "./moving/moved-away.ts";
import type { KeyRow, KeyRows, Origin, RememberedRow, Rows, Target } from "./moving/parts.ts";
import { folderKeys, oldFile, sqliteRows } from "./moving/sqlite-rows.ts";
import { isFree, movingInto, sqliteTarget } from "./moving/sqlite-target.ts";
import type { Place } from "./place.ts";
import { type Root, rootOf } from "./root.ts";
import { takeLock } from "./sqlite/lock.ts";
import { ledgerFile, openReading, schemaVersion, versionOf } from "./sqlite/schema.ts";
import { olderStore } from "./sqlite/steps.ts";

export type MoveStep = "keys" | "copying" | "verifying" | "filling";

export interface MoveOptions {
  readonly from: Place;
  readonly to: Place;
  /** Keeps the read models of the target. */
  readonly projector: Projector;
  readonly onProgress?: (doing: MoveStep, done: number, total: number) => void;
  /** Asked before anything is put into a target that is empty: it throws where something else is in the way. */
  readonly refuse?: () => Promise<void>;
  /** What else belongs to it is moved here, once all entries are: into the folder that will be the target, or beside it. */
  readonly alongside?: (target: Place) => Promise<void>;
}

export interface Moved {
  readonly entries: number;
  readonly streams: number;
  readonly position: number;
  readonly keys: number;
  readonly erasures: number;
  /** How many entries an attempt before this one had moved. */
  readonly before: number;
  /** The hash over the heads of all streams: the same there and here. */
  readonly hash: string;
}

/**
 * @throws LedgerError `locked` where a server writes to the source, `corrupt` where what came does not verify, `failed`
 * where the target holds something else
 */
export async function move({ from, ...options }: MoveOptions): Promise<Moved> {
  const source = await openSource(from, true);
  try {
    const [goal, gone] = [await goalOf(options.to), await source.old.movedTo()];
    if (gone !== undefined && gone !== goal) throw movedAway(gone);
  } catch (cause) {
    await source.keys.close();
    await source.rows.close();
    throw cause;
  }
  return await moveRows(source, options);
}

/** A place as an old one names it: always the same, and without a password. */
async function goalOf(to: Place): Promise<string> {
  if ("folder" in to) return resolve(to.folder);
  const { whereOf } = await import("./postgres/connect.ts");
  return whereOf(to.database);
}

/** The same of what stands in no place, such as a backup. What is given is closed. */
export async function moveRows(
  { rows, keys, old }: Source,
  options: Omit<MoveOptions, "from">,
): Promise<Moved> {
  try {
    const origin = await originOf(rows);
    const target = await openTarget(options, origin);
    if (target === undefined) {
      const moved = await movedBefore(rows, keys, options.to);
      await old?.markMoved(await goalOf(options.to));
      return moved;
    }
    try {
      return await carry({ ...options, rows, keys, old, target });
    } finally {
      await target.close();
    }
  } finally {
    await keys.close();
    await rows.close();
  }
}

export interface Source {
  readonly rows: Rows;
  readonly keys: KeyRows;
  /** Undefined for what is no place where a server could go on, such as a backup. */
  readonly old?: OldPlace | undefined;
}

interface Carrying extends Omit<MoveOptions, "from">, Source {
  readonly target: Target;
}

async function carry(carrying: Carrying): Promise<Moved> {
  const { to, rows, keys, old, target, projector, onProgress = () => {}, alongside } = carrying;
  const { position } = await rows.extent();
  // An entry without its key is lost, so keys come first.
  const keysMoved = await carryKeys(keys, target, (done) => onProgress("keys", done, done));
  const before = (await target.extent()).position;
  if ((await target.hashAt(before)) !== (await rows.hashAt(before))) throw somethingElse(target.where);
  let done = before;
  for await (const page of rows.entries(before)) {
    await target.putEntries(page);
    onProgress("copying", (done += page.length), position);
  }
  for await (const page of rows.remembered()) await target.putRemembered(page);
  const root = rootOf(await rows.heads(), position, new Date().toISOString());
  await verifyThere(target, root, (verified, total) => onProgress("verifying", verified, total));
  await refuseOthersThere(carrying, keysMoved);
  await alongside?.("folder" in to ? { folder: movingInto(to.folder) } : to);
  // Before it can be opened there: at no moment do two places take what is written. Broken off in between, neither does.
  await old?.markMoved(await goalOf(to));
  await target.finish(projector, (filled, total) => onProgress("filling", filled, total));
  const { streams, hash } = root;
  return { entries: position, streams, position, ...keysMoved, before, hash };
}

async function carryKeys(keys: KeyRows, target: Target, onProgress: (done: number) => void) {
  let count = 0;
  for await (const page of keys.keys()) {
    await target.putKeys(page);
    onProgress((count += page.length));
  }
  const erasures = await keys.erasures();
  if (!isWholeList(erasures))
    throw new LedgerError(
      "corrupt",
      "the list of erasures was changed, or parts of it are missing",
      "put back the keys that belong to this ledger",
    );
  await target.putErasures(erasures);
  return { keys: count, erasures: erasures.length };
}

async function verifyThere(target: Target, root: Root, onProgress: (done: number, total: number) => void) {
  const { faults, position, streams } = await target.verify({ against: root, onProgress });
  const [first] = faults;
  if (first !== undefined)
    throw new LedgerError(
      "corrupt",
      `what came to ${target.where} does not verify: ${first.says} (${first.stream ?? first.what})`,
      "run verify on what was to be moved: a ledger that does not verify is not moved",
    );
  if (position !== root.position || streams !== root.streams) throw somethingElse(target.where);
}

/** Keys and remembered requests hang on no chain: they are held against those of the source. */
async function refuseOthersThere({ rows, keys, target }: Carrying, moved: { readonly erasures: number }) {
  const own = [digestOf(keys.keys(), keyLine), digestOf(rows.remembered(), rememberedLine)];
  const there = [digestOf(target.keys(), keyLine), digestOf(target.remembered(), rememberedLine)];
  const erasures: readonly Erasure[] = await target.erasures();
  if (
    (await Promise.all(own)).join() !== (await Promise.all(there)).join() ||
    erasures.length !== moved.erasures ||
    !isWholeList(erasures)
  )
    throw somethingElse(target.where);
}

const keyLine = ({ stream, key, created }: KeyRow) => [stream, Buffer.from(key).toString("base64"), created];
const rememberedLine = ({ key, request, stream, from, to }: RememberedRow) => [
  key,
  request,
  stream,
  from,
  to,
];

async function digestOf<Row>(
  pages: AsyncIterable<readonly Row[]>,
  line: (row: Row) => readonly unknown[],
): Promise<string> {
  const digest = createHash("sha256");
  for await (const page of pages) for (const row of page) digest.update(`${JSON.stringify(line(row))}\n`);
  return digest.digest("hex");
}

/** What stands there is no move that was begun; maybe it is what a move has made. */
async function movedBefore(rows: Rows, keys: KeyRows, to: Place): Promise<Moved> {
  const there = await openSource(to, false);
  try {
    const [root, standing] = await Promise.all(
      [rows, there.rows].map(async (one) => rootOf(await one.heads(), (await one.extent()).position, "")),
    );
    if (root === undefined || root.hash !== standing?.hash || root.position !== standing.position)
      throw somethingElse(there.rows.where);
    const { position, streams, hash } = root;
    const erasures = (await keys.erasures()).length;
    let count = 0;
    for await (const page of there.keys.keys()) count += page.length;
    return { entries: position, streams, position, keys: count, erasures, before: position, hash };
  } finally {
    await there.keys.close();
    await there.rows.close();
  }
}

/** Everything of a ledger; `held`, so that nobody writes to it until it is closed. */
async function openSource(place: Place, held: boolean): Promise<Source & { readonly old: OldPlace }> {
  if (!("folder" in place)) {
    const { postgresKeys, postgresRows } = await import("./moving/postgres-rows.ts");
    const holding = held ? "held" : "snapshot";
    const rows = await postgresRows(place.database, holding);
    return {
      ...(await withKeys(rows, () => postgresKeys(place.keys ?? place.database, holding))),
      old: rows,
    };
  }
  const { folder } = place;
  const path = join(folder, ledgerFile);
  refuseOlder(path);
  const lock = held ? takeLock(folder, new Date().toISOString()) : undefined;
  try {
    const rows = sqliteRows(path);
    const close = async () => {
      await rows.close();
      lock?.release();
    };
    return {
      ...(await withKeys({ ...rows, where: folder, close }, () => folderKeys(folder))),
      old: oldFile(path),
    };
  } catch (cause) {
    lock?.release();
    throw cause;
  }
}

/** Also says that there is none, before a lock is laid into a folder that is none. */
function refuseOlder(path: string) {
  const database = openReading(path);
  const version = versionOf(database);
  database.close();
  if (version < schemaVersion) throw olderStore(path, version);
}

async function withKeys(rows: Rows, open: () => KeyRows | Promise<KeyRows>): Promise<Source> {
  try {
    return { rows, keys: await open() };
  } catch (cause) {
    await rows.close();
    throw cause;
  }
}

async function openTarget(options: Omit<MoveOptions, "from">, origin: Origin): Promise<Target | undefined> {
  const { to, refuse = async () => {} } = options;
  if ("folder" in to) {
    if (!isFree(to.folder)) return undefined;
    await refuse();
    return sqliteTarget(to, origin);
  }
  const { postgresTarget } = await import("./moving/postgres-target.ts");
  return await postgresTarget(to, origin, refuse);
}

async function originOf(rows: Rows): Promise<Origin> {
  const first = await rows.hashAt(1);
  const { createdAt } = await rows.extent();
  if (first !== undefined) return { first, createdAt };
  throw new LedgerError("failed", `there is nothing in ${rows.where}`, "name the ledger that is to be moved");
}

const somethingElse = (where: string) =>
  new LedgerError(
    "failed",
    `${where} holds something else already`,
    "name an empty folder or an empty database: nothing that is there is written over",
  );
