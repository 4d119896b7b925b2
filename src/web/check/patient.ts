/** Who the page is about: an example, or what someone opened here. */
import type { Day } from "../../core/calendar.ts";
import type { Entry } from "../../core/entry.ts";
import type { SupplyQuestion } from "../../core/question.ts";
import type { UndatedFact } from "../../core/record.ts";
import type { AccountLine } from "../../fhir/account.ts";
import type { Example } from "../examples/example.ts";

export interface Patient {
  /** The example's id; undefined for files, which no link can name. */
  readonly example: Example | undefined;
  /** Names of the files opened. */
  readonly files: readonly string[];
  readonly entries: readonly Entry[];
  readonly undated: readonly UndatedFact[];
  readonly account: readonly AccountLine[];
  /** At least one: what is proposed where the files hold no order. */
  readonly orders: readonly SupplyQuestion[];
  readonly ordered: boolean;
}

/** What is proposed first where nobody ordered anything: nothing but "no refills" is presumed. */
const nothingProposed: SupplyQuestion = { refills: 0 };

export function examplePatient(example: Example): Patient {
  return {
    example,
    files: [],
    entries: example.entries,
    undated: [],
    account: [],
    orders: [example.suggest.supply],
    ordered: false,
  };
}

export interface OpenedFiles {
  readonly files: readonly string[];
  readonly entries: readonly Entry[];
  readonly undated: readonly UndatedFact[];
  readonly account: readonly AccountLine[];
  readonly orders: readonly SupplyQuestion[];
  /** A supply and a day to begin with, where an example file brings them. */
  readonly suggest?: { readonly on?: Day; readonly under?: string; readonly supply?: SupplyQuestion };
}

export function filesPatient(opened: OpenedFiles): Patient {
  const { files, entries, undated, account, orders, suggest } = opened;
  const ordered = orders.length > 0;
  return {
    example: undefined,
    files,
    entries,
    undated,
    account,
    orders: ordered ? orders : [suggest?.supply ?? nothingProposed],
    ordered,
  };
}
