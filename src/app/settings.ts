/**
 * What an administrator sets: by the command line, by the environment (`ISOWARD_PUBLIC_URL`), or in one file
 * (`publicUrl: …` in isoward.yaml). The command line counts before the environment, that before the file. All of it is
 * checked before anything is opened, and everything that is wrong is said at once.
 */
import { CORE_SCHEMA, load } from "js-yaml";
import { z } from "zod";
import { mostAlike } from "../core/alike.ts";

const loopback: ReadonlySet<string> = new Set(["127.0.0.1", "::1", "[::1]", "localhost"]);
/** A number as somebody wrote it. Left empty it is nothing, and not 0: nobody is erased because a variable is empty. */
const whole = () =>
  z
    .union([z.number(), z.string().regex(/^\d+$/).transform(Number)], {
      error: "a whole number, such as 10; leave the setting out where it has none",
    })
    .pipe(z.number().int());
const flag = z.union([z.boolean(), z.stringbool()]);
const databaseUrl = z.url({
  protocol: /^postgres(ql)?$/,
  error: "a URL such as postgresql://user@host/database",
});

/** Every setting: its shape, and in its description what it is for (in Japanese: setting-words.ts). */
export const settingsShape = {
  data: z.string().min(1).default("data").describe("Folder of the practice: its ledger, keys and accounts."),
  host: z
    .string()
    .min(1)
    .default("127.0.0.1")
    .describe("Address to listen on. Any but loopback needs publicUrl."),
  port: whole()
    .pipe(z.number().min(0).max(65_535))
    .default(4321)
    .describe("Port to listen on; 0 takes any free one."),
  publicUrl: z
    .url({ protocol: /^https?$/, error: "a URL such as https://isoward.example.org" })
    .optional()
    .describe(
      "Where people reach the server, through whatever stands before it. https, but for this machine alone.",
    ),
  trustProxy: flag
    .default(false)
    .describe(
      "Whether a proxy stands before it whose X-Forwarded-For and X-Forwarded-Proto may be believed.",
    ),
  database: databaseUrl
    .optional()
    .describe("PostgreSQL for the ledger; SQLite in the folder where left out."),
  keys: databaseUrl
    .optional()
    .describe(
      "PostgreSQL for the keys of private parts, apart from the ledger's so that no dump holds both.",
    ),
  masterKeys: z
    .string()
    .min(1)
    .optional()
    .describe(
      "File of master keys that seal the keys of private parts, apart from ledger and backups; `isoward rotate-keys` makes it.",
    ),
  demo: flag
    .default(false)
    .describe("A demo clinic of fictional people, with one-click sign-in for each role."),
  retentionYears: whole()
    .pipe(z.number().min(0).max(200))
    .optional()
    .describe(
      "Years a record is kept after its last entry, as your law has it. Nobody is erased while it is not set.",
    ),
  brokenGlassHours: whole()
    .pipe(z.number().min(1).max(168))
    .default(24)
    .describe("Hours for which a record opened in an emergency stays open to who opened it."),
  sessionIdleMinutes: whole()
    .pipe(z.number().min(1).max(1440))
    .default(60)
    .describe("Minutes without a request after which somebody has to sign in again."),
  log: z
    .enum(["json", "text", "off"])
    .default("text")
    .describe("How requests are logged: never a name or a clinical value."),
  metricsToken: z
    .string()
    .min(16)
    .optional()
    .describe(
      "What a monitor shows (Authorization: Bearer …) to read /metrics; this machine alone where left out.",
    ),
} as const;

/** What nobody should read over a shoulder, in a list of processes or in a log. */
export const secretSettings: ReadonlySet<string> = new Set<SettingName>(["database", "keys", "metricsToken"]);

const schema = z.strictObject(settingsShape);
export type Settings = z.output<typeof schema>;
export type SettingName = keyof typeof settingsShape;

/** Variables of the environment that are no settings of a server. */
const others: ReadonlySet<string> = new Set([
  "ISOWARD_TOKEN",
  "ISOWARD_SERVER",
  "ISOWARD_CONFIG",
  "ISOWARD_RUNS",
  "ISOWARD_REAL_DATA",
  "ISOWARD_KILLS",
  "ISOWARD_ROUNDS",
  "ISOWARD_SCREENSHOTS",
  "ISOWARD_TEST_STORE",
  "ISOWARD_TEST_DATABASE",
]);

export interface SettingProblem {
  /** Such as `ISOWARD_PORT`, `isoward.yaml: port`, `--port`. */
  readonly at: string;
  readonly says: string;
  readonly remedy: string;
}

export interface Given {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly file?: { readonly name: string; readonly text: string } | undefined;
  /** From the command line, by the setting's name. */
  readonly flags?: Readonly<Record<string, unknown>>;
}

/** Everything that is wrong, each with where it stands. */
export interface Wrong {
  readonly problems: readonly SettingProblem[];
}

/** `publicUrl` as `ISOWARD_PUBLIC_URL`. */
export function variableOf(name: string): string {
  return `ISOWARD_${name.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
}

/** `publicUrl` as `--public-url`. */
export function optionOf(name: string): string {
  return `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** All settings, or everything that is wrong with them. */
export function readSettings(given: Given): Settings | Wrong {
  const read = settingsAndOrigins(given);
  return "problems" in read ? read : read.settings;
}

/** All settings, and of each that was set, where: the same words that a problem with it has for `at`. */
export function settingsAndOrigins(
  given: Given,
): { readonly settings: Settings; readonly origins: ReadonlyMap<string, string> } | Wrong {
  const problems: SettingProblem[] = [];
  const from = new Map<string, string>();
  const values: { [name: string]: unknown } = {};
  const take = (name: string, value: unknown, at: string) => {
    values[name] = value;
    from.set(name, at);
  };
  const names = Object.keys(settingsShape);
  for (const [name, value] of Object.entries(inFile(given.file, problems))) {
    const at = `${given.file?.name ?? "the file"}: ${name}`;
    if (names.includes(name)) take(name, value, at);
    else problems.push({ at, says: "there is no such setting", remedy: meant(name, names) });
  }
  for (const [variable, value] of Object.entries(given.environment)) {
    if (!variable.startsWith("ISOWARD_") || others.has(variable)) continue;
    const name = names.find((one) => variableOf(one) === variable);
    if (name !== undefined) take(name, value, variable);
    else
      problems.push({
        at: variable,
        says: "there is no such setting",
        remedy: meant(variable, names.map(variableOf)),
      });
  }
  for (const [name, value] of Object.entries(given.flags ?? {}))
    if (value !== undefined) take(name, value, optionOf(name));
  const read = schema.safeParse(values);
  if (!read.success) {
    for (const { path, message } of read.error.issues) {
      const name = String(path[0]);
      problems.push({
        at: from.get(name) ?? name,
        says: `not as it should be: ${message}`,
        remedy: describe(name),
      });
    }
    return { problems };
  }
  problems.push(...together(read.data, from));
  return problems.length > 0 ? { problems } : { settings: read.data, origins: from };
}

/** A value as it may be shown: of a secret nothing, or an address without its password. */
export function masked(name: string, value: unknown): string {
  const text = String(value);
  if (!secretSettings.has(name)) return text;
  if (!/^postgres(ql)?:/.test(text) || !URL.canParse(text)) return "…";
  const url = new URL(text);
  if (url.password !== "") url.password = "***";
  if (url.searchParams.has("password")) url.searchParams.set("password", "***");
  return url.href;
}

/** What single settings cannot say of one another. */
function together(settings: Settings, from: ReadonlyMap<string, string>): SettingProblem[] {
  const { host, publicUrl, keys, database, demo, trustProxy } = settings;
  const problems: SettingProblem[] = [];
  const at = (name: SettingName) => from.get(name) ?? name;
  if (!loopback.has(host) && publicUrl === undefined) {
    problems.push({
      at: at("host"),
      says: `${host} can be reached by others, and the server does not know by which address`,
      remedy: "Set publicUrl to the https address people use, or listen on 127.0.0.1.",
    });
  }
  if (
    publicUrl !== undefined &&
    publicUrl.startsWith("http:") &&
    !loopback.has(new URL(publicUrl).hostname)
  ) {
    problems.push({
      at: at("publicUrl"),
      says: "without TLS anybody on the way reads passwords and records",
      remedy: "Put a TLS proxy before the server (docs/operations.md) and write its https address.",
    });
  }
  if (trustProxy && publicUrl === undefined) {
    problems.push({
      at: at("trustProxy"),
      says: "there is no proxy without a public address",
      remedy: "Set publicUrl too.",
    });
  }
  if (keys !== undefined && database === undefined) {
    problems.push({
      at: at("keys"),
      says: "keys in PostgreSQL belong to a ledger in PostgreSQL",
      remedy: "Set database too, or leave keys out.",
    });
  }
  if (demo && publicUrl !== undefined && !loopback.has(new URL(publicUrl).hostname)) {
    problems.push({
      at: at("demo"),
      says: "a demo lets anybody in, and this server can be reached from elsewhere",
      remedy: "Leave demo out, or listen on this machine alone.",
    });
  }
  return problems;
}

function inFile(file: Given["file"], problems: SettingProblem[]): Readonly<Record<string, unknown>> {
  if (file === undefined || file.text.split("\n").every((line) => /^\s*(#|$)/.test(line))) return {};
  try {
    const read: unknown = load(file.text, { schema: CORE_SCHEMA });
    if (read === undefined || read === null) return {};
    if (typeof read === "object" && !Array.isArray(read)) return read as Readonly<Record<string, unknown>>;
    problems.push({
      at: file.name,
      says: "holds no settings",
      remedy: "Write a setting a line, such as `port: 4321`.",
    });
  } catch (cause) {
    const says = cause instanceof Error ? (cause.message.split("\n")[0] ?? "") : "cannot be read";
    problems.push({ at: file.name, says, remedy: "Write a setting a line, such as `port: 4321`." });
  }
  return {};
}

function meant(given: string, names: readonly string[]): string {
  return `Did you mean ${mostAlike(given, names).join()}? All of them: ${names.join(", ")}.`;
}

function describe(name: string): string {
  const shape: z.ZodType | undefined = Object.hasOwn(settingsShape, name)
    ? settingsShape[name as SettingName]
    : undefined;
  return shape?.description ?? "Remove it.";
}
