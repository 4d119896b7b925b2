/** Cross-check: stricter is free, looser is not (law 5). */
import { dayText, parseDay, plus } from "../calendar.ts";
import { bySince, type Check, type Draft, overlays, protocolsOf, unreadOnly } from "./draft.ts";
import {
  type AnyValue,
  isLooser,
  type Parameter,
  type ParameterId,
  parameterIds,
  parameters,
} from "./parameters.ts";
import { baseChain, statedOn } from "./resolve.ts";
import type { Clinic, Protocol, StatedValue } from "./schema.ts";
import { type KnowledgeFile, type KnowledgeProblem, problemAt } from "./yaml-file.ts";

type Overlay = KnowledgeFile<Protocol | Clinic>;
interface Loosening {
  readonly index: number;
  readonly stated: StatedValue;
  readonly base: Protocol;
  readonly than: StatedValue;
  readonly on: string;
}

/** No overlay is looser than any layer beneath it, save by a signed deviation that layer allows. */
export const looserIsNotFree: Check = function* (draft) {
  const unread = unreadOnly(draft);
  for (const file of overlays(draft)) {
    const bases = file.data.on === undefined ? [] : basesOf(draft, file.data);
    for (const id of parameterIds) {
      for (const loosening of loosenings(file, id, bases)) yield* judged(file, id, loosening, unread);
      yield* loosenedByUnread(file, id, unread);
    }
    if ("mayLoosen" in file.data) yield* permissions(file, file.data.mayLoosen, unread);
  }
};

function basesOf(draft: Draft, overlay: Protocol | Clinic): Protocol[] {
  return baseChain(protocolsOf(draft), overlay.on ?? "").filter((base) => base.id !== overlay.id);
}

/** For each value and layer beneath, the first day on which the value is looser than what the layer states. */
function* loosenings(file: Overlay, id: ParameterId, bases: readonly Protocol[]): Generator<Loosening> {
  const own = file.data.values[id];
  if (own === undefined) return;
  const first =
    "editions" in file.data ? (file.data.editions.map(({ since }) => since).toSorted()[0] ?? "") : "";
  for (const base of bases) {
    const theirs = base.values[id];
    const found = new Set<StatedValue>();
    for (const on of turns([...own, ...(theirs ?? [])], first)) {
      const stated = statedOn(own, on);
      const than = statedOn(theirs, on);
      if (stated === undefined || than === undefined || found.has(stated)) continue;
      if (!isLooser(id, stated.value, than.value)) continue;
      found.add(stated);
      yield { index: own.findIndex((value) => value === stated), stated, base, than, on };
    }
  }
}

/** Every day on which one of these values begins, or the one before it has ended, from a day on. */
function turns(values: readonly StatedValue[], first: string): string[] {
  const days = new Set<string>(first === "" ? [] : [first]);
  for (const { since, until } of values) {
    days.add(since);
    const last = until === undefined ? undefined : parseDay(until);
    if (last !== undefined) days.add(dayText(plus(last, 1)));
  }
  return [...days].filter((on) => on >= first).toSorted();
}

function* judged(
  file: Overlay,
  id: ParameterId,
  { index, stated, base, than, on }: Loosening,
  unread: (cites: readonly string[]) => boolean,
): Generator<KnowledgeProblem> {
  const at = ["values", id, index];
  const parameter: Parameter = parameters[id];
  const compared = `\`${id}\` of ${shown(stated.value)} is looser than ${shown(than.value)} of \`${base.id}\` on ${on}`;
  const asStrict = `State a value at least as strict as ${shown(than.value)}, or remove it so that \`${base.id}\` counts`;
  if (parameter.floor) {
    yield problemAt(
      file,
      at,
      `${compared}: this is a floor`,
      `${asStrict}: nobody loosens a floor, not even by a signed deviation.`,
    );
    return;
  }
  const allowed = base.mayLoosen[id];
  if (allowed === undefined) {
    yield problemAt(file, at, `${compared}, which \`${base.id}\` lets nobody loosen`, `${asStrict}.`);
  } else if (isLooser(id, stated.value, allowed.asFarAs)) {
    const remedy = `Go no further than ${shown(allowed.asFarAs)}, which \`mayLoosen\` of \`${base.id}\` allows.`;
    yield problemAt(file, at, `${compared}, and further than it may be loosened`, remedy);
  } else if (stated.deviation === undefined) {
    const remedy = `${asStrict}; or sign for it: \`deviation: { signedBy: …, because: … }\`.`;
    yield problemAt(file, at, `${compared}, and nobody has signed for it`, remedy);
  }
  if (unread(stated.cites))
    yield problemAt(file, at, `${compared}, on a source nobody has read`, readFirst(asStrict));
}

function* loosenedByUnread(
  file: Overlay,
  id: ParameterId,
  unread: (cites: readonly string[]) => boolean,
): Generator<KnowledgeProblem> {
  const inOrder = [...(file.data.values[id] ?? []).entries()].toSorted(bySince);
  for (const [place, [index, stated]] of inOrder.entries()) {
    const before = inOrder[place - 1]?.[1];
    if (before === undefined || !unread(stated.cites) || !isLooser(id, stated.value, before.value)) continue;
    const says = `\`${id}\` goes from ${shown(before.value)} to ${shown(stated.value)} on ${stated.since}, on a source nobody has read`;
    yield problemAt(file, ["values", id, index], says, readFirst(`Keep ${shown(before.value)}`));
  }
}

function* permissions(
  file: Overlay,
  mayLoosen: Protocol["mayLoosen"],
  unread: (cites: readonly string[]) => boolean,
): Generator<KnowledgeProblem> {
  for (const id of parameterIds) {
    const allowed = mayLoosen[id];
    if (allowed === undefined) continue;
    const parameter: Parameter = parameters[id];
    if (parameter.floor) {
      yield problemAt(
        file,
        ["mayLoosen", id],
        `\`${id}\` is a floor, which nobody may loosen`,
        `Remove \`${id}\` from \`mayLoosen\`.`,
      );
    } else if (unread(allowed.cites)) {
      const says = `\`mayLoosen\` lets \`${id}\` be loosened on a source nobody has read`;
      yield problemAt(file, ["mayLoosen", id], says, readFirst(`Remove \`${id}\` from \`mayLoosen\``));
    }
  }
}

const readFirst = (otherwise: string): string =>
  `${otherwise}; or read the source and mark it \`read\`, or cite one that was: unread never makes anything more permissive.`;

function shown(value: AnyValue | null): string {
  return value === null ? "none" : typeof value === "string" ? value : JSON.stringify(value);
}
