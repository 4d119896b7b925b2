/**
 * What somebody sees of a record that is open to them. What they do not see is counted and said to be hidden, never
 * dropped in silence. Decisions are always made on the whole record.
 */
import type { Entry, Role } from "../core/entry.ts";
import { privateTopics } from "../core/vocabulary.ts";
import type { Through } from "./access.ts";
import type { History } from "./histories.ts";
import { safetySummary, sees, type Topic } from "./topics.ts";
import { partOf, subjectOf, topicsOfEntry } from "./topics-of-entries.ts";

/** Somebody whom the table of access let in. */
export interface Viewer {
  readonly role: Role;
  readonly through: Through;
  /** Where they have that role. */
  readonly clinics: readonly string[];
  /** Of the clinic they act for: their lists are of these sites alone; of every one where undefined. */
  readonly sites?: readonly string[] | undefined;
}

/** Why something is not shown: the role does not see it, another clinic wrote it, or it is the patient's own. */
export type Because = "role" | "clinic" | "private";

export type Shown =
  | { readonly is: "whole" }
  /** Without anybody's own words, or with a part of what it lists. */
  | { readonly is: "part"; readonly entry: Entry }
  | { readonly is: "hidden"; readonly because: Because };

export interface Sight {
  /** Whether all of these are seen. */
  readonly sees: (topics: readonly Topic[]) => boolean;
  /** Whether every topic is. */
  readonly all: boolean;
  /** Whether every entry is shown whole. */
  readonly whole: boolean;
  /** @param clinic the clinic that wrote it */
  readonly entry: (entry: Entry, clinic: string) => Shown;
}

/** Where nobody is held to anything. */
export const everything: Sight = { sees: () => true, all: true, whole: true, entry: () => ({ is: "whole" }) };

const whole: Shown = { is: "whole" };
/** What a number shows at a counter where nobody treats the patient: whose it is, and what a safe supply depends on. */
const atCounter: readonly Topic[] = ["identity", "visits", ...safetySummary];
/** Of nobody's clinic in particular: who the patient is, who treats them, and who opened the record in an emergency. */
const ofEveryClinic: ReadonlySet<Entry["type"]> = new Set<Entry["type"]>([
  "treatment-relation-started",
  "treatment-relation-ended",
  "glass-broken",
  "processing-restricted",
  "restriction-lifted",
]);

/** @param viewer undefined where nobody is held to anything */
export function sightOf(
  viewer: Viewer | undefined,
  { shared, entries }: Pick<History, "shared" | "entries">,
): Sight {
  if (viewer === undefined || viewer.through === "self") return everything;
  const topics = topicsOf(viewer, shared);
  const seesAll = (wanted: readonly Topic[]) => wanted.every((topic) => topics.has(topic));
  const named = (id: string) => entries.find((one) => one.id === id);
  return {
    sees: seesAll,
    whole: viewer.through === "broken-glass" && sees[viewer.role].length === sees.prescriber.length,
    all: sees.prescriber.every((topic) => topics.has(topic)),
    entry(entry, clinic) {
      const tells = topicsOfEntry(entry, named);
      if (!seesAll(tells)) return { is: "hidden", because: whyHidden(viewer, tells) };
      const how = howSeen(viewer, entry, clinic, subjectOf(entry, named));
      if (how === "whole") return whole;
      const part = how === "hidden" ? undefined : partOf(entry, seesAll);
      if (part !== undefined) return { is: "part", entry: part };
      return { is: "hidden", because: how === "hidden" ? "clinic" : whyHidden(viewer, privateTopics) };
    },
  };
}

/** Which topics somebody sees, of whatever clinic. */
function topicsOf({ role, through }: Viewer, shared: History["shared"]): ReadonlySet<Topic> {
  const own = new Set(sees[role]);
  if (through === "ward") return own.union(new Set<Topic>(shared));
  return through === "by-number" ? own.intersection(new Set(atCounter)) : own;
}

function whyHidden({ through }: Viewer, tells: readonly Topic[]): Because {
  const isPrivate = tells.some((topic) => (privateTopics as readonly Topic[]).includes(topic));
  return through === "ward" && isPrivate ? "private" : "role";
}

/** Of an entry whose topics are seen: all of it, what is coded in it, or nothing. */
function howSeen(
  { through, clinics, role }: Viewer,
  { type, actor }: Entry,
  clinic: string,
  subject: Topic,
): "whole" | "coded" | "hidden" {
  // Nobody knows what words tell: whoever does not see every topic sees none of them but those of their own role.
  const own = actor === role || sees[role].length === sees.prescriber.length ? "whole" : "coded";
  switch (through) {
    case "self":
    case "broken-glass":
      return "whole";
    case "ward":
      return own;
    case "own-entries":
      return clinics.includes(clinic) ? own : "hidden";
    case "own-clinic":
    case "by-number":
    case "no-relation":
    case "unsigned":
      if (ofEveryClinic.has(type) || subject === "identity") return "whole";
      if (clinics.includes(clinic)) return own;
      return safetySummary.includes(subject) ? "coded" : "hidden";
  }
}
