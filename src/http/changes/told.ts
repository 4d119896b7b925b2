/**
 * What somebody is told of a change: that a stream of their own clinics moved, and of what type the entry is as far as
 * their role sees such things. Nobody is told of other clinics' patients, nor of who reads what.
 */
import { type Person, rolesFor } from "../../app/access.ts";
import { clinicStream, type Practice } from "../../app/practice.ts";
import { safetySummary, sees, topicOf } from "../../app/topics.ts";
import { type EntryType, entryTypes, type Role } from "../../core/entry.ts";

/** An entry without what it says. */
export interface Change {
  readonly position: number;
  readonly stream: string;
  readonly version: number;
  readonly type: string;
  readonly clinic: string;
}

/** In place of the type of an entry that somebody does not see. */
export const unseen = "unseen";

/** What is left of a change; undefined where nothing is. */
export type Tell = (change: Change) => Promise<Change | undefined>;

/** Who treats a patient is asked once a change, however many listen: of as many changes as a busy minute brings. */
const mostRemembered = 1000;

export function tellers({ histories }: Practice): (person: Person) => Tell {
  const remembered = new Map<string, Promise<readonly string[]>>();
  const treatedAt = ({ stream, version }: Change) => {
    const key = `${version} ${stream}`;
    const known = remembered.get(key) ?? histories.read(stream).then((history) => history.treatedAt);
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(key, known);
    return known;
  };
  return ({ appointments }) => {
    const listening = appointments.filter(({ role }) => listeners.has(role));
    return async (change) => {
      const { stream, clinic } = change;
      const treating = stream.startsWith("patient/") ? await treatedAt(change) : [];
      const isOwn = (at: string) => clinicStream(at) === stream || treating.includes(at);
      // What a clinic wrote itself it goes on reading, though it treats the patient no longer.
      const own = listening.filter(
        (one) => isOwn(one.clinic) || (one.clinic === clinic && stream.startsWith("patient/")),
      );
      if (own.length === 0) return undefined;
      const isSeen = own.some(({ role, clinic: at }) => seesType(role, change, at));
      return isSeen ? change : { ...change, type: unseen };
    };
  };
}

const listeners: ReadonlySet<Role> = new Set(rolesFor("follow-changes"));

function seesType(role: Role, { type, clinic }: Change, at: string): boolean {
  if (!isEntryType(type)) return false;
  const topic = topicOf(type);
  return sees[role].includes(topic) && (clinic === at || safetySummary.includes(topic));
}

function isEntryType(type: string): type is EntryType {
  return (entryTypes as readonly string[]).includes(type);
}
