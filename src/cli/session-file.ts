/** Where the command line keeps who is signed in: a file of the user's own, one session for each server. */
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";

interface Kept {
  readonly token: string;
  readonly name: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** `~/.config/isoward/session.json`, or under `XDG_CONFIG_HOME`. */
export function sessionFile(environment: Environment = process.env): string {
  const home = environment["XDG_CONFIG_HOME"] || join(homedir(), ".config");
  return join(home, "isoward", "session.json");
}

/** The token for a server: that of `ISOWARD_TOKEN`, else the kept one. */
export function tokenFor(server: string, environment: Environment = process.env): string | undefined {
  return environment["ISOWARD_TOKEN"] || kept(environment)[originOf(server)]?.token;
}

export function keepSession(server: string, session: Kept): void {
  write({ ...kept(), [originOf(server)]: session });
}

/** @returns whether there was one */
export function forgetSession(server: string): boolean {
  const { [originOf(server)]: gone, ...others } = kept();
  if (gone !== undefined) write(others);
  return gone !== undefined;
}

function kept(environment: Environment = process.env): Readonly<Record<string, Kept>> {
  try {
    const read: unknown = JSON.parse(readFileSync(sessionFile(environment), "utf8"));
    return typeof read === "object" && read !== null ? (read as Record<string, Kept>) : {};
  } catch {
    // Nobody signed in before, or the file is damaged: whoever wants in signs in.
    return {};
  }
}

function write(sessions: Readonly<Record<string, Kept>>): void {
  const path = sessionFile();
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(path, `${JSON.stringify(sessions, null, 1)}\n`, { mode: 0o600 });
  chmodSync(path, 0o600);
}

function originOf(server: string): string {
  return new URL(server).origin;
}
