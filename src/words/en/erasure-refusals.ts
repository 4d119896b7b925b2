/** Why a person is not erased, and what would be right. */
import type { ErasureRefusalWords } from "../record-words.ts";
import { count } from "./grammar.ts";

export const erasureRefusals: ErasureRefusalWords = {
  "erase-during-course": ({ sinceDay }, say) => ({
    says:
      sinceDay === undefined
        ? "A course is under way: whoever treats the patient has to see the record."
        : `A course has been under way since ${say.day(sinceDay)}: whoever treats the patient has to see the record.`,
    remedy: "End the course, and have its last capsule recorded.",
  }),
  "erase-last-capsule-unknown": () => ({
    says: "Nobody has recorded the last capsule, so it is not known until when its precautions hold.",
    remedy: "Record the last capsule.",
  }),
  "erase-in-safety-time": ({ lastCapsuleDay, untilDay }, say) => ({
    says: `The last capsule was taken on ${say.day(lastCapsuleDay)}: what it asks for holds through ${say.day(untilDay)}.`,
    remedy: `Ask again after ${say.day(untilDay)}.`,
  }),
  "erase-with-open-pregnancy": ({ sinceDay }, say) => ({
    says: `A pregnancy is open since ${say.day(sinceDay)}: the record is needed for it.`,
    remedy: "Ask again once its end has been recorded.",
  }),
  "erase-retention-unset": ({ missing, clinic }, say) =>
    missing === "setting"
      ? {
          says: "This server was not told how long records have to be kept. Until it is, nobody is erased.",
          remedy: "Have the setting retentionYears made, as the law of your country asks.",
        }
      : {
          says: `${say.name("protocol", clinic)} has signed no policy on how long records are kept. Until one is signed, nobody is erased.`,
          remedy: "Have a prescriber sign the policy “retention”, with its years.",
        },
  "erase-retention-runs": ({ lastDay, years, untilDay }, say) => ({
    says: `The record has to be kept for ${count(say, years, "year")} after its last entry of ${say.day(lastDay)}: until ${say.day(untilDay)}.`,
    remedy: `Ask again after ${say.day(untilDay)}. Until then its use can be restricted.`,
  }),
  "erase-not-confirmed": ({ typed }) => ({
    says: `“${typed}” is not this patient's number, so nothing was erased.`,
    remedy: "Type the patient's number as it stands on this page.",
  }),
};
