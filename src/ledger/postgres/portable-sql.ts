/**
 * The SQL of read models as PostgreSQL takes it: named parameters become numbered ones, each with its type, for
 * PostgreSQL cannot tell what `:site IS NULL` is about; null stands in the text.
 */
import { LedgerError, type Parameters, type Statement } from "../ledger.ts";

/** Text in quotes, a cast, or a named parameter. */
const parts = /'(?:[^']|'')*'|"(?:[^"]|"")*"|::|:([A-Za-z_]\w*)/g;
const reading = /^\s*(?:SELECT|WITH)\b/i;
const writing = /^\s*(?:SELECT|WITH|INSERT|UPDATE|DELETE)\b/i;
/** Everything but read models has a schema before its name; and what a session sees is not set by a statement. */
const elsewhere =
  /\b(?:ledger|keys|accounts|public|pg_\w+|information_schema)\s*\.|\bpg_\w+|\b(?:set_config|current_setting|dblink|lo_\w+)/i;

export interface Prepared {
  /** The same for the same text, so that it is prepared once a connection. */
  readonly name: string;
  readonly text: string;
  readonly values: (number | string)[];
}

/** Whether a statement gives rows. */
export const isReading = ({ sql }: Statement) => reading.test(sql);

/** Makes the statements of one store. @throws LedgerError for what is no statement on read models */
export function portableSql(mayWrite: boolean): (statement: Statement) => Prepared {
  const names = new Map<string, string>();
  return ({ sql, parameters }) => {
    if (!(mayWrite ? writing : reading).test(sql) || elsewhere.test(sql.replaceAll(/'(?:[^']|'')*'/g, "''")))
      throw new LedgerError(
        "failed",
        `this is no statement on read models: ${sql}`,
        "this is a bug: please report it",
      );
    const { text, values } = numbered(sql, parameters);
    const name = names.get(text) ?? `view-${mayWrite ? "w" : "r"}-${names.size + 1}`;
    names.set(text, name);
    return { name, text, values };
  };
}

function numbered(sql: string, parameters: Parameters) {
  const values: (number | string)[] = [];
  const places = new Map<string, string>();
  const text = sql.replaceAll(parts, (part, name: string | undefined) => {
    if (name === undefined) return part;
    const value = parameters[name];
    if (value === undefined) throw new TypeError(`:${name} is not given`);
    const known = places.get(name);
    if (known !== undefined) return known;
    const place = value === null ? "NULL" : `$${values.push(plain(value))}::${typeOf(value)}`;
    places.set(name, place);
    return place;
  });
  const unused = Object.keys(parameters).find((name) => !places.has(name));
  if (unused !== undefined) throw new TypeError(`:${unused} is given and stands nowhere`);
  return { text, values };
}

function typeOf(value: number | string) {
  if (typeof value === "string") return "text";
  return Number.isSafeInteger(value) ? "bigint" : "double precision";
}

/** PostgreSQL holds no U+0000 and no half of a pair; a name that has one is found by what is left. */
const plain = (value: number | string) =>
  typeof value === "string" ? value.toWellFormed().replaceAll("\0", "\ufffd") : value;
