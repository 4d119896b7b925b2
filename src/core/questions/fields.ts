/**
 * What a question is told, as data: the command line's options, the API's body and the page's form are made of it,
 * and so is the type of its input.
 */
import type { Day } from "../calendar.ts";

/** Lists of the knowledge that a field can choose from. */
export const choiceLists = [
  "activities",
  "allergens",
  "analytes",
  "clinics",
  "conditions",
  "contraceptives",
  "indications",
  "medicines",
  "products",
  "protocols",
  "symptoms",
] as const;
export type ChoiceList = (typeof choiceLists)[number];

interface Common {
  readonly required?: true;
  /** Written on the command line without its name. */
  readonly argument?: true;
}
export type PlainField = Common &
  (
    | { readonly kind: "day" }
    /** Outside `least` to `most` nobody believes it. `whole`: no decimals. */
    | {
        readonly kind: "number";
        readonly unit: string;
        readonly least: number;
        readonly most: number;
        readonly whole?: true;
      }
    | { readonly kind: "yes-no" }
    | { readonly kind: "choice"; readonly of: readonly string[] }
    | { readonly kind: "choices"; readonly of: readonly string[] }
    /** An id of the knowledge; a name or alias in either language is read as its id. */
    /** `open`: what the list has no name near to is taken as typed, for an answer that says so. */
    | { readonly kind: "known"; readonly of: ChoiceList; readonly open?: true }
    | { readonly kind: "known-list"; readonly of: ChoiceList }
    /** As somebody typed it; `suggest` offers names of the knowledge. */
    | { readonly kind: "text"; readonly suggest?: ChoiceList }
    | { readonly kind: "texts"; readonly suggest?: ChoiceList }
  );
/** Rows of a table: results, lesions by region. On the command line each row is `column=value,column=value`. */
export type RowsField = Common & {
  readonly kind: "rows";
  readonly columns: { readonly [name: string]: PlainField };
};
export type Field = PlainField | RowsField;
export type Fields = { readonly [name: string]: Field };

type ValueOf<F> = F extends { kind: "day" }
  ? Day
  : F extends { kind: "number" }
    ? number
    : F extends { kind: "yes-no" }
      ? boolean
      : F extends { kind: "choice"; of: readonly (infer C)[] }
        ? C
        : F extends { kind: "choices"; of: readonly (infer C)[] }
          ? readonly C[]
          : F extends { kind: "known" | "text" }
            ? string
            : F extends { kind: "known-list" | "texts" }
              ? readonly string[]
              : F extends { kind: "rows"; columns: infer C extends Fields }
                ? readonly InputOf<C>[]
                : never;

/** The input that fields make. */
export type InputOf<F extends Fields> = {
  readonly [K in keyof F as F[K] extends { required: true } ? K : never]: ValueOf<F[K]>;
} & {
  readonly [K in keyof F as F[K] extends { required: true } ? never : K]?: ValueOf<F[K]>;
};
