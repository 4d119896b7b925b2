/** A fictional patient with the supply it is good to try: a record from examples/. */
import type { Day } from "../../core/calendar.ts";
import type { Entry } from "../../core/entry.ts";
import type { SupplyQuestion } from "../../core/question.ts";
import type { Bilingual } from "../../words/words.ts";

export interface Example {
  /** The file's name without its ending. */
  readonly id: string;
  readonly title: Bilingual;
  readonly says: Bilingual;
  readonly suggest: {
    /** A protocol or a clinic. */
    readonly under: string;
    readonly on: Day;
    readonly supply: SupplyQuestion;
  };
  readonly entries: readonly Entry[];
}
