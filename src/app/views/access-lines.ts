/** Lines of who saw and wrote what: from the read model of accesses, and from a patient's own stream. */
import type { Knowledge } from "../../core/knowledge/schema.ts";
import { accessReaches } from "../../core/vocabulary.ts";
import type { Row, StoredEntry } from "../../ledger/ledger.ts";
import {
  denialText,
  eventText,
  openedText,
  operationText,
  refusedText,
  throughText,
  wayText,
  writtenText,
} from "../../words/audit-words.ts";
import { entryTitle } from "../../words/entry-titles.ts";
import type { Bilingual } from "../../words/words.ts";
import { type History } from "../histories.ts";
import type { Sight } from "../sight.ts";
import type { AccessLine } from "./access-shapes.ts";

/** Names of accounts, where they have one. */
export type NamesOf = (accounts: readonly string[]) => Promise<ReadonlyMap<string, string>>;

/** A line whose account has no name yet. */
export type Nameless = Omit<AccessLine, "name">;

const same = (text: string): Bilingual => ({ en: text, ja: text });

/** @param reason what was said of an emergency; null where it can no longer be read */
export function lineOfRow(row: Row, knowledge: Knowledge, reason: string | null = null): Nameless {
  const text = (column: string) => (typeof row[column] === "string" ? row[column] : undefined);
  const operation = text("operation") ?? "";
  const why = text("why");
  const type = text("type");
  const common = {
    position: Number(row["position"]),
    at: text("at") ?? "",
    account: text("account") ?? "",
    role: text("role") ?? "unknown",
    ...clinicOf(text("by_clinic") ?? "", knowledge),
  };
  if (type === "access-refused") {
    const denial = why === undefined ? null : (denialText(why) ?? same(why));
    return { ...common, kind: "refused", what: refusedText(operation), ...noRight, why: denial };
  }
  if (type === "glass-broken")
    return {
      ...common,
      kind: "opened",
      what: openedText,
      ...right("broken-glass"),
      why: reason === null ? null : same(reason),
    };
  if (type === "account-event") {
    // How somebody came in, or whose account it was done to.
    const how = why === undefined ? null : (wayText(why) ?? same(why));
    return {
      ...common,
      kind: "account",
      what: eventText(operation) ?? same(operation),
      ...noRight,
      why: how,
    };
  }
  return {
    ...common,
    kind: "read",
    what: operationText(operation) ?? same(operation),
    ...right(text("through")),
    why: null,
  };
}

/**
 * What was written, a line for what was written together. A record that was opened in an emergency is a line of its own.
 *
 * @param stored the whole stream, oldest first
 */
export function linesOfWrites(
  stored: readonly StoredEntry[],
  { entries }: History,
  { knowledge, zone, sight }: { readonly knowledge: Knowledge; readonly zone: string; readonly sight: Sight },
): Nameless[] {
  const groups = Map.groupBy(stored, ({ recordedAt, actor, type }) =>
    [recordedAt, actor.id, actor.role, type === "glass-broken"].join(" "),
  );
  return [...groups.values()].flatMap((group) => {
    const last = group.at(-1);
    if (last === undefined) return [];
    const titles = group.flatMap(({ version, clinic }) => {
      const entry = entries[version - 1];
      const shown = entry === undefined ? undefined : sight.entry(entry, clinic);
      if (entry === undefined || shown?.is === "hidden") return [];
      return [entryTitle(shown?.is === "part" ? shown.entry : entry, knowledge, zone)];
    });
    const isOpened = last.type === "glass-broken";
    return [
      {
        position: last.position,
        at: last.recordedAt,
        account: last.actor.id,
        role: last.actor.role,
        ...clinicOf(last.clinic, knowledge),
        kind: isOpened ? ("opened" as const) : ("write" as const),
        what: writtenText(titles, group.length - titles.length),
        ...(isOpened ? right("broken-glass") : noRight),
        why: null,
      },
    ];
  });
}

const noRight = { through: null, throughText: null } as const;

function right(given: string | undefined): Pick<AccessLine, "through" | "throughText"> {
  const through = accessReaches.find((one) => one === given);
  return through === undefined ? noRight : { through, throughText: throughText(through) ?? null };
}

function clinicOf(clinic: string, { clinics }: Knowledge): Pick<AccessLine, "clinic" | "clinicTitle"> {
  if (clinic === "") return { clinic: null, clinicTitle: null };
  const known = Object.hasOwn(clinics, clinic) ? clinics[clinic] : undefined;
  return { clinic, clinicTitle: known?.title ?? null };
}

/** Gives every line the name of its account. */
export async function named<L extends Nameless>(
  lines: readonly L[],
  namesOf: NamesOf,
): Promise<(L & Pick<AccessLine, "name">)[]> {
  const others = lines.flatMap(({ kind, why }) => (kind === "account" && why !== null ? [why.en] : []));
  const names = await namesOf([...new Set([...lines.map(({ account }) => account), ...others])]);
  return lines.map((line) => {
    const of = line.kind === "account" ? names.get(line.why?.en ?? "") : undefined;
    return { ...line, name: names.get(line.account) ?? null, ...(of === undefined ? {} : { why: same(of) }) };
  });
}
