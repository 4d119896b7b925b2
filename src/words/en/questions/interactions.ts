import type { interactions as question } from "../../../core/questions/interactions/interactions.ts";
import type { QuestionWords } from "../../question-words.ts";

/** What somebody typed, where it is another name than the one over the answer. */
const typed = (brand: string | undefined): string => (brand === undefined ? "" : `“${brand}”: `);

export const interactions: QuestionWords<typeof question> = {
  title: "Can I take this together with isotretinoin?",
  lead: "Other medicines, supplements and vitamins beside isotretinoin: by name, brand or code, in English or Japanese. A name that is not known here is no all-clear.",
  fields: {
    names: {
      label: "Medicines and supplements",
      hint: "One a line, as it stands on the pack. Say so if it is inhaled, a nasal spray, a cream or a drip.",
    },
    hormonalContraception: {
      label: "Hormonal contraception in use",
      hint: "Pill, patch, ring, injection, implant or a device that releases a hormone.",
    },
  },
  reasons: {
    "nothing-named": () => "No other medicine is written down here. Name what is taken, supplements too.",
    "not-together": ({ medicines }, say) =>
      `Not together with isotretinoin: ${say.names("medicine", medicines)}. Do not start it; if it is already being taken, call the prescriber today.`,
    "isotretinoin-twice": () => "That is isotretinoin itself: never two isotretinoin products at once.",
    "ask-first": ({ named }, say) =>
      `Ask a pharmacist or the prescriber before taking: ${say.text(named)}. Until then this is not an all-clear.`,
    "with-care": ({ named }, say) => `Together with care: ${say.text(named)}.`,
    "nothing-against": ({ named }, say) =>
      `Nothing was found that speaks against taking it together: ${say.text(named)}.`,
    "must-not": ({ brand, says }, say) => `${typed(brand)}${say.text(says)}`,
    "judge-first": ({ brand, says }, say) => `${typed(brand)}${say.text(says)}`,
    care: ({ brand, says }, say) => `${typed(brand)}${say.text(says)}`,
    "not-by-this-route": ({ brand, says }, say) => `${typed(brand)}${say.text(says)}`,
    "route-not-covered": ({ medicine }, say) =>
      `For ${say.name("medicine", medicine)}, what is known concerns the form that is swallowed or injected. For the form used on one place only, nothing read says that it is safe. Ask a pharmacist.`,
    "only-beside-hormonal-contraception": ({ says }, say) =>
      `Without hormonal contraception this does not apply; tell the prescriber before a hormonal method is begun. ${say.text(says)}`,
    "depends-on-contraception": ({ says }, say) =>
      `It depends on whether hormonal contraception is used, and that was not said. ${say.text(says)}`,
    "no-word-on-it": ({ brand, says, checkedDay }, say) =>
      `${typed(brand)}${say.text(says)} (Looked for on ${say.day(checkedDay)}.)`,
    "nothing-found": ({ brand, says, checkedDay }, say) =>
      `${typed(brand)}${say.text(says)} (Looked for on ${say.day(checkedDay)}.)`,
    "nothing-found-with-care": ({ brand, says, checkedDay }, say) =>
      `${typed(brand)}${say.text(says)} (Looked for on ${say.day(checkedDay)}.)`,
    "no-valid-method": ({ brand, says }, say) => `${typed(brand)}${say.text(says)}`,
    "may-weaken-contraception": ({ medicine }, say) =>
      `Some medicines of this kind weaken hormonal contraception. Have it settled for ${say.name("medicine", medicine)} before relying on the hormonal method, and do not stop the medicine by yourself.`,
    "may-weaken-contraception-if-any": ({ medicine }, say) =>
      `Some medicines of this kind weaken hormonal contraception, and it was not said whether any is used. If one is, ask whether ${say.name("medicine", medicine)} is among them.`,
    "isotretinoin-itself": ({ says }, say) => say.text(says),
    "not-a-medicine": ({ name, says }, say) => `${say.text(name)}: not a medicine. ${say.text(says)}`,
    "unknown-to-us": ({ written }) =>
      `“${written}” is not known here. That is no all-clear: show the pack to a pharmacist before taking it together.`,
    "did-you-mean": ({ written, name }, say) =>
      `“${written}” is not known here. Did you mean ${say.text(name)}? Write the exact name, and look again.`,
    "which-method": ({ written, name }, say) =>
      `“${written}” can be either: ${say.text(name)}. Which one is it? Look at the pack, write that name, and look again.`,
    "if-it-is": ({ medicine, says }, say) =>
      `If it is this: ${say.name("medicine", medicine)}. ${say.text(says)}`,
    "read-in-part": ({ written, name }, say) =>
      `In “${written}” only ${say.text(name)} was understood. Check that nothing else was meant.`,
    "read-as": ({ written, name }, say) =>
      `“${written}” was read as ${say.text(name)}. Check the name on the pack: what is said of it here holds only if that is it.`,
    "said-elsewhere": ({ says }, say) => say.text(says),
  },
  sections: { counts: "What is known of each" },
};
