/** Any two protocols or clinics side by side, value by value as in force on a day. Pure. */
import { type Day, nominalDays, type Span } from "../calendar.ts";
import { type ParameterTopic, topicOf } from "./parameter-topics.ts";
import {
  type AnyValue,
  isLooser,
  type Parameter,
  type ParameterId,
  parameterIds,
  parameters,
  stricterOf,
} from "./parameters.ts";
import { baseChain, type Edition, editionsOn, resolveValues } from "./resolve.ts";
import type { Clinic, Knowledge, Protocol } from "./schema.ts";

/** A protocol or a clinic, as it is in force on the day. */
export interface Side {
  readonly id: string;
  readonly is: "protocol" | "clinic";
  /** The protocol itself, or the one the clinic works under. */
  readonly protocol: string;
  /** Its own layers, nearest first: whatever sets a value is one of these. */
  readonly layers: readonly string[];
  readonly edition: Edition;
  /** The edition that counts beside it while nobody has confirmed the new one: of two values the stricter is shown. */
  readonly beside: Edition | undefined;
}

/** One value of one side. */
export interface SideValue {
  readonly value: AnyValue | null;
  /** The layer that set it; "" where nobody did. */
  readonly from: string;
  readonly cites: readonly string[];
  /** Signed, where it is looser than the protocol. */
  readonly deviation?: { readonly signedBy: string; readonly because: string };
  /** How far the protocol lets a clinic loosen it. */
  readonly mayLoosen?: { readonly asFarAs: AnyValue | null; readonly onlyIf?: "pregnancy-impossible" };
  /** The value of the edition that counts beside, where it differs: the one shown is the stricter. */
  readonly besides?: AnyValue | null;
}

/** Which side is stricter: `mixed` where each asks for something the other does not, `other` where neither can be. */
export type Stricter = "a" | "b" | "same" | "mixed" | "other";

export interface ComparedValue {
  readonly parameter: ParameterId;
  readonly topic: ParameterTopic;
  readonly floor: boolean;
  readonly stricter: Stricter;
  readonly a: SideValue;
  readonly b: SideValue;
}

export interface Comparison {
  readonly on: Day;
  readonly a: Side;
  readonly b: Side;
  /** Every parameter, in the order of their register. */
  readonly values: readonly ComparedValue[];
}

/** Why two cannot be compared: nobody knows one of them, or its first edition begins later. */
export type NotCompared =
  | { readonly why: "unknown"; readonly given: string; readonly known: readonly string[] }
  | { readonly why: "not-yet"; readonly given: string; readonly since: Day };

/** Every id that can be compared: protocols (those not decided under by themselves too), then clinics. */
export function comparable(knowledge: Knowledge): readonly string[] {
  return [...Object.keys(knowledge.protocols), ...Object.keys(knowledge.clinics)];
}

/** Compares two protocols or clinics as they are in force on a day. */
export function compareProtocols(
  knowledge: Knowledge,
  { a, b, on }: { readonly a: string; readonly b: string; readonly on: Day },
): Comparison | NotCompared {
  const sideA = sideOf(knowledge, a, on);
  if ("why" in sideA) return sideA;
  const sideB = sideOf(knowledge, b, on);
  if ("why" in sideB) return sideB;
  const valueA = valuesOf(knowledge, sideA, on);
  const valueB = valuesOf(knowledge, sideB, on);
  const values = parameterIds.map((parameter): ComparedValue => {
    const { floor }: Parameter = parameters[parameter];
    const first = valueA(parameter);
    const second = valueB(parameter);
    return {
      parameter,
      topic: topicOf[parameter],
      floor: floor === true,
      stricter: stricterSide(parameter, first.value, second.value),
      a: first,
      b: second,
    };
  });
  return { on, a: sideA, b: sideB, values };
}

/** A protocol or clinic and the edition in force on a day. */
function sideOf(knowledge: Knowledge, id: string, on: Day): Side | NotCompared {
  const clinic = own(knowledge.clinics, id);
  const protocol = own(knowledge.protocols, clinic?.on ?? id);
  if (protocol === undefined) return { why: "unknown", given: id, known: comparable(knowledge) };
  const begun = editionsOn(protocol, on);
  const edition = begun.at(-1);
  if (edition === undefined) return { why: "not-yet", given: id, since: firstDayOf(protocol) };
  return {
    id,
    is: clinic === undefined ? "protocol" : "clinic",
    protocol: protocol.id,
    layers: layersOf(knowledge, clinic, protocol),
    edition,
    beside: edition.confirmed ? undefined : begun.slice(0, -1).findLast(({ confirmed }) => confirmed),
  };
}

function own<T>(all: Readonly<Record<string, T>>, id: string): T | undefined {
  return Object.hasOwn(all, id) ? all[id] : undefined;
}

function firstDayOf(protocol: Protocol): Day {
  const [first] = editionsOn(protocol, Number.MAX_SAFE_INTEGER as Day);
  if (first === undefined) throw new RangeError(`The protocol "${protocol.id}" has no edition`);
  return first.since;
}

function layersOf(knowledge: Knowledge, clinic: Clinic | undefined, protocol: Protocol): readonly string[] {
  const chain = baseChain(knowledge, protocol.id).map(({ id }) => id);
  return clinic === undefined ? chain : [clinic.id, ...chain];
}

function valuesOf(knowledge: Knowledge, side: Side, on: Day): (id: ParameterId) => SideValue {
  const asked = { protocol: side.protocol, on, ...(side.is === "clinic" ? { clinic: side.id } : {}) };
  const values = resolveValues(knowledge, { ...asked, edition: side.edition.since });
  const besides =
    side.beside === undefined
      ? undefined
      : resolveValues(knowledge, { ...asked, edition: side.beside.since });
  return (id) => {
    const now = values[id];
    const then = besides?.[id] ?? now;
    const differs = !isSame(id, now.value, then.value);
    // While nobody has confirmed an edition the stricter of the two counts, as the worse finding does.
    const value = differs ? stricterOf(id, now.value, then.value) : now.value;
    const shown = differs && isSame(id, value, then.value) ? then : now;
    const { from, deviation } = shown;
    const mayLoosen = loosenable(knowledge, side.protocol, id);
    return {
      value,
      from,
      cites: differs ? [...new Set([...now.cites, ...then.cites])] : shown.cites,
      ...(deviation === undefined ? {} : { deviation }),
      ...(mayLoosen === undefined ? {} : { mayLoosen }),
      ...(differs ? { besides: shown === now ? then.value : now.value } : {}),
    };
  };
}

/** How far a protocol, or one it stands on, lets this value be loosened. */
function loosenable(knowledge: Knowledge, protocol: string, id: ParameterId): SideValue["mayLoosen"] {
  for (const { mayLoosen } of baseChain(knowledge, protocol)) {
    const allowed = mayLoosen[id];
    if (allowed === undefined) continue;
    const { asFarAs, onlyIf } = allowed;
    return onlyIf === undefined ? { asFarAs } : { asFarAs, onlyIf };
  }
  return undefined;
}

/** Which of two values is stricter, by the parameter's own direction. */
export function stricterSide(id: ParameterId, a: AnyValue | null, b: AnyValue | null): Stricter {
  if (isSame(id, a, b)) return "same";
  const aLooser = isLooser(id, a, b);
  const bLooser = isLooser(id, b, a);
  if (aLooser && bLooser) return "mixed";
  if (aLooser) return "b";
  return bLooser ? "a" : "other";
}

/** A switch nobody sets is off; lists hold the same in any order; eight weeks are not two months. */
function isSame(id: ParameterId, a: AnyValue | null, b: AnyValue | null): boolean {
  if (a === null || b === null) return a === b;
  const { kind } = parameters[id];
  if (kind === "list") return inOrder(a) === inOrder(b);
  return kind === "span" ? nominalDays(a as Span) === nominalDays(b as Span) : a === b;
}

function inOrder(list: AnyValue): string {
  return JSON.stringify([...(list as readonly string[])].toSorted());
}
