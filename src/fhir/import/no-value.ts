import { because, type Reason } from "../account.ts";
import { conceptOf, wordsOf } from "../codes.ts";
import { field, type JsonObject } from "../json.ts";
import { cut, writtenForm } from "../written.ts";

/** Why a value could not be read: there is none, or it is of a kind not expected here. */
export function noValue(part: JsonObject): Reason {
  const kind = kindOf(part);
  return kind === undefined ? because("no-value") : because("unreadable-value", kind);
}

/** A value in its own words, of whatever kind it is; undefined where there is none. */
export function writtenValue(part: JsonObject): string | undefined {
  const kind = kindOf(part);
  if (kind === undefined) return undefined;
  const value = field(part, kind);
  return cut(wordsOf(conceptOf(value))) || (writtenForm(value) ?? kind);
}

function kindOf(part: JsonObject): string | undefined {
  return Object.keys(part).find(
    (key) => key.startsWith("value") && part[key] !== null && part[key] !== undefined,
  );
}
