/** A decision run again, for a terminal. */
import type { Difference, Rerun } from "../app/rerun.ts";
import { renderVerdict, ruleTitle } from "../words/render.ts";
import type { Language } from "../words/words.ts";

const words = {
  en: {
    supply: "Authorised",
    dispensing: "Dispensed",
    same: "Decided again under the same knowledge: the same findings.",
    differs: "Decided again under the same knowledge, these differ (the rules changed):",
    gone: "The knowledge it was decided with was not kept, so it cannot be decided again as it was.",
    todaySame: "Under today's knowledge: the same findings.",
    todayDiffers: "Under today's knowledge these differ:",
    none: "no such rule",
  },
  ja: {
    supply: "承認時",
    dispensing: "調剤時",
    same: "当時と同じ知識で判定し直しました。結果は同じです。",
    differs: "当時と同じ知識で判定し直したところ、次の項目が異なります(規則が変わりました):",
    gone: "当時の知識が保存されていないため、当時と同じ条件では判定し直せません。",
    todaySame: "現在の知識でも結果は同じです。",
    todayDiffers: "現在の知識では次の項目が異なります:",
    none: "該当する規則なし",
  },
} as const;

export function rerunText(one: Rerun, lang: Language): string {
  const say = words[lang];
  const lines = [`${one.number}  ${say[one.question]} ${one.at}: ${renderVerdict(one.verdict)[lang]}`];
  if (one.again === undefined) lines.push(say.gone);
  else lines.push(one.again.length === 0 ? say.same : say.differs, ...one.again.map((d) => line(d, lang)));
  lines.push(
    one.today.length === 0 ? say.todaySame : say.todayDiffers,
    ...one.today.map((difference) => line(difference, lang)),
  );
  return lines.join("\n");
}

function line({ rule, was, is }: Difference, lang: Language): string {
  const said = (one: Difference["was"]) =>
    one === undefined ? words[lang].none : `${renderVerdict(one.verdict)[lang]} (${one.reason})`;
  return `  ${ruleTitle(rule as never)?.[lang] ?? rule}: ${said(was)} → ${said(is)}`;
}
