/** Words of the page on what isotretinoin is asked for. */
import type { Indication } from "../../../core/knowledge/schema.ts";

const classes: { readonly [C in Indication["class"]]: { readonly title: string; readonly lead: string } } = {
  labelled: { title: "On the label", lead: "The label names it, within the limits given here." },
  "off-label-strong": {
    title: "Off the label, with good evidence",
    lead: "No label names it. Trials speak for it, and a prescriber can judge it.",
  },
  "off-label": {
    title: "Off the label, with some evidence",
    lead: "No label names it, and the evidence is weak, limited or mixed. A prescriber has to judge it.",
  },
  none: { title: "Without evidence", lead: "Nothing was found on which a treatment could rest." },
  outside: {
    title: "Outside this system",
    lead: "A matter for other specialists, in doses of their own. Isoward holds no rules for it, and refuses it.",
  },
  harmful: {
    title: "Harmful",
    lead: "Isotretinoin can bring it on or make it worse. Isoward refuses it.",
  },
  never: { title: "Never", lead: "A dangerous falsehood. Isoward refuses it." },
};

export const indications = {
  title: "What isotretinoin is for, and what it is not for",
  description:
    "Everything that isotretinoin is asked for, by what is known of it: labelled, off the label, without evidence, outside this system, harmful, never.",
  lead: (n: number) =>
    `${n} uses that pages and patients ask about. Whatever is not listed here is refused until somebody has looked at it.`,
  classes,
  question: (name: string) => `${name}: may isotretinoin be used?`,
  names: "Also called",
  answer: "The answer in Japan",
  ask: "Ask about your own case",
  askMore: "Opens a page that computes, and needs JavaScript. What you enter is not sent anywhere.",
  instead: "What treats it instead",
  sameClass: (of: string) => `More uses: ${of}`,
  claims: "What pages say of uses",
};
