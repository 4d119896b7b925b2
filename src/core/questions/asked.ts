/** Where and when a question is asked, with the values in force there and then. */
import { type At, type Day, dayOf, startOf } from "../calendar.ts";
import { editionAt } from "../edition.ts";
import { confirmedEditions, NotDecidable } from "../judge.ts";
import { isLooser, parameterIds } from "../knowledge/parameters.ts";
import type { Jurisdiction } from "../knowledge/parts.ts";
import { resolveValues, type Values } from "../knowledge/resolve.ts";
import type { Knowledge, Protocol } from "../knowledge/schema.ts";
import type { Record } from "../record.ts";
import type { Setting } from "../setting.ts";
import type { Asked } from "./question.ts";

/** A question's surroundings on a day, without a patient. @throws NotDecidable */
export function askedOn(knowledge: Knowledge, setting: Setting, day: Day): Asked {
  const protocol = protocolNamed(knowledge, setting.protocol);
  const clinic = setting.clinic === undefined ? undefined : knowledge.clinics[setting.clinic];
  const zone = setting.zone ?? clinic?.zone ?? protocol.zone;
  return asked(knowledge, setting, protocol, { at: startOf(day, zone), day, zone, record: undefined });
}

/** The same of a patient, as of the record's instant. @throws NotDecidable */
export function askedOf(knowledge: Knowledge, setting: Setting, record: Record): Asked {
  const { at, zone } = record.asOf;
  const protocol = protocolNamed(knowledge, setting.protocol);
  const confirmed = { ...setting, confirmedEditions: confirmedEditions(record, setting) };
  return asked(knowledge, confirmed, protocol, { at, day: dayOf(at, zone), zone, record });
}

function asked(
  knowledge: Knowledge,
  setting: Setting,
  protocol: Protocol,
  when: { readonly at: At; readonly day: Day; readonly zone: string; readonly record: Record | undefined },
): Asked {
  const edition = editionAt(protocol, when.at, setting.confirmedEditions);
  if (edition === undefined) {
    throw new NotDecidable(
      `${protocol.id} has no edition in force yet on that day`,
      `its first edition starts on ${protocol.editions[0]?.since ?? "no day at all"}`,
    );
  }
  const under = (clinic: string | undefined): Values => {
    const of = (editionDay: Day) =>
      resolveValues(knowledge, {
        protocol: protocol.id,
        edition: editionDay,
        on: when.day,
        ...(clinic === undefined ? {} : { clinic }),
      });
    const current = of(edition.sinceDay);
    return edition.besideDay === undefined ? current : stricterOfEach(current, of(edition.besideDay));
  };
  return {
    ...when,
    knowledge,
    setting,
    values: under(setting.clinic),
    protocolValues: under(undefined),
    country: countryOf(protocol),
  };
}

/** Two editions side by side: of each value the stricter. */
function stricterOfEach(a: Values, b: Values): Values {
  return Object.fromEntries(
    parameterIds.map((id) => [id, isLooser(id, a[id].value, b[id].value) ? b[id] : a[id]]),
  ) as Values;
}

function countryOf({ jurisdiction }: Protocol): Jurisdiction {
  return jurisdiction === "any" ? "JP" : jurisdiction;
}

function protocolNamed(knowledge: Knowledge, id: string): Protocol {
  const found = Object.hasOwn(knowledge.protocols, id) ? knowledge.protocols[id] : undefined;
  if (found?.usable === true) return found;
  const usable = Object.values(knowledge.protocols).filter((one) => one.usable);
  throw new NotDecidable(`no protocol "${id}"`, `choose one of ${usable.map((one) => one.id).join(", ")}`);
}
