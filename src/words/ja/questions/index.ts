import type { QuestionsWords } from "../../question-words.ts";
import { mayI } from "./may-i.ts";

export const questions: QuestionsWords = {
  "may-i": mayI,
};
