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
  harmful: {
    title: "Harmful",
    lead: "Isotretinoin can bring it on or make it worse. Isoward refuses it.",
  },
  never: { title: "Never", lead: "A dangerous falsehood. Isoward refuses it." },
};

export const indications = {
  title: "What isotretinoin is for, and what it is not for",
  description:
    "Everything that isotretinoin is asked for, by what is known of it: labelled, off the label, without evidence, harmful, never.",
  lead: (n: number) =>
    `${n} uses that pages and patients ask about. Whatever is not listed here is refused until somebody has looked at it.`,
  classes,
};
