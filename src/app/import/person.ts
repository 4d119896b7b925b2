/** The person an import says it is about. */
import type { Day } from "../../core/calendar.ts";
import { happenedAt } from "../../fhir/dates.ts";
import { idOf } from "../../fhir/import/context.ts";
import { isObject, type JsonObject, objectsAt, textAt } from "../../fhir/json.ts";
import type { Json } from "../../ledger/ledger.ts";

export interface Person {
  readonly file: string;
  readonly birthDate: Day | undefined;
  readonly name?: string;
  /** The reading, in kana. */
  readonly kana?: string;
  /** By what they are found again. */
  readonly identities: readonly string[];
}

/** The extension by which Japanese FHIR tells a name's characters from its reading. */
const representation = "http://hl7.org/fhir/StructureDefinition/iso21090-EN-representation";

/** Who a FHIR Patient is. */
export function personOf(patient: JsonObject, file: string, source: string): Person {
  const { name, kana } = namesOf(patient);
  return {
    file,
    birthDate: happenedAt(textAt(patient, "birthDate"))?.day,
    ...(name === undefined ? {} : { name }),
    ...(kana === undefined ? {} : { kana }),
    identities: identitiesOf(patient, source),
  };
}

/** What is kept privately of a FHIR Patient: name, reading, telephone, identifiers. */
export function privateOf(patient: JsonObject): { readonly [key: string]: Json } {
  const { name, kana } = namesOf(patient);
  const phone = objectsAt(patient, "telecom")
    .filter((one) => textAt(one, "system") === "phone" && textAt(one, "use") !== "old")
    .map((one) => textAt(one, "value"))
    .find((value) => value !== undefined);
  const identifiers = identifiersOf(patient);
  return {
    ...(name === undefined ? {} : { name }),
    ...(kana === undefined ? {} : { kana }),
    ...(phone === undefined ? {} : { phone }),
    ...(identifiers.length === 0 ? {} : { identifiers }),
  };
}

function identifiersOf(patient: JsonObject) {
  return objectsAt(patient, "identifier").flatMap((one) => {
    const [system, value] = [textAt(one, "system"), textAt(one, "value")];
    return system === undefined || value === undefined ? [] : [{ system, value }];
  });
}

/** A number that a system gave, or the resource's id where it came from. */
function identitiesOf(patient: JsonObject, source: string): string[] {
  const id = idOf(patient);
  return [
    ...identifiersOf(patient).map(({ system, value }) => `identifier|${system}|${value}`),
    ...(id === undefined ? [] : [`id|${source}|${id}`]),
  ];
}

function namesOf(patient: JsonObject): { readonly name?: string; readonly kana?: string } {
  const all = objectsAt(patient, "name").filter((one) => textAt(one, "use") !== "old");
  const reading = all.find((one) => representationOf(one) === "SYL");
  const others = all.filter((one) => one !== reading);
  const best =
    others.find((one) => textAt(one, "use") === "official") ??
    others.find((one) => textAt(one, "use") === "usual") ??
    others[0];
  const [name, kana] = [written(best), written(reading)];
  return { ...(name === undefined ? {} : { name }), ...(kana === undefined ? {} : { kana }) };
}

function representationOf(name: JsonObject): string | undefined {
  const found = objectsAt(name, "extension").find((one) => textAt(one, "url") === representation);
  return textAt(found, "valueCode");
}

/** A HumanName in one line: the family's name first where it is written in Japanese. */
function written(name: JsonObject | undefined): string | undefined {
  if (name === undefined) return undefined;
  const whole = textAt(name, "text");
  if (whole !== undefined) return whole.slice(0, longest);
  const family = textAt(name, "family");
  const given = Array.isArray(name["given"]) ? name["given"].filter((one) => typeof one === "string") : [];
  const isJapanese = /[\u3040-\u30ff\u3400-\u9fff]/.test([family, ...given].join(""));
  const parts = isJapanese ? [family, ...given] : [...given, family];
  const line = parts.filter((part) => part !== undefined && part.trim() !== "").join(" ");
  return line === "" ? undefined : line.slice(0, longest);
}

const longest = 200;

/** Whether a resource is a Patient. */
export const isPatient = (resource: unknown): resource is JsonObject =>
  isObject(resource) && textAt(resource, "resourceType") === "Patient";
