import type { Language } from "../../../words/words.ts";
import { orderText } from "./order-text.ts";

interface Said {
  readonly capsules: number;
  readonly capsuleMg: number;
  readonly dailyMg: number;
  readonly dosesPerDay: number;
  readonly days: number;
}

/** "60 capsules of 20 mg, 2 a day for 30 days". */
export function saySupply(language: Language, supply: Said): string {
  const { summary, each } = orderText[language];
  const { capsules, capsuleMg, dailyMg, dosesPerDay, days } = supply;
  const perDay = Math.round((dailyMg / capsuleMg) * 100) / 100;
  return summary(capsules, String(capsuleMg), each(String(perDay), dosesPerDay), days);
}
