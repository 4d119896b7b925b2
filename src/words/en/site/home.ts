/** The first page of the public site. */
import type { Span } from "../../../core/calendar.ts";
import { frame } from "./frame.ts";

const { span } = frame;

/** A stop of the drawing: short lines, for it is read on a narrow phone; a sentence may be broken into several. */
export interface WayStep {
  readonly title: string;
  readonly says: readonly (string | readonly string[])[];
}

export const home = {
  title: "Isotretinoin for acne",
  description:
    "What isotretinoin is, what everybody must know before the first capsule, and how a course goes: from labels, regulators and studies, each with its source.",
  lead: "Capsules taken by mouth for months, for acne that other treatment has not helped. They can work where little else has, and they ask for care, from you and from those who treat you.",
  who: "Who it is for",
  whoPlain:
    "For people with severe acne, with deep and painful lumps, that other treatment has not cleared. With milder acne a prescriber first tries something else, and looks at scars, at how much it weighs on you, and at what has failed.",
  whoLabel: "As the label and a guideline put it",
  whoMore: "All uses, with what is known of each",
  must: "The one thing everybody must know",
  mustMore: "What holds, and until when",
  mustBlood: "Blood is not given, and capsules are never passed on, for the same reason.",
  way: "The way through a course",
  wayLead:
    "As it is asked for in Japan, where several rules hold the strictest. Each step has its place on the page about the treatment.",
  wayMore: "Read how the treatment goes",
  /** The drawing's steps. */
  steps: {
    before: (months: number): WayStep => ({
      title: "Before",
      says: [`${span({ months })} of contraception*`, "Pregnancy tests*", "Blood test read"],
    }),
    start: { title: "First capsule", says: ["Only when all is in order"] } satisfies WayStep,
    during: (supplyDays: number): WayStep => ({
      title: "Each month",
      says: ["Pregnancy test*", "Questions on mood, body", `At most ${supplyDays} days’ capsules`],
    }),
    end: (usual: Span, longest: Span): WayStep => ({
      title: "Last capsule",
      says: [`Usually within ${span(usual)}`, `Past ${span(longest)}: judged first`],
    }),
    after: (months: number): WayStep => ({
      title: `${span({ months })} after`,
      says: ["Contraception goes on*", "No giving blood"],
    }),
    skin: (until: Span): WayStep => ({
      title: `${span(until)} after`,
      says: [["No lasers or waxing", "before then"]],
    }),
  },
  /** The drawing for whoever does not see it. */
  wayRead: (steps: readonly WayStep[]) =>
    `A line from before the first capsule to the months after the last one, with what each step asks. ${steps
      .map(({ title, says }) => `${title}: ${says.map((one) => [one].flat().join(" ")).join("; ")}.`)
      .join(" ")}`,
  wayNote: "* Where pregnancy is possible.",
  prescribersLink: "Do you prescribe it? Check a supply, plan a course, price it, compare protocols",
  prescribers: "For those who prescribe",
  prescribersMore: "Everything for prescribers",
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
    sources: "Every label, study and page behind this site, and how far each was checked.",
  },
};
