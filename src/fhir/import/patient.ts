import { because } from "../account.ts";
import { happenedAt } from "../dates.ts";
import { type JsonObject, textAt } from "../json.ts";
import type { Reading } from "./context.ts";

const genders = ["male", "female", "other", "unknown"] as const;

/** Date of birth and administrative gender. Gender never says who can become pregnant: only an attestation does. */
export function readPatient(resource: JsonObject): Reading {
  const written = textAt(resource, "birthDate");
  const born = happenedAt(written);
  if (born === undefined) return { leftAside: because("no-birth-date", written) };
  const gender = genders.find((known) => known === textAt(resource, "gender"));
  const body = { birthDate: born.day, ...(gender === undefined ? {} : { gender }) };
  return { found: [{ type: "registered", body, happened: { day: born.day } }] };
}
