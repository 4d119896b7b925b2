/** A patient's record as it was written, newest first, a page at a time. */
import { type Entry, writeBody } from "../../core/entry.ts";
import type { Knowledge } from "../../core/knowledge/schema.ts";
import type { Json, StoredEntry } from "../../ledger/ledger.ts";
import { entryTitle } from "../../words/entry-titles.ts";
import type { Bilingual } from "../../words/words.ts";
import { isCorrectable } from "../commands/correct-entry.ts";
import { withWords } from "../free-text.ts";
import type { History } from "../histories.ts";
import { patientState } from "../patient-state.ts";
import type { Practice } from "../practice.ts";
import { type Because, type Shown, type Sight, sightOf, type Viewer } from "../sight.ts";
import { reading } from "../unreadable.ts";
import type { Timeline, TimelineLine } from "./shapes.ts";
import { notShownView } from "./view-parts.ts";

/** @param before the `next` of the page before */
export async function timelineView(
  practice: Practice,
  patient: string,
  {
    before,
    limit = 50,
    viewer,
  }: { readonly before?: number; readonly limit?: number; readonly viewer?: Viewer | undefined } = {},
): Promise<Timeline | undefined> {
  const state = await reading(patient, () => patientState(practice, patient));
  if (state === undefined) return undefined;
  const { version, stream } = state;
  const end = Math.min(version, before === undefined ? version : before - 1);
  const start = Math.max(0, end - limit);
  const stored = await reading(patient, () => practice.ledger.read(stream, start));
  const { lines, hidden } = linesOf(state, stored.slice(0, end - start), sightOf(viewer, state.history));
  return {
    items: lines.toReversed(),
    next: start === 0 ? null : String(start + 1),
    notShown: notShownView(hidden, state.context.knowledge),
  };
}

/** What of a patient's state lines are made of. */
export interface Told {
  readonly history: Pick<History, "entries">;
  readonly zone: string;
  readonly context: { readonly knowledge: Knowledge };
}

/** Entries as lines of the timeline, in the order given, and how many are not shown. */
export function linesOf(
  { history: { entries }, zone, context: { knowledge } }: Told,
  stored: readonly StoredEntry[],
  sight: Sight,
): { readonly lines: TimelineLine[]; readonly hidden: ReadonlyMap<Because, number> } {
  const corrections = correctionsOf(entries);
  const hidden = new Map<Because, number>();
  const lines = stored.flatMap((one): TimelineLine[] => {
    const entry = entries[one.version - 1];
    const shown = entry === undefined ? nothing : sight.entry(entry, one.clinic);
    if (shown.is === "hidden") {
      hidden.set(shown.because, (hidden.get(shown.because) ?? 0) + 1);
      return [];
    }
    const correction = corrections.get(one.id);
    const part = shown.is === "part" ? shown.entry : undefined;
    return [
      {
        id: one.id,
        version: one.version,
        type: one.type,
        title: titleOf(part ?? entry, part === undefined ? entries : [], knowledge, zone),
        happened: one.happened,
        recordedAt: one.recordedAt,
        actor: one.actor,
        source: one.source.kind,
        body: withoutDecision(
          part === undefined
            ? withWords(one.type, one.body as { readonly [key: string]: Json }, one.private)
            : writeBody(part.type, part.body as never),
        ),
        note: part === undefined ? noteOf(one) : null,
        correctedBy: correction?.id ?? null,
        withdrawn: correction?.withdrawn ?? false,
        correctable: entry !== undefined && isCorrectable(entry.type) && correction?.withdrawn !== true,
      },
    ];
  });
  return { lines, hidden };
}

const nothing: Shown = { is: "whole" };

/** A correction is titled by what it put in place, and what stood there. */
function titleOf(
  entry: Entry | undefined,
  all: readonly Entry[],
  knowledge: Knowledge,
  zone: string,
): Bilingual {
  if (entry === undefined) return { en: "", ja: "" };
  const title = entryTitle(entry, knowledge, zone);
  if (entry.type !== "corrected" || entry.body.withdrawn) return title;
  const { ref, replacement } = entry.body;
  const wrong = all.find(({ id }) => id === ref);
  if (wrong === undefined || replacement === undefined) return title;
  const was = entryTitle(wrong, knowledge, zone);
  const is = entryTitle({ type: wrong.type, body: replacement }, knowledge, zone);
  const { reason } = entry.body;
  return {
    en: `Corrected: ${is.en} (it said: ${was.en}; ${reason})`,
    ja: `訂正：${is.ja}(訂正前：${was.ja}。理由：${reason})`,
  };
}

function correctionsOf(entries: readonly Entry[]) {
  const found = new Map<string, { readonly id: string; readonly withdrawn: boolean }>();
  for (const entry of entries) {
    if (entry.type === "corrected")
      found.set(entry.body.ref, { id: entry.id, withdrawn: entry.body.withdrawn });
  }
  return found;
}

/** A decision is long, and has an address of its own. */
function withoutDecision({ decision: _decision, ...body }: { readonly [key: string]: unknown }) {
  return body;
}

function noteOf({ private: kept }: StoredEntry): string | null {
  if (kept === undefined || kept === "erased") return null;
  const { value } = kept;
  return typeof value === "object" && value !== null && "note" in value && typeof value.note === "string"
    ? value.note
    : null;
}
