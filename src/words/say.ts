/** Facts as words of one language: days, instants, numbers, names. Pure, and the same in every engine. */
import { type At, clockText, type Day, dayOf, dayText } from "../core/calendar.ts";
import type { Knowledge } from "../core/knowledge/schema.ts";
import { en } from "./en/index.ts";
import { ja } from "./ja/index.ts";
import type { Bilingual, Explained, Language, Named, Say, Words } from "./words.ts";

/** Every language's words. */
export const words: { readonly [L in Language]: Words } = { en, ja };

const minuteMs = 60_000;

/**
 * @param zone the zone in which instants are shown, such as Asia/Tokyo: the clinic's
 */
export function sayIn(language: Language, knowledge: Knowledge, zone: string): Say {
  const grammar = grammars[language];
  const { terms, protocolTerms } = words[language];
  const day = (value: Day | undefined) => (value === undefined ? grammar.noDay : grammar.day(dayText(value)));
  const at = (value: At | undefined) =>
    value === undefined ? grammar.noDay : grammar.at(day(dayOf(value, zone)), clockText(value, zone), zone);
  const name = (kind: Named, id: string) => grammar.name(nameOf(knowledge, kind, id)?.[language] ?? id, kind);
  return {
    day,
    at,
    through: (value) => at(value === undefined ? undefined : ((value - minuteMs) as At)),
    number: numberText,
    name,
    names: (kind, ids) => grammar.list(ids.map((id) => name(kind, id))),
    why: (kind, ids) => {
      const texts = ids
        .map((id) => explanationOf(knowledge, kind, id)?.[language])
        .filter((text) => text !== undefined);
      return [...new Set(texts)].join(grammar.betweenSentences);
    },
    text: (text) => text?.[language] ?? "",
    list: (items) => grammar.list(items),
    term: (id) => own(terms, id) ?? own(protocolTerms, id) ?? id,
  };
}

interface Grammar {
  readonly noDay: string;
  readonly betweenSentences: string;
  /** From YYYY-MM-DD. */
  day(text: string): string;
  at(day: string, clock: string, zone: string): string;
  /** A name as it stands in the middle of a sentence. */
  name(text: string, kind: Named): string;
  list(items: readonly string[]): string;
}

const monthsInEnglish = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
/** Names that keep their capital in the middle of a sentence. */
const properName = /^(Crohn|Covid|St )/;

const grammars: { readonly [L in Language]: Grammar } = {
  en: {
    noDay: "an unknown day",
    betweenSentences: " ",
    day: (text) => {
      const [year, month, day] = partsOf(text);
      return `${day} ${monthsInEnglish[month - 1] ?? ""} ${year}`;
    },
    at: (day, clock, zone) => `${day}, ${clock} (${zone})`,
    name: (text, kind) =>
      kind === "product" || kind === "protocol" || properName.test(text) || !/^(?:[A-Z][a-z]|A )/.test(text)
        ? text
        : text.slice(0, 1).toLowerCase() + text.slice(1),
    list: (items) => {
      if (items.length <= 1) return items[0] ?? "";
      if (items.some((item) => item.includes(","))) return items.join("; ");
      return `${items.slice(0, -1).join(", ")} and ${items.at(-1) ?? ""}`;
    },
  },
  ja: {
    noDay: "日付不明",
    betweenSentences: "",
    day: (text) => {
      const [year, month, day] = partsOf(text);
      return `${year}年${month}月${day}日`;
    },
    at: (day, clock, zone) => `${day} ${clock}(${zone})`,
    name: (text) => text,
    list: (items) =>
      items.length > 1 && items.some((item) => item.includes("、"))
        ? items.map((item) => `「${item}」`).join("")
        : items.join("、"),
  },
};

function partsOf(text: string): readonly [year: number, month: number, day: number] {
  return [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10))];
}

/** At most three decimals, a comma between thousands; no locale data is asked. */
function numberText(value: number): string {
  const text = String(Math.round(value * 1000) / 1000);
  const [whole = "", ...decimals] = text.split(".");
  return [whole.replaceAll(/\B(?=(\d{3})+$)/g, ","), ...decimals].join(".");
}

/** What knowledge calls a thing, in both languages. */
export function nameOf(knowledge: Knowledge, kind: Named, id: string): Bilingual | undefined {
  switch (kind) {
    case "medicine":
      return own(knowledge.medicines, id)?.name;
    case "analyte":
      return own(knowledge.analytes, id)?.name;
    case "symptom":
      return own(knowledge.symptoms, id)?.name;
    case "condition":
      return own(knowledge.conditions, id)?.name;
    case "contraceptive":
      return own(knowledge.contraceptives, id)?.name;
    case "allergen":
      return own(knowledge.allergens, id)?.name;
    case "product":
      return own(knowledge.products, id)?.name;
    case "indication":
      return own(knowledge.indications, id)?.name;
    case "protocol":
      return own(knowledge.protocols, id)?.title ?? own(knowledge.clinics, id)?.title;
    case "activity":
      return own(knowledge.activities, id)?.name;
    case "duty":
      return own(knowledge.duties, id)?.name;
    case "study": {
      const title = own(knowledge.studies, id)?.title;
      return title === undefined ? undefined : { en: title, ja: title };
    }
    case "relapse-definition":
      return own(knowledge.relapseDefinitions, id)?.name;
    case "expectation":
      return own(knowledge.expectations, id)?.name;
    case "helpline":
      return own(knowledge.helplines, id)?.name;
    case "authority":
      return own(knowledge.authorities, id)?.name;
    case "claim": {
      const claim = own(knowledge.claims, id);
      if (claim === undefined) return undefined;
      const number = claim.page.replace("page-", "");
      return {
        en: `“${claim.says.en}” (page ${number})`,
        ja: `「${claim.says.ja.replace(/。$/, "")}」(ページ${number})`,
      };
    }
    case "reference": {
      const reference = own(knowledge.references, id);
      if (reference === undefined) return undefined;
      const number = reference.page.replace("page-", "");
      return {
        en: `Reference ${reference.number} of page ${number}`,
        ja: `ページ${number}の文献${reference.number}`,
      };
    }
  }
}

function explanationOf(knowledge: Knowledge, kind: Explained, id: string): Bilingual | undefined {
  switch (kind) {
    case "medicine":
      return own(knowledge.medicines, id)?.says;
    case "symptom":
      return own(knowledge.symptoms, id)?.does;
    case "indication":
      return own(knowledge.indications, id)?.reason;
  }
}

/** What stands under a key that may be any text ("constructor" too). */
function own<T>(of: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(of, key) ? of[key] : undefined;
}
