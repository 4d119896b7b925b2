/** What the words of a language must hold of what is not shown. */
import type { Verdict } from "../core/finding.ts";
import type { Say } from "./words.ts";

export interface NotShownWords {
  /** Entries that the role does not see. */
  readonly role: (count: number, say: Say) => string;
  /** Entries of other clinics. */
  readonly clinic: (count: number, say: Say) => string;
  /** Entries that are a minor's own. */
  readonly private: (count: number, say: Say) => string;
  /** Patients whose record is kept and not used. */
  readonly restricted: (count: number, say: Say) => string;
  /** In the place of findings. */
  readonly findingTitle: string;
  readonly finding: { readonly [V in Exclude<Verdict, "pass" | "advise">]: string };
  /** In the place of what a line of a list says. */
  readonly headline: string;
}
