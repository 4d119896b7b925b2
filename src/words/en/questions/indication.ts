import type { Indication } from "../../../core/knowledge/schema.ts";
import type { indication as question } from "../../../core/questions/indication/indication.ts";
import type { QuestionWords } from "../../question-words.ts";
import { sentences } from "../grammar.ts";
import { eligibility } from "./eligibility.ts";

const { severity, features, priorTreatments } = eligibility.fields;
const { isotretinoin: _, other: __, ...treatments } = priorTreatments.columns.agent.choices;

export const indication: QuestionWords<typeof question> = {
  title: "May isotretinoin be used for this?",
  lead: "What isotretinoin is asked for: whether it is a labelled use, one with evidence, one without, or one that harms. Whatever is not listed is refused.",
  fields: {
    name: { label: "What is to be treated?" },
    severity: { ...severity, hint: "For acne." },
    features: { ...features, hint: "For acne." },
    failed: {
      label: "What did not help",
      hint: "For acne: treatments given long enough, without success.",
      choices: treatments,
    },
  },
  sections: { evidence: "What is known of this use" },
  reasons: {
    unlisted: ({ indication: written }) =>
      `Refused: “${written}” is not among the uses that are known here, and whatever is not listed is refused.`,
    never: ({ indication: id }, say) =>
      `Never: isotretinoin is not for ${say.name("indication", id)}. No prescriber can set this aside.`,
    harmful: ({ indication: id }, say) =>
      `No: isotretinoin is no treatment for ${say.name("indication", id)}, and can do harm. No prescriber can set this aside.`,
    "no-evidence": ({ indication: id }, say) =>
      `No: isotretinoin is not given for ${say.name("indication", id)}.`,
    "off-label": ({ indication: id, isStrong, onlyAboveMaximum }, say) =>
      onlyAboveMaximum
        ? `Not a labelled use, and only doses above the label's maximum have shown an effect on ${say.name("indication", id)}: more than may be given here. A prescriber would have to decide and record why.`
        : `Not a labelled use, on ${isStrong ? "strong" : "weak or limited"} evidence: for ${say.name("indication", id)} a prescriber decides and records why.`,
    "off-label-judged": ({ indication: id }, say) =>
      `Not a labelled use; for ${say.name("indication", id)} the prescriber has recorded that treatment may go ahead.`,
    "severity-unknown": () =>
      "It depends on how severe the acne is: only severe nodular acne that nothing else has cleared is labelled in the United States.",
    "severe-recalcitrant": ({ severity: of }, say) =>
      `Yes, this is the use that is labelled in the United States: ${say.term(of)} acne that an antibiotic by mouth did not clear.`,
    "severe-without-failed-antibiotic": ({ severity: of }, say) =>
      `The acne is ${say.term(of)}, but the US label is for acne that other treatment, an antibiotic by mouth included, has not cleared; nobody has said so.`,
    "moderate-supported": ({ severity: of }, say) =>
      `Off-label and supported: ${say.term(of)} acne that scars, weighs heavily, or did not answer to other treatment.`,
    "moderate-unsupported": ({ severity: of }, say) =>
      `Not yet: ${say.term(of)} acne is off-label, and supported only where it scars, weighs heavily, or other treatment has failed.`,
    mild: ({ severity: of }, say) =>
      `${of === "clear" ? "No acne is seen" : `The acne is ${say.term(of)}`}: not a labelled use, and a prescriber would have to decide and record why.`,
    "mild-judged": ({ severity: of }, say) =>
      `${of === "clear" ? "No acne is seen" : `The acne is ${say.term(of)}`}; the prescriber has recorded that treatment may go ahead.`,
    "did-you-mean": ({ written, indications }, say) =>
      `“${written}” is not known here. Was this meant: ${say.list(indications.map((id) => say.name("indication", id)))}?`,
    because: ({ evidence, says }, say) => sentences(strengths[evidence] ?? "", say.text(says)),
    instead: ({ says }, say) => `What treats it: ${say.text(says)}`,
    "unapproved-in-japan": () =>
      "In Japan isotretinoin is not approved for any use: health insurance pays nothing of a treatment, and the relief system for side effects does not apply.",
    "from-an-age": ({ years }) => `The use labelled in the United States begins at ${years} years of age.`,
    "titled-as-a-use": () =>
      "A page lists this among uses of isotretinoin, with neither dose nor source. Many of the titles there are the drug's own adverse effects, and nothing is taken from it.",
  },
};

/** How much the evidence of an off-label use is worth; of the others the answer says enough. */
const strengths: { readonly [C in Indication["class"]]?: string } = {
  "off-label-strong": "Strong evidence.",
  "off-label": "Weak or limited evidence.",
};
