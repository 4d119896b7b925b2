import { z } from "zod";
import { accessBodies } from "../../core/access-bodies.ts";
import { permits, speaksAgainst } from "../../core/authority.ts";
import { type Entry, type EntryType, readEntry, writeBody } from "../../core/entry.ts";
import { refuse } from "../../core/refusal.ts";
import { entry } from "../entries.ts";
import type { PatientState } from "../patient-state.ts";
import { whoWrote } from "../who-wrote.ts";
import { command, type Given, nothing, write } from "./command.ts";
import { isSame } from "./recording.ts";

/**
 * Mends a mistake by a new entry that names the old one: withdrawn, or with another body. The old one stays readable.
 * Supplies and authorisations are voided or reversed, not corrected. What was written under an account is mended by
 * that account, or by the clinic that wrote it and the home clinic; whoever treats the patient may still raise an alarm.
 */
export const correctEntry = command({
  name: "correct-entry",
  on: "patient",
  roles: [
    "prescriber",
    "designee",
    "nurse",
    "pharmacist",
    "lab",
    "front-desk",
    "administrator",
    "patient",
    "guardian",
  ],
  input: z.strictObject({
    /** The id of the entry that is wrong. */
    ref: z.string(),
    reason: z.string().trim().min(1).max(4000),
    withdrawn: z.boolean().default(false),
    /** What stands in its place: only the fields that change. */
    replacement: z.record(z.string(), z.unknown()).optional(),
  }),
  decide({ ref, reason, withdrawn, replacement }, state, { by, clinic }) {
    const written = state.history.entries.find(({ id }) => id === ref);
    if (written === undefined) return { refusal: refuse("no-such-entry", { ref }) };
    // As it stands today: a second correction builds on the first.
    const wrong = state.record.of(written.type).find(({ id }) => id === ref) as Entry | undefined;
    if (wrong === undefined) return withdrawn ? nothing : { refusal: refuse("no-such-entry", { ref }) };
    if (by.role !== "prescriber") {
      if (by.role !== written.actor) {
        return { refusal: refuse("not-yours-to-correct", { role: by.role, writtenBy: written.actor }) };
      }
      if (isAgainst(written, state))
        return { refusal: refuse("speaks-against-treatment", { role: by.role }) };
    }
    if (
      !isTheirs(written, state, { by, clinic }) &&
      !isAlarm(wrong, { withdrawn, replacement }, state, clinic)
    ) {
      return { refusal: refuse("not-your-entry", { role: by.role }) };
    }
    if (!isCorrectable(wrong.type)) {
      return {
        refusal: refuse("replacement-does-not-fit", {
          problem: `${wrong.type} is not corrected but voided or reversed`,
        }),
      };
    }
    if (withdrawn) {
      return wrong.type === "registered"
        ? { refusal: refuse("registration-stays", {}) }
        : write(entry("corrected", { ref, reason, withdrawn }));
    }
    if (replacement === undefined || Object.keys(replacement).length === 0) {
      return {
        refusal: refuse("replacement-does-not-fit", {
          problem: "neither a replacement nor `withdrawn` is given",
        }),
      };
    }
    if (wrong.type === "corrected") {
      return {
        refusal: refuse("replacement-does-not-fit", {
          problem: "a correction is withdrawn, or the entry corrected again",
        }),
      };
    }
    const mended = mend(wrong, replacement);
    if ("problem" in mended) return { refusal: refuse("replacement-does-not-fit", mended) };
    return isSame(mended.body, writeBody(wrong.type, wrong.body as never))
      ? nothing
      : write(
          entry(
            "corrected",
            { ref, reason, withdrawn, replacement: { ...mended.body } },
            { mends: wrong.type },
          ),
        );
  },
});

/** Whether somebody may mend what was written under an account: their own, or as staff what their clinic answers for. */
function isTheirs({ id }: Entry, { history, clinic: home }: PatientState, { by, clinic }: Acting): boolean {
  const writer = whoWrote(history, id);
  // Where nobody signed in, then or now, nobody can be told from another.
  if (writer.account === undefined || !by.authenticated || writer.account === by.id) return true;
  return isStaff(by.role) && (clinic === writer.clinic || clinic === home);
}

type Acting = Pick<Given, "by" | "clinic">;

const isStaff = (role: string) => role !== "patient" && role !== "guardian";

/**
 * Whether a clinic that treats the patient too only takes a permission back, or makes an alarm of what was none: that
 * waits for nobody.
 */
function isAlarm(
  wrong: Entry,
  {
    withdrawn,
    replacement = {},
  }: { readonly withdrawn: boolean; readonly replacement?: Replacement | undefined },
  { history }: PatientState,
  clinic: string,
): boolean {
  if (!history.treatedAt.includes(clinic) || speaksAgainst(wrong)) return false;
  if (withdrawn) return permits(wrong);
  const mended = mend(wrong, replacement);
  return "body" in mended && speaksAgainst({ type: wrong.type, body: mended.body });
}

type Replacement = { readonly [key: string]: unknown };

/**
 * Whether an entry speaks against treatment, or what it corrects does, or ever came to by a correction: then only a
 * prescriber takes it back.
 */
function isAgainst(written: Entry, { history: { entries } }: PatientState): boolean {
  const about = written.type === "corrected" ? written.body.ref : written.id;
  const ever = entries.flatMap((one) => {
    if (one.id === about) return [one];
    if (one.type !== "corrected" || one.body.ref !== about) return [];
    const mended = entries.find(({ id }) => id === about);
    return mended === undefined
      ? []
      : [{ ...mended, body: { ...mended.body, ...one.body.replacement } } as Entry];
  });
  return ever.some(speaksAgainst);
}

const uncorrectable: ReadonlySet<EntryType> = new Set([
  ...(Object.keys(accessBodies) as EntryType[]),
  "supply-authorised",
  "supply-voided",
  "supply-dispensed",
  "supply-reversed",
  "task-raised",
  "document-imported",
  "person-erased",
]);

/** Whether entries of a type are mended by a correction at all. */
export function isCorrectable(type: EntryType): boolean {
  return !uncorrectable.has(type);
}

/** The whole body as it would be, held against the shape of its type. */
function mend(
  wrong: Entry,
  replacement: Replacement,
): { readonly body: { readonly [key: string]: unknown } } | { readonly problem: string } {
  const body = { ...writeBody(wrong.type, wrong.body as never), ...replacement };
  const read = readEntry({ type: wrong.type, happened: "2000-01-01", body }, wrong.id);
  return Array.isArray(read)
    ? { problem: read.map(({ at, says }) => `${at}: ${says}`).join("; ") }
    : { body };
}
