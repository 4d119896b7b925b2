/** What stands around every page of the public site, and the words its pages share. */
import type { Span } from "../../../core/calendar.ts";
import type { Judged, Jurisdiction } from "../../../core/knowledge/parts.ts";
import type { Helpline } from "../../../core/knowledge/topics/contacts.ts";
import type { Permission } from "../../../core/knowledge/topics/permission.ts";

const count = (value: number, one: string) => `${value} ${value === 1 ? one : `${one}s`}`;

const countries: { readonly [J in Jurisdiction]: string } = {
  JP: "Japan",
  US: "United States",
  UK: "United Kingdom",
  EU: "European Union",
};
const judged: { readonly [J in Judged]: string } = {
  supported: "Supported",
  "house-rule": "One clinic’s own rule",
  outdated: "Out of date",
  unsupported: "Not supported",
  wrong: "Wrong",
  dangerous: "Dangerous",
};
const permissions: { readonly [P in Permission]: string } = {
  yes: "Yes",
  care: "Yes, with care",
  ask: "Ask first",
  no: "No",
};
const lines: { readonly [K in Helpline["kind"]]: string } = {
  ambulance: "Life in danger",
  "urgent-advice": "Urgent advice",
  crisis: "Thoughts of dying or of harming yourself",
};

/** The pages that stand in the menu and in the foot. */
const pages = {
  understand: "The treatment",
  "may-i": "May I …?",
  interactions: "Other medicines",
  symptoms: "Symptoms",
  indications: "What it is for",
  claims: "Is it true?",
  prices: "What it costs",
  unapproved: "Unapproved in Japan",
  prescribers: "For prescribers",
  sources: "Sources",
};

export const frame = {
  skip: "Go to the content",
  menu: "Menu",
  allPages: "All pages",
  pages,
  home: "Start",
  language: "Language",
  ownName: "English",
  clinics: "For clinics",
  toClinic: "For clinics: today’s list",
  where: "You are here",
  sources: "Sources",
  sourcesMore:
    "Each number in the text leads here. What follows a title says how far it has been checked: see",
  ownDecision: "Isoward’s own decision",
  sourcesAll: "all sources",
  cited: (n: number) => `Source ${n}`,
  numbers: "Whom to call",
  numbersElsewhere: "In other countries",
  numbersUnchecked: "These numbers have not yet been checked with those who answer them.",
  nobody: "Nobody reads messages here, day or night. Call instead of waiting.",
  support:
    "Isoward supports the decisions of licensed prescribers and replaces none. It is not cleared for clinical use.",
  unapproved: "Isotretinoin is not approved as a medicine in Japan.",
  unapprovedMore: "What that means",
  knowledge: (digest: string) => `Knowledge ${digest}`,
  notFound: "There is nothing at this address",
  notFoundMore: "The page may have moved. These are the ways in:",
  countries,
  judged,
  permissions,
  lines,
  listed: (texts: readonly string[]) => texts.join(", "),
  title: (page: string) => `${page} | Isoward`,
  between: ", ",
  colon: ": ",
  span: (span: Span) =>
    "days" in span
      ? count(span.days, "day")
      : "weeks" in span
        ? count(span.weeks, "week")
        : count(span.months, "month"),
};
