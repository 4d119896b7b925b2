/** What the API answers with, beside the shapes that the application publishes. */
import type { DecisionJson } from "../../app/decision-json.ts";
import type { PatientView, SourceView, TimelineLine } from "../../app/views/shapes.ts";
import type { Bilingual } from "../../words/words.ts";

export interface Clinic {
  readonly id: string;
  readonly title: Bilingual;
  readonly zone: string;
  readonly sites: readonly { readonly id: string; readonly name: Bilingual }[];
  readonly products: readonly string[];
}
export type Person = Pick<
  PatientView,
  "patient" | "name" | "kana" | "birthDate" | "clinic" | "site" | "fictional"
>;
export interface People {
  readonly items: readonly Person[];
  readonly next: string | null;
}
/** What a command did: no entries where the record said so already. */
export interface Done {
  readonly version: number;
  readonly entries: readonly TimelineLine[];
  readonly repeated: boolean;
}
export interface Registered extends Done {
  readonly patient: string;
}
export interface Decided {
  readonly decision: DecisionJson;
  readonly sources: Readonly<Record<string, SourceView>>;
}
/** A supply as it is proposed; what is left out is not known yet. */
export interface Proposal {
  readonly product?: string;
  readonly capsuleMg?: number;
  readonly capsules?: number;
  readonly dailyMg?: number;
  readonly dosesPerDay?: number;
  readonly days?: number;
}
