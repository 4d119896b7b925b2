/**
 * The secret that signs session cookies and encrypts second factors: made at a first start, kept in the data folder,
 * readable by its owner alone. It belongs in no backup of the accounts that anybody else can read.
 */
import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Of several, the first signs and encrypts; the others only decrypt what was encrypted under them. */
export interface Secret {
  readonly version: number;
  readonly value: string;
}

export const secretFile = "accounts.secret";

const says = `# Signs sessions and encrypts second factors. Keep it as you keep a password.
# To change it: put a line above the others, with the next number and the output of \`openssl rand -base64 32\`, and
# start the server again. Everybody signs in anew. The older line is needed until each second factor was set up anew.
`;

/** @throws where the file holds something else */
export function secretsOf(folder: string): readonly Secret[] {
  const path = join(folder, secretFile);
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const made = `${says}1 ${randomBytes(32).toString("base64")}\n`;
    writeFileSync(path, made, { flag: "wx", mode: 0o600 });
  }
  // Whoever copied it may have opened it to all.
  chmodSync(path, 0o600);
  const secrets = readSecrets(readFileSync(path, "utf8"));
  if (secrets === undefined)
    throw new Error(`${path} is damaged: each line is a number, a space and a secret`);
  return secrets;
}

/** Undefined where a line is no secret, or none is there. */
export function readSecrets(text: string): readonly Secret[] | undefined {
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
  const read = lines.map((line) => /^(\d{1,6}) (\S{32,})$/.exec(line));
  const secrets = read.flatMap((line) =>
    line === null ? [] : [{ version: Number(line[1]), value: line[2] ?? "" }],
  );
  const versions = new Set(secrets.map(({ version }) => version));
  return secrets.length === 0 || secrets.length !== lines.length || versions.size !== secrets.length
    ? undefined
    : secrets;
}
