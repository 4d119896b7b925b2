/** What PostgreSQL and the network say, as what someone can do about it. */
import { LedgerError } from "../ledger.ts";

/** A PostgreSQL error's five characters (https://www.postgresql.org/docs/current/errcodes-appendix.html), or Node's name. */
export const codeOf = (cause: unknown): string =>
  cause instanceof Error && "code" in cause && typeof cause.code === "string" ? cause.code : "";
const saysOf = (cause: unknown) => (cause instanceof Error ? cause.message : String(cause));

const network = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOENT", // a socket's file
]);
/** What the driver says without a code. */
const brokenOff =
  /connection terminated|connection error|not queryable|timeout exceeded when trying to connect|query read timeout|connection timeout/i;

/** The connection is gone, or the server with it: what was under way may have been done or not. */
export function isLost(cause: unknown): boolean {
  if (cause instanceof LedgerError) return false;
  const code = codeOf(cause);
  // 57P01-57P05: it shuts down, crashed, or does not take connections yet. 08: connection exceptions. 25P03, 25P04: the
  // server ended a transaction that stood still for too long.
  return (
    network.has(code) ||
    /^(?:57P0[1-5]|08\w{3}|25P0[34])$/.test(code) ||
    (code === "" && brokenOff.test(saysOf(cause)))
  );
}

/** The transaction was rolled back for want of luck: done again it may succeed. */
export const mayBeDoneAgain = (cause: unknown) =>
  // Serialisation failure, deadlock, lock not to be had in time, too many connections.
  ["40001", "40P01", "55P03", "53300"].includes(codeOf(cause));

/** An error that is not about the statement that met it. */
export const isOfTheStore = (cause: unknown) =>
  isLost(cause) || mayBeDoneAgain(cause) || /^(?:53|58|XX)/.test(codeOf(cause));

/** The error as a LedgerError; one already is one stays as it is. @param where without a password */
export function toLedgerError(cause: unknown, where: string): LedgerError {
  if (cause instanceof LedgerError) return cause;
  withoutValues(cause);
  const says = saysOf(cause);
  const code = codeOf(cause);
  const error = (is: LedgerError["code"], what: string, remedy: string) =>
    new LedgerError(is, what, remedy, cause);
  if (code === "28P01" || code === "28000" || /password must be a string|SASL/.test(says))
    return error(
      "refused",
      `${where} does not let this user in: ${says}`,
      "correct the user and the password in the database's address, or the server's pg_hba.conf",
    );
  if (code === "42501")
    return error(
      "refused",
      `${where} does not let this user do that: ${says}`,
      "let the owner of the database start Isoward once, which brings its tables up to date and grants what is needed",
    );
  if (code === "3D000")
    return error(
      "missing",
      `${where} does not exist`,
      "create it (createdb), or correct the name at the end of the database's address",
    );
  if (code === "25006")
    return error(
      "failed",
      `${where} only reads: it is a standby, or set to read only`,
      "name the primary server in the database's address",
    );
  if (code.startsWith("53") && code !== "53300")
    return error(
      "full",
      `${where} has no room: ${says}`,
      "free space on the disk of the database server, then send it again; nothing needs to be restarted here",
    );
  if (code.startsWith("XX") || code === "58P01" || code === "58030")
    return error(
      "corrupt",
      `${where} is damaged: ${says}`,
      "keep a copy of the database, run verify, and restore the newest backup",
    );
  if (isLost(cause) || mayBeDoneAgain(cause))
    return error(
      "unreachable",
      `${where} does not answer: ${says === "" ? code : says}`,
      "start the database server, or correct its address; it is tried again with every request",
    );
  return error("failed", `${where}: ${says}`, "this is a bug: please report it");
}

/** PostgreSQL tells of the row it refused, which may hold a name: no log is to have that. */
function withoutValues(cause: unknown) {
  if (!(cause instanceof Error)) return;
  for (const part of ["detail", "where", "internalQuery"]) Reflect.deleteProperty(cause, part);
}

/** Nobody knows whether it was written. */
export const unsure = (where: string, cause: unknown) =>
  new LedgerError(
    "unsure",
    `${where} broke off while it wrote: ${saysOf(cause)}`,
    "read again to see whether it was written, or send it again with the same idempotency key",
    cause,
  );
