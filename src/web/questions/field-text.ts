/** The words of a question's fields in one language, looked up by name. */
import type { QuestionId } from "../../core/questions/index.ts";
import { fieldWords } from "../../words/render-question.ts";
import type { Language } from "../../words/words.ts";

export interface FieldText {
  readonly label: string;
  readonly hint?: string;
  readonly choices?: Readonly<Record<string, string>>;
  readonly columns?: FieldTexts;
}
export type FieldTexts = Readonly<Record<string, FieldText>>;

export function fieldTexts(question: QuestionId, language: Language): FieldTexts {
  return fieldWords(question)[language];
}
