/** What a form asks and which commands it gives: data, so that every form looks and behaves the same. */
import type { CommandName } from "../../../app/commands/index.ts";
import type { EntryType, Role } from "../../../core/entry.ts";
import type { Values } from "../../../core/knowledge/resolve.ts";
import type { Given } from "../../api/sending.ts";

/** What somebody has filled in so far, by the field's name. */
export type Filled = Readonly<Record<string, unknown>>;

/** Lists of the knowledge that are picked from. */
export type KnownKind =
  | "allergens"
  | "analytes"
  | "conditions"
  | "contraceptives"
  | "excipients"
  | "indications"
  | "medicines"
  | "products"
  | "programmes"
  | "symptoms";

type NumberParameter = {
  [P in keyof Values]: Values[P]["value"] extends number | null ? P : never;
}[keyof Values];

interface Named {
  readonly name: string;
  readonly required?: true;
  /** Shown only where this holds. */
  readonly only?: (filled: Filled) => boolean;
}

export type FieldSpec = Named &
  (
    | { readonly kind: "yes-no" }
    | { readonly kind: "tick" }
    | {
        readonly kind: "number";
        readonly unit?: string;
        readonly whole?: true;
        readonly most?: number;
        /** The values of the clinic's protocol between which it is believed. */
        readonly believed?: { readonly least: NumberParameter; readonly most: NumberParameter };
      }
    | { readonly kind: "choice"; readonly choices: readonly string[] }
    /** Several of a few. Without choices of its own the form is given them. */
    | { readonly kind: "ticks"; readonly choices?: readonly string[] }
    | { readonly kind: "one"; readonly of: KnownKind }
    | { readonly kind: "many"; readonly of: KnownKind }
    | { readonly kind: "text"; readonly long?: true; readonly most?: number }
    | { readonly kind: "day"; readonly ahead?: true }
    | { readonly kind: "labs" }
  );

/**
 * How the moment is asked for: `now` unless somebody says otherwise, a `day` that has to be said, a day with its
 * `time` where windows are counted from it, or `none` where it makes no sense.
 */
export type Asking = "now" | "day" | "time" | "none";

export interface FormSpec {
  readonly command: CommandName;
  /** What it writes, where that is one entry whose body are the fields. */
  readonly type?: EntryType;
  /** Who may give it. */
  readonly by: readonly Role[];
  readonly fields: readonly FieldSpec[];
  readonly when: Asking;
  readonly noNote?: true;
  /**
   * The commands, where they are not simply this one with the fields as its body. `own` is a name that belongs to this
   * form while it is open: what is sent again must be the same.
   */
  readonly gives?: (filled: Filled, about: About, own: string) => readonly Given[];
}

/** When it happened, and the note: what every command takes beside its own. */
export interface About {
  readonly happened?: string;
  readonly note?: string;
}

/** One command with its body. */
export function give(command: CommandName, body: object, about: About = {}): Given {
  return { command, body: { ...body, ...about } };
}

/** What is filled in, without what is empty. */
export function said(filled: Filled): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(filled).filter(([, value]) => value !== undefined && value !== null && value !== ""),
  );
}

/** A list that was filled in; empty where nothing was. */
export function listOf(filled: Filled, name: string): readonly string[] {
  const value = filled[name];
  return Array.isArray(value) ? (value as readonly string[]) : [];
}

/** Under which name a form keeps what was typed in a list and not chosen. */
export function typedName(name: string): string {
  return `${name}, typed`;
}

/** What was typed in a list and not chosen. */
export function typedOf(filled: Filled, name: string): string {
  const typed = filled[typedName(name)];
  return typeof typed === "string" ? typed.trimStart() : "";
}
