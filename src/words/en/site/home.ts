/** The first page of the public site. */
import type { Span } from "../../../core/calendar.ts";
import { frame } from "./frame.ts";

const { span } = frame;

export const home = {
  title: "Isotretinoin for acne",
  description:
    "What isotretinoin is, what everybody must know before the first capsule, and how a course goes: from labels, regulators and studies, each with its source.",
  lead: "Capsules taken by mouth for months, for acne that other treatment has not helped. They can work where little else has, and they ask for care, from you and from those who treat you.",
  who: "Who it is for",
  whoMore: "All uses, with what is known of each",
  must: "The one thing everybody must know",
  mustMore: "What holds, and until when",
  mustBlood: "Blood is not given, and capsules are never passed on, for the same reason.",
  way: "The way through a course",
  wayLead:
    "As it is asked for in Japan, where several rules hold the strictest. Each step has its place on the page about the treatment.",
  wayMore: "Read how the treatment goes",
  /** The drawing's steps: short lines, for it must be read on a narrow phone. */
  steps: {
    before: (months: number) => ({
      title: "Before",
      lines: [`${span({ months })} of contraception*`, "Pregnancy tests*", "Blood test read"],
    }),
    start: { title: "First capsule", lines: ["Only when all is in order"] },
    during: (supplyDays: number) => ({
      title: "Each month",
      lines: ["Pregnancy test*", "Questions on mood, body", `At most ${supplyDays} days’ capsules`],
    }),
    end: (longest: Span) => ({ title: "Last capsule", lines: [`As a rule within ${span(longest)}`] }),
    after: (months: number) => ({
      title: `${span({ months })} after`,
      lines: ["Contraception goes on*", "No giving blood"],
    }),
    skin: (until: Span) => ({
      title: `${span(until)} after`,
      lines: ["No lasers or waxing", "before then"],
    }),
  },
  wayAbout:
    "A line from before the first capsule to the months after the last one, with what each step asks.",
  wayNote: "* Where pregnancy is possible.",
  doors: "What would you like to know?",
  door: {
    understand: "Before, during and after: tests, contraception, what to expect and when.",
    "may-i": "Giving blood, lasers, waxing, vaccines, alcohol, sun: whether, and from which day.",
    interactions: "What must not be taken beside it, and what nothing is known of.",
    symptoms: "What cannot wait, what is told at the next visit, what eases.",
    indications: "What it is asked for, from acne to psoriasis, and what it does there.",
    claims: "What pages say of it, judged, with what is right.",
    prices: "What clinics charge, as far as they say.",
    unapproved: "How it is obtained in Japan, and what no longer protects you there.",
    prescribers: "Check a supply, compare protocols, read the hazard log.",
    sources: "Every label, study and page behind this site, and how far each was checked.",
  },
};
