/**
 * A practice as somebody who signed in may see it, whatever the application asks for them: every read of a patient goes
 * through the ledger's wall. Where the store has none the practice is given back as it is.
 */
import type { Seen } from "../ledger/ledger.ts";
import type { History } from "./histories.ts";
import { type Histories, patients } from "./histories.ts";
import type { Practice } from "./practice.ts";

/** Whose eyes it is seen with. */
export interface Eyes {
  /** Clinics that appointed them: they see their patients. */
  readonly clinics: readonly string[];
  /** Streams that are opened to them beside those: their own, a ward's, one whose number or emergency opened it. */
  readonly streams: readonly string[];
}

export function seenWith(eyes: Eyes, practice: Practice): Practice {
  const { ledger, histories } = practice;
  if (!ledger.isWalled) return practice;
  if (practice.behindWall !== undefined) throw new Error("it is seen with somebody's eyes already");
  const both = (mine: readonly string[], asked: readonly string[]) =>
    asked.filter((one) => mine.includes(one));
  const seen = ledger.seenBy(eyes.clinics, eyes.streams);
  return {
    ...practice,
    behindWall: { whole: practice, eyes },
    ledger: {
      ...ledger,
      ...seen,
      seenBy: (clinics, streams = []) =>
        ledger.seenBy(both(eyes.clinics, clinics), both(eyes.streams, streams)),
      follow() {
        throw new Error("nobody follows the whole ledger behind the wall");
      },
    },
    histories: throughWall(histories, seen),
  };
}

/** The practice as the server itself has it: for rights, counts and chains, of which nothing about anybody is shown. */
export const wholeOf = (practice: Practice): Practice => practice.behindWall?.whole ?? practice;

/** What is kept in memory is shown to nobody to whom the store would not show it now. */
function throughWall(histories: Practice["histories"], seen: Seen): Practice["histories"] {
  /** Seen, or written, a moment ago: it need not be asked again whether it may be. */
  const passed = new Set<string>();
  const read = async (stream: string): Promise<History> => {
    if (!stream.startsWith(patients)) return await histories.read(stream);
    const history = await histories.read(stream, seen);
    if (history.version > 0) passed.add(stream);
    return history;
  };
  return {
    read,
    known: async (stream, atLeast) =>
      stream.startsWith(patients) && !passed.has(stream)
        ? await read(stream)
        : await histories.known(stream, atLeast),
    learn(stream, appended) {
      passed.add(stream);
      histories.learn(stream, appended);
    },
    forget: (stream) => histories.forget(stream),
  } satisfies Pick<Histories, "read" | "known" | "learn" | "forget">;
}
