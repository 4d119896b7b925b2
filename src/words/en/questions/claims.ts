import type { Judged } from "../../../core/knowledge/parts.ts";
import type { claims as question } from "../../../core/questions/claims/claims.ts";
import type { QuestionWords } from "../../question-words.ts";
import type { Say } from "../../words.ts";
import { count, sentences } from "../grammar.ts";

const judged: { readonly [J in Judged]: string } = {
  supported: "Supported.",
  "house-rule": "One clinic's own rule.",
  outdated: "Out of date.",
  unsupported: "Not supported.",
  wrong: "Wrong.",
  dangerous: "Dangerous.",
};

interface Counts {
  readonly search?: string | undefined;
  readonly found: number;
  readonly dangerous: number;
  readonly wrong: number;
  readonly unsupported: number;
  readonly outdated: number;
  readonly houseRule: number;
  readonly supported: number;
}

/** "2 dangerous, 1 wrong and 3 supported" */
function howJudged(of: Counts, say: Say): string {
  const parts: readonly (readonly [number, string])[] = [
    [of.dangerous, "dangerous"],
    [of.wrong, "wrong"],
    [of.unsupported, "not supported"],
    [of.outdated, "out of date"],
    [of.houseRule, of.houseRule === 1 ? "a clinic's own rule" : "clinics' own rules"],
    [of.supported, "supported"],
  ];
  return say.list(parts.filter(([many]) => many > 0).map(([many, how]) => `${say.number(many)} ${how}`));
}

/** The worst that was found comes first. */
function worst({ dangerous, wrong }: Counts): string {
  if (dangerous > 0) return dangerous === 1 ? "One of these is dangerous. " : "Some of these are dangerous. ";
  if (wrong > 0) return wrong === 1 ? "One of these is wrong. " : "Some of these are wrong. ";
  return "";
}

export const claims: QuestionWords<typeof question> = {
  title: "Is it true that …?",
  lead: "What clinics' and websites' pages say of isotretinoin, each statement in our words, judged against labels and studies, with what is right.",
  fields: {
    search: { label: "What did you read or hear?", hint: "A word or two, in English or Japanese." },
    page: {
      label: "On which page",
      choices: {
        "page-000": "000: Japanese clinics, collected",
        "page-001": "001: Japanese clinics' house rules, collected",
        "page-002": "002: a clinic on pores",
        "page-003": "003: a website on psoriasis and 36 other uses",
        "page-004": "004: a Tokyo clinic's programme",
      },
    },
    judged: {
      label: "Judged to be",
      choices: {
        supported: "supported",
        "house-rule": "one clinic's own rule",
        outdated: "out of date",
        unsupported: "not supported",
        wrong: "wrong",
        dangerous: "dangerous",
      },
    },
    topic: {
      label: "About",
      choices: {
        effect: "how well it works",
        "how-it-works": "how it acts in the skin",
        relapse: "acne that comes back",
        course: "how long, and when it shows",
        dose: "the dose",
        "missed-dose": "a missed capsule",
        flare: "getting worse at first",
        pregnancy: "pregnancy and breastfeeding",
        contraception: "contraception",
        men: "men",
        tests: "blood and pregnancy tests",
        "side-effects": "side effects",
        mood: "mood",
        procedures: "procedures, operations, giving blood",
        sun: "sun and light",
        care: "care of skin and lips",
        medicines: "other medicines, alcohol, food",
        vaccines: "vaccines",
        "who-may": "who may take it",
        supply: "prescriptions and visits",
        price: "prices",
        approval: "approval and import",
        products: "products and makers",
        indications: "what it is used for",
      },
    },
  },
  reasons: {
    found: (facts, say) =>
      `${worst(facts)}${count(say, facts.found, "statement")}${facts.search === undefined ? "" : ` with “${facts.search}”`}: ${howJudged(facts, say)}.${facts.near === 0 ? "" : ` ${say.number(facts.near)} more ${facts.near === 1 ? "comes" : "come"} near, and ${facts.near === 1 ? "stands" : "stand"} below.`}`,
    near: (facts, say) =>
      `${worst(facts)}Nothing holds “${facts.search ?? ""}” as it is written. ${count(say, facts.found, "statement")} ${facts.found === 1 ? "comes" : "come"} near: ${howJudged(facts, say)}.`,
    none: ({ search }) =>
      `${search === undefined ? "No such statement" : `Nothing about “${search}”`} was found on these pages. That makes it neither right nor wrong: ask your prescriber or pharmacist.`,
    claim: (facts, say) =>
      sentences(
        judged[facts.judged],
        say.text(facts.answer),
        facts.contradicts.length === 0
          ? ""
          : `Said otherwise: ${facts.contradicts.map((id) => say.name("claim", id)).join("; ")}.`,
      ),
    reference: ({ authors, year, title, where, pmid, doi, mended }, say) =>
      sentences(
        `${authors}: ${title}${/[.?!]$/.test(title) ? "" : "."} ${where}${year === undefined ? "" : ` (${year})`}.`,
        pmid === undefined ? "" : `PMID ${pmid}.`,
        doi === undefined ? "" : `doi ${doi}`,
        mended === undefined ? "" : `Mended: ${say.text(mended)}`,
      ),
  },
  sections: {
    know: "Supported, or one clinic's own rule",
    evidence: "References that the page gives",
  },
};
