/** Questions that have an answer only beside a record: their form alone cannot ask them. */
import type { QuestionId } from "../../../core/questions/index.ts";

/** A test asks every question without a record, and holds this list against what they say. */
export const onlyOfRecord: readonly QuestionId[] = ["report"];
