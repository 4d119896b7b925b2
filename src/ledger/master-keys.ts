/**
 * Master keys seal the patients' keys where those lie: whoever has a copy of the keys, or the disk they are on, can open
 * none of them without the file of master keys, which is kept apart. They are changed without a word of the ledger.
 *
 * The file holds a master key a line, `number base64`, and comments; the highest number seals, all of them open. Sealed,
 * a patient's key is a byte 1, the number (4 bytes, the highest first), a nonce (12), the ciphertext (32) and the tag
 * (16) of AES-256-GCM; its associated data is the stream's name, so that no key can stand in for another's.
 */
import { createCipheriv, createDecipheriv, randomBytes, timingSafeEqual } from "node:crypto";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { LedgerError } from "./ledger.ts";
import { ownerAlone } from "./own-file.ts";
import { sync } from "./sqlite/sync.ts";

const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;
const headBytes = 5;
const form = 1;

export interface MasterKeys {
  /** The number under which a key is sealed; undefined where it lies open. */
  numberOf(stored: Uint8Array): number | undefined;
  /** The number that seals now; undefined where nobody set any: keys lie open then. */
  newest(): number | undefined;
  /** A stream's key as it is to be kept. */
  close(stream: string, key: Uint8Array): Uint8Array;
  /** A stream's key, as it was kept. @throws LedgerError where its master key is missing or is another one */
  open(stream: string, stored: Uint8Array): Uint8Array;
}

/**
 * Reads the file now, so that a mistake in it is said at the start, and again once it has changed: a server goes on while
 * its master key is changed.
 * @throws LedgerError where it is missing, or holds anything else
 */
export function masterKeysIn(path: string | undefined): MasterKeys {
  let read = path === undefined ? none : readMasterKeys(path);
  const again = () => {
    if (path === undefined || changedAt(path) === read.changedAt) return read;
    const found = readMasterKeys(path);
    refuseOthers(path, read, found);
    read = found;
    return read;
  };
  return {
    numberOf,
    newest: () => again().newest,
    close(stream, key) {
      const { newest, keys } = again();
      const master = newest === undefined ? undefined : keys.get(newest);
      if (newest === undefined || master === undefined) return key;
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv("aes-256-gcm", master, nonce);
      cipher.setAAD(associated(stream));
      const head = Buffer.alloc(headBytes);
      head.writeUInt8(form, 0);
      head.writeUInt32BE(newest, 1);
      return Buffer.concat([head, nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()]);
    },
    open(stream, stored) {
      const number = numberOf(stored);
      if (number === undefined) return stored;
      const master = read.keys.get(number) ?? again().keys.get(number);
      if (master === undefined) throw missing(stream, number, path);
      const nonce = stored.subarray(headBytes, headBytes + nonceBytes);
      try {
        const decipher = createDecipheriv("aes-256-gcm", master, nonce, { authTagLength: tagBytes });
        decipher.setAAD(associated(stream));
        decipher.setAuthTag(stored.subarray(-tagBytes));
        const sealed = stored.subarray(headBytes + nonceBytes, -tagBytes);
        return Buffer.concat([decipher.update(sealed), decipher.final()]);
      } catch (cause) {
        throw new LedgerError(
          "corrupt",
          `the key of ${stream} cannot be opened with master key ${number}`,
          `put back the line ${number} of masterKeys by which it was sealed`,
          cause,
        );
      }
    },
  };
}

/** Whether the file is there. */
export const thereIs = (path: string): boolean => changedAt(path) !== undefined;

/**
 * Writes a new master key at the end of the file, which is made where there is none; its number.
 *
 * @param after the newest as whoever asks knows it
 * @throws LedgerError `locked` where somebody else has written one since
 */
export function addMasterKey(path: string, after: number | undefined): number {
  const before = thereIs(path) ? readMasterKeys(path) : none;
  if (before.newest !== after)
    throw new LedgerError(
      "locked",
      `another master key was written to ${path}`,
      "look whether somebody else does it",
    );
  const number = (after ?? 0) + 1;
  const line = `${number} ${randomBytes(keyBytes).toString("base64")}\n`;
  const isCut = before !== none && !readFileSync(path, "utf8").endsWith("\n");
  const text = before === none ? `${heading}${line}` : `${isCut ? "\n" : ""}${line}`;
  try {
    writeFileSync(path, text, { flag: "a", mode: ownerAlone, flush: true });
  } catch (cause) {
    throw unreadable(path, cause);
  }
  sync(dirname(resolve(path)));
  return number;
}

const heading = `# Master keys of Isoward: a number and a key a line. Without this file nobody can read a name: keep a copy of it
# apart from the ledger and from its backups.
`;

interface Held {
  readonly keys: ReadonlyMap<number, Uint8Array>;
  readonly newest: number | undefined;
  readonly changedAt: string | undefined;
}

const none: Held = { keys: new Map(), newest: undefined, changedAt: undefined };

function readMasterKeys(path: string): Held {
  const changed = changedAt(path);
  if (changed === undefined)
    throw new LedgerError(
      "failed",
      `the file of master keys ${path} is missing`,
      "name the file that belongs to this ledger; `isoward rotate-keys` makes the first one",
    );
  const keys = new Map<number, Uint8Array>();
  for (const [index, line] of textOf(path).split("\n").entries()) {
    if (/^\s*(?:#|$)/.test(line)) continue;
    const [, number, text] = /^([1-9]\d{0,8}) ([A-Za-z0-9+/]{43}=)\s*$/.exec(line) ?? [];
    if (number === undefined || text === undefined || keys.has(Number(number)))
      throw new LedgerError(
        "failed",
        `line ${index + 1} of ${path} is no master key`,
        "a line holds a number of its own, a space and 32 bytes as base64; a last line that was cut off while it was written sealed nothing: take it away",
      );
    keys.set(Number(number), Buffer.from(text, "base64"));
  }
  if (keys.size === 0)
    throw new LedgerError(
      "failed",
      `${path} holds no master key`,
      "name the file that belongs to this ledger",
    );
  return { keys, newest: Math.max(...keys.keys()), changedAt: changed };
}

/** Whoever goes on by an older copy, or another ledger's file, would seal what the own file never opens. */
function refuseOthers(path: string, before: Held, found: Held): void {
  const isOther = [...found.keys].some(([number, key]) => {
    const held = before.keys.get(number);
    return held !== undefined && !timingSafeEqual(held, key);
  });
  if (!isOther && (found.newest ?? 0) >= (before.newest ?? 0)) return;
  throw new LedgerError(
    "failed",
    `${path} holds other master keys than a moment ago, or an older copy: nothing is sealed under those`,
    `put back the file with line ${before.newest ?? 1} as it was; nothing needs to be restarted`,
  );
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

/** Its name on the disk, size and time: a file that is written twice within one tick of the clock has grown. */
function changedAt(path: string): string | undefined {
  try {
    const found = statSync(path, { throwIfNoEntry: false, bigint: true });
    return found === undefined ? undefined : `${found.ino} ${found.size} ${found.mtimeNs}`;
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

const unreadable = (path: string, cause: unknown) =>
  new LedgerError(
    "failed",
    `the file of master keys ${path} cannot be read or written: ${cause instanceof Error ? cause.message : String(cause)}`,
    "name a file that the user of the server may read, and give it to that user (chown) if somebody else made it",
    cause,
  );

function numberOf(stored: Uint8Array): number | undefined {
  if (stored.length === keyBytes) return undefined;
  return Buffer.from(stored.buffer, stored.byteOffset, stored.length).readUInt32BE(1);
}

const associated = (stream: string) => Buffer.from(`isoward-key-1\n${stream}`);

const missing = (stream: string, number: number, path: string | undefined) =>
  path === undefined
    ? new LedgerError(
        "failed",
        `the key of ${stream} is sealed under master key ${number}, and no master keys are set`,
        "set masterKeys to the file that belongs to this ledger",
      )
    : new LedgerError(
        "failed",
        `the key of ${stream} is sealed under master key ${number}, which ${path} does not hold`,
        `put back its line ${number}`,
      );
