/** Words of the pages on sources, on the missing approval in Japan, and for prescribers. */
import type { Source } from "../../../core/knowledge/schema.ts";

const checked: { readonly [C in Source["checked"]]: { readonly title: string; readonly lead: string } } = {
  read: { title: "Read at source", lead: "We read the document itself." },
  secondary: {
    title: "Second-hand",
    lead: "Seen in one text by somebody else. The document itself is still to be read.",
  },
  unread: {
    title: "Not yet checked at source",
    lead: "General knowledge. It may only make an answer stricter, never looser.",
  },
  derived: { title: "Computed", lead: "Worked out from other sources." },
  decided: {
    title: "Decided by Isoward",
    lead: "Where sources are silent or differ, with the reason written down.",
  },
};

export const sources = {
  title: "Sources",
  description: "Every document behind this site, and how far each has been checked.",
  lead: (n: number) =>
    `${n} documents, or parts of them. Behind each title on this site stands how far it has been checked, and that means:`,
  checked,
};

export const unapproved = {
  title: "An unapproved medicine in Japan",
  description:
    "What visitors and patients in Japan are told of isotretinoin: that it is unapproved, how it is obtained, alternatives, safety abroad, and the relief system.",
  lead: "Before treatment in Japan everybody is told these five things, and says that they have understood them.",
  points: {
    unapproved: {
      title: "It is not approved",
      text: "No isotretinoin product is approved as a medicine in Japan. Treatment is paid for privately, and each clinic sets its price.",
    },
    obtained: {
      title: "How it is obtained",
      text: "A doctor prescribes it and hands out a product from abroad. Buying capsules for oneself, without a doctor, is dangerous, and Isoward refuses such capsules.",
      products: "Products that clinics’ pages in Japan name",
      more: "Ask the clinic which product it is, from which country it comes, and who imports it.",
    },
    alternatives: {
      title: "Whether there is an approved alternative in Japan",
      text: "We have read no source that settles it, so nothing is claimed here. Ask which approved treatments of acne have been tried and which are left.",
      more: "Labels want other treatment to have failed before isotretinoin:",
    },
    abroad: {
      title: "What is known of its safety abroad",
      text: "It is approved in the United States and in Europe, under conditions that prevent pregnancies. Their labels warn of these above all:",
      more: "All symptoms, by how soon they have to be seen",
    },
    relief: {
      title: "The relief system does not apply",
      text: "Japan’s relief system for sufferers from adverse drug reactions covers approved medicines alone. It does not pay for harm from this one.",
    },
  },
  note: "This page follows what is decided for Isoward. The ministry’s own guidance is still to be read.",
};

export const prescribers = {
  title: "For prescribers",
  description:
    "Check a supply, plan a course, price it, compare protocols, ask about a record, and read the hazard log of Isoward.",
  lead: "Isoward says what may happen now, why, from which source, what is missing, whose turn it is, and the first day on which it could be allowed. It never prescribes by itself.",
  doors: {
    check: {
      title: "Check a supply",
      text: "Everything that speaks for or against a prescription on a day, with the way out.",
    },
    plan: {
      title: "Plan a course",
      text: "Dose, days, cumulative amount, visits and tests, several plans side by side.",
    },
    price: {
      title: "Price a visit or a course",
      text: "Itemised from clinics’ price lists, with the cheapest whole capsules first.",
    },
    protocols: {
      title: "Compare protocols",
      text: "Any two protocols or clinics side by side, each value with its source.",
    },
    ask: {
      title: "Ask a question",
      text: "Eligibility, laboratory results, response, the next course, reports; with a record or without.",
    },
    clinic: { title: "Today’s list", text: "Who needs what today, in the demo clinic." },
    api: { title: "The API", text: "Every command and question, as OpenAPI." },
  },
  main: "In a consultation",
  other: "Besides",
  script: "These pages compute, and need JavaScript.",
  hazards: "The hazard log",
  hazardsLead:
    "Which hazards were thought of, which rule answers each, and which example proves it. A test holds the log against the rules.",
  hazardsLink: "Read intended use and hazard log",
  state: "What this is not",
  stateText:
    "No dermatologist has signed these rules, and it is not cleared for clinical use. Before that every source marked as unread is read, the laboratory policy is signed by a named clinician, and the examples are reviewed line by line.",
  protocols: "Protocols and clinics",
  since: (day: string) => `Edition of ${day}`,
  unconfirmed: "not confirmed",
};
