import type { NotShownWords } from "../not-shown-words.ts";
import { count } from "./grammar.ts";

export const notShown: NotShownWords = {
  role: (entries, say) =>
    `${count(say, entries, "entry", "entries")} ${isOrAre(entries)} not shown to your role.`,
  clinic: (entries, say) =>
    `${count(say, entries, "entry", "entries")} of another clinic ${isOrAre(entries)} not shown: of what it wrote you see what a safe supply depends on.`,
  private: (entries, say) =>
    `${count(say, entries, "entry", "entries")} ${isOrAre(entries)} the patient's own, and not shown unless they share them.`,
  restricted: (patients, say) =>
    `${count(say, patients, "patient")} ${isOrAre(patients)} not listed: the record is kept and not used, as the patient wishes.`,
  findingTitle: "Not shown to your role",
  finding: {
    ask: "A prescriber knows what is missing.",
    wait: "A prescriber knows what this waits for.",
    stop: "A prescriber knows what speaks against it.",
  },
  headline: "A prescriber knows what this is about.",
};

function isOrAre(count: number): string {
  return count === 1 ? "is" : "are";
}
