/** The protocols and clinics that can be chosen and compared, as a list. Pure. */
import { type Day, dayText } from "../calendar.ts";
import { allEditions } from "./resolve.ts";
import type { Knowledge, Protocol } from "./schema.ts";

/** One protocol or clinic of the list. */
export interface Listed {
  readonly id: string;
  readonly is: "protocol" | "clinic";
  readonly title: Protocol["title"];
  /** What it stands on; null for the floor. */
  readonly on: string | null;
  readonly jurisdiction: Protocol["jurisdiction"];
  readonly zone: string;
  /** Whether it is decided under; a layer for others is not. */
  readonly usable: boolean;
  /** Its own editions, or those of the clinic's protocol, oldest first. */
  readonly editions: readonly { readonly since: string; readonly confirmed: boolean }[];
  /** The edition in force on the day; null before the first. */
  readonly inForce: string | null;
}

/** Protocols in the order they stand on each other, each with its clinics after it. */
export function listProtocols(knowledge: Knowledge, on: Day): readonly Listed[] {
  const protocols = Object.values(knowledge.protocols);
  const under = (base: string | undefined): readonly Protocol[] =>
    protocols.flatMap((one) => (one.on === base ? [one, ...under(one.id)] : []));
  return under(undefined).flatMap((protocol) => [
    listed(protocol, protocol, on),
    ...Object.values(knowledge.clinics)
      .filter((clinic) => clinic.on === protocol.id)
      .map((clinic) => ({ ...listed(protocol, clinic, on), is: "clinic" as const, on: clinic.on })),
  ]);
}

function listed(protocol: Protocol, one: Pick<Protocol, "id" | "title" | "zone">, on: Day): Listed {
  const editions = allEditions(protocol);
  const inForce = editions.findLast(({ since }) => since <= on);
  return {
    id: one.id,
    is: "protocol",
    title: one.title,
    on: protocol.on ?? null,
    jurisdiction: protocol.jurisdiction,
    zone: one.zone,
    usable: protocol.usable,
    editions: editions.map(({ since, confirmed }) => ({ since: dayText(since), confirmed })),
    inForce: inForce === undefined ? null : dayText(inForce.since),
  };
}
