/** What falls on a day of a plan, in a word or two: the titles of a calendar. */
import type { PlanEventKind } from "../core/plan/course-plan.ts";
import type { Bilingual } from "./words.ts";

export const planEventTitles: { readonly [K in PlanEventKind]: Bilingual } = {
  "contraception-begins": { en: "Contraception in force from here", ja: "この日までに避妊を開始" },
  "pregnancy-test": { en: "Pregnancy test", ja: "妊娠検査" },
  "blood-test": { en: "Blood test", ja: "血液検査" },
  supply: { en: "Visit and capsules", ja: "受診・カプセル受け取り" },
  "last-capsule": { en: "Last capsule", ja: "最後のカプセル" },
  "month-over": { en: "The time after the last capsule ends", ja: "最後のカプセルのあとの期間が終わる日" },
};

/** The name of a plan's calendar: no patient's. */
export const planCalendarName: Bilingual = { en: "Isotretinoin course", ja: "イソトレチノインの治療" };

/** What a plan in a calendar is not. */
export const planCalendarNote: Bilingual = {
  en: "A plan, no prescription: each supply is decided on its own day.",
  ja: "これは計画で、処方ではありません。処方できるかどうかは、その日ごとに判断します。",
};
