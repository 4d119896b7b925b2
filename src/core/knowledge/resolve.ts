/** Which value of each parameter counts, for a protocol, a clinic, an edition and a day. Pure; reads no schema. */
import { type Day, day, dayText } from "../calendar.ts";
import {
  type AnyValue,
  isLooser,
  type ParameterId,
  parameterIds,
  parameters,
  stricterOf,
  type ValueOf,
} from "./parameters.ts";
import type { Clinic, Knowledge, Protocol, StatedValue } from "./schema.ts";

/** One parameter's value, with where it comes from. */
export interface Valued<P extends ParameterId> {
  /** `null` where nobody sets it; a switch nobody sets is off. */
  readonly value: ValueOf<P> | null;
  readonly cites: readonly string[];
  /** The protocol or clinic that set it; "" where nobody did. */
  readonly from: string;
  /** Signed, where the value is looser than what the protocol asks for. */
  readonly deviation?: { readonly signedBy: string; readonly because: string };
}

/** Every parameter's value. */
export type Values = { readonly [P in ParameterId]: Valued<P> };

/** A state of a protocol, named by its first day. */
export interface Edition {
  readonly since: Day;
  readonly confirmed: boolean;
  readonly cites: readonly string[];
}

/** What values are asked for. */
export interface ValuesAsked {
  readonly protocol: string;
  readonly clinic?: string | undefined;
  /** The first day of the chosen edition of `protocol`. */
  readonly edition: Day;
  readonly on: Day;
}

/** The value a file states for a day (YYYY-MM-DD): the latest since then, unless it has ended. */
export function statedOn(values: readonly StatedValue[] | undefined, on: string): StatedValue | undefined {
  let found: StatedValue | undefined;
  for (const value of values ?? []) {
    if (value.since <= on && (found === undefined || value.since > found.since)) found = value;
  }
  return found?.until !== undefined && found.until < on ? undefined : found;
}

/** A protocol and all that it stands on, nearest first; empty where there is no such protocol. */
export function baseChain(knowledge: Pick<Knowledge, "protocols">, id: string): Protocol[] {
  const chain: Protocol[] = [];
  let next: string | undefined = id;
  while (next !== undefined && Object.hasOwn(knowledge.protocols, next)) {
    const protocol: Protocol | undefined = knowledge.protocols[next];
    if (protocol === undefined || chain.includes(protocol)) break;
    chain.push(protocol);
    next = protocol.on;
  }
  return chain;
}

const editionsSeen = new WeakMap<Protocol, readonly Edition[]>();

/** Every edition of a protocol, oldest first. */
export function allEditions(protocol: Protocol): readonly Edition[] {
  let all = editionsSeen.get(protocol);
  if (all === undefined) {
    all = protocol.editions
      .map(({ since, confirmed, cites }) => ({ since: day(since), confirmed, cites }))
      .toSorted((a, b) => a.since - b.since);
    editionsSeen.set(protocol, all);
  }
  return all;
}

/** The editions begun by a day, in order: the last is the newest, the one before it its predecessor. */
export function editionsOn(protocol: Protocol, on: Day): readonly Edition[] {
  const all = allEditions(protocol);
  return (all.at(-1)?.since ?? on) <= on ? all : all.filter((edition) => edition.since <= on);
}

const resolved = new WeakMap<Knowledge, Map<string, Values>>();
const mostKept = 5_000;

/**
 * Every parameter's value: the protocol's own as of its edition, its bases' as of the day, the nearer layer over the
 * farther. House rules replace those of the protocol the clinic works under; beside another protocol the stricter
 * counts. Throws on an id the knowledge does not hold: house rules are never silently left out.
 */
export function resolveValues(knowledge: Knowledge, asked: ValuesAsked): Values {
  let seen = resolved.get(knowledge);
  if (seen === undefined) resolved.set(knowledge, (seen = new Map()));
  const key = `${asked.protocol}/${asked.clinic ?? ""}/${asked.edition}/${asked.on}`;
  let values = seen.get(key);
  if (values === undefined) {
    values = resolveAfresh(knowledge, asked);
    if (seen.size >= mostKept) seen.clear();
    seen.set(key, values);
  }
  return values;
}

/** A value whose parameter is known only when it runs. */
interface AnyValued {
  readonly value: AnyValue | null;
  readonly cites: readonly string[];
  readonly from: string;
  readonly deviation?: { readonly signedBy: string; readonly because: string };
}

function resolveAfresh(knowledge: Knowledge, asked: ValuesAsked): Values {
  const chain = baseChain(knowledge, asked.protocol);
  const [own, ...bases] = chain;
  if (own === undefined) throw new RangeError(`There is no protocol "${asked.protocol}" in the knowledge`);
  const clinic = asked.clinic === undefined ? undefined : clinicNamed(knowledge, asked.clinic);
  const on = dayText(asked.on);
  const edition = dayText(asked.edition);
  const one = (id: ParameterId): AnyValued => {
    let found = valued(own.id, statedOn(own.values[id], edition));
    for (const base of bases) {
      const under = valued(base.id, statedOn(base.values[id], on));
      // An edition kept in use may be older than the floor beneath it: a floor always counts as it is today.
      const looserThanFloor =
        parameters[id].floor === true &&
        found !== undefined &&
        under !== undefined &&
        isLooser(id, found.value, under.value);
      if (found === undefined || looserThanFloor) found = under;
    }
    found ??= { value: parameters[id].kind === "switch" ? false : null, cites: [], from: "" };
    const house = clinic && valued(clinic.id, statedOn(clinic.values[id], on));
    if (clinic === undefined || house === undefined) return found;
    return clinic.on === own.id ? house : stricter(id, found, house);
  };
  return Object.fromEntries(parameterIds.map((id) => [id, one(id)])) as Values;
}

function clinicNamed(knowledge: Knowledge, id: string): Clinic {
  const clinic = Object.hasOwn(knowledge.clinics, id) ? knowledge.clinics[id] : undefined;
  if (clinic === undefined) throw new RangeError(`There is no clinic "${id}" in the knowledge`);
  return clinic;
}

function valued(from: string, stated: StatedValue | undefined): AnyValued | undefined {
  if (stated === undefined) return undefined;
  const { value, cites, deviation } = stated;
  return deviation === undefined ? { value, cites, from } : { value, cites, from, deviation };
}

/** The stricter of a protocol's value and a house rule made for another protocol; lists join, and so do their cites. */
function stricter(id: ParameterId, base: AnyValued, house: AnyValued): AnyValued {
  const houseAdds = base.value === null ? house.value !== null : isLooser(id, base.value, house.value);
  if (!houseAdds) return base;
  // A house rule that tightens this protocol deviates from nothing in it, whatever it does to its own.
  const { value, cites, from } = house;
  if (parameters[id].kind !== "list" || base.value === null) return { value, cites, from };
  const joined = {
    value: stricterOf(id, base.value, value),
    cites: [...new Set([...base.cites, ...cites])],
    from,
  };
  return base.deviation === undefined ? joined : { ...joined, deviation: base.deviation };
}
