/** What SQLite says, as what someone can do about it. */
import { LedgerError } from "../ledger.ts";

/** The low byte of SQLite's result codes: https://sqlite.org/rescode.html */
const busy = 5;
const readOnly = 8;
const ioError = 10;
const corrupt = 11;
const full = 13;
const cannotOpen = 14;
const notADatabase = 26;

const resultOf = (cause: unknown) =>
  cause instanceof Error && "errcode" in cause && typeof cause.errcode === "number"
    ? cause.errcode & 0xff
    : undefined;

/**
 * After these nobody can say what reached the disk: the kernel may have dropped the pages that failed to sync. The
 * writer stops, and only opening anew, which recovers from the log, goes on.
 */
export const isBreaking = (cause: unknown) =>
  [readOnly, ioError, corrupt, notADatabase].includes(resultOf(cause) ?? 0);

/** The error as a LedgerError; one already is one stays as it is. */
export function toLedgerError(cause: unknown, where: string): LedgerError {
  if (cause instanceof LedgerError) return cause;
  const says = cause instanceof Error ? cause.message : String(cause);
  const result = resultOf(cause) ?? 0;
  if (result === full)
    return new LedgerError(
      "full",
      "the disk is full: nothing was written",
      `free space on the disk that holds ${where}, then send it again; nothing needs to be restarted`,
      cause,
    );
  if (result === busy)
    return new LedgerError(
      "locked",
      `${where} is in use: ${says}`,
      "wait for the other program to end",
      cause,
    );
  if (result === corrupt || result === notADatabase)
    return new LedgerError(
      "corrupt",
      `${where} is damaged: ${says}`,
      "stop the server, keep a copy of the folder, run verify, and restore the newest backup",
      cause,
    );
  if (result === ioError || result === readOnly || result === cannotOpen)
    return new LedgerError(
      "failed",
      `${where} cannot be opened or written: ${says}`,
      "look at the disk and the folder's permissions, then start again; what was acknowledged is kept",
      cause,
    );
  if (/no such (table|column): \S*view_/.test(says))
    return new LedgerError(
      "failed",
      `the lists in ${where} were made by another version of Isoward`,
      "run `isoward migrate`, or start the server once: they are filled anew",
      cause,
    );
  return new LedgerError("failed", `${where}: ${says}`, "this is a bug: please report it", cause);
}
