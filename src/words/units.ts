/** UCUM units as people say them. */
import type { Bilingual } from "./words.ts";

const spoken: Readonly<Record<string, Bilingual>> = {
  "1": { en: "", ja: "" },
  a: { en: "years", ja: "歳" },
  mo: { en: "months", ja: "か月" },
  wk: { en: "weeks", ja: "週" },
  d: { en: "days", ja: "日" },
  h: { en: "hours", ja: "時間" },
  "/d": { en: "a day", ja: "回/日" },
  "mg/d": { en: "mg a day", ja: "mg/日" },
  "mg/kg/d": { en: "mg/kg a day", ja: "mg/kg/日" },
};

/** A unit as it stands behind a number; units of laboratories and doses as they are written. */
export function unitSaid(unit: string): Bilingual {
  if (/^\{.*\}$/.test(unit)) return { en: unit.slice(1, -1), ja: "" };
  return (Object.hasOwn(spoken, unit) ? spoken[unit] : undefined) ?? { en: unit, ja: unit };
}
