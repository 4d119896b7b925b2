import { because, type Reason } from "../account.ts";
import type { JsonObject } from "../json.ts";

/** Why a value could not be read: there is none, or it is of a kind not expected here. */
export function noValue(part: JsonObject): Reason {
  const kind = Object.keys(part).find((key) => key.startsWith("value"));
  return kind === undefined ? because("no-value") : because("unreadable-value", kind);
}
