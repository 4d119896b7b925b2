/** Words of the pages on other medicines. */
import type { Medicine } from "../../../core/knowledge/topics/medicines.ts";
import type { Route } from "../../../core/names/route.ts";

const verdicts: { readonly [V in Medicine["verdict"]]: string } = {
  stop: "Not together",
  ask: "Ask first",
  advise: "With care",
  pass: "Nothing found against it",
};
const routes: { readonly [R in Route]: string } = {
  oral: "swallowed",
  injected: "injected",
  drip: "by drip",
  inhaled: "inhaled",
  nasal: "in the nose",
  eye: "in the eye",
  skin: "on the skin",
};
/** Keys are the classes of medicines.yaml; a test finds a missing one. */
const classes: Readonly<Record<string, string>> = {
  tetracycline: "Tetracycline antibiotics",
  "other-antibiotic": "Other antibiotics",
  "vitamin-a": "Vitamin A",
  carotene: "Beta-carotene",
  "oral-retinoid": "Other retinoids by mouth",
  "systemic-corticosteroid": "Corticosteroids in the whole body",
  "topical-steroid": "Corticosteroids on the skin",
  antiepileptic: "Medicines against epilepsy",
  contraceptive: "Hormonal contraception",
  "contraception-breaker": "What weakens the pill",
  alcohol: "Alcohol",
  anticoagulant: "Blood thinners",
  "fat-blocker": "Medicines that block fat",
  hepatotoxic: "Medicines hard on the liver",
  herbal: "Herbal medicines",
  supplement: "Supplements",
  "topical-antibiotic": "Antibiotics on the skin",
  "topical-irritant": "Acne creams that irritate",
  "topical-other": "Other skin treatments",
  unspecified: "Medicines in general",
  vaccine: "Vaccines",
};

export const interactions = {
  title: "Other medicines beside isotretinoin",
  description:
    "Medicines, vitamins and supplements beside isotretinoin: what is not taken together, what needs care, and what no source speaks of.",
  lead: "By the labels, and by what could be read besides. A medicine that is not here is not cleared by that: ask a pharmacist, and show the pack.",
  check: "Check several by name",
  checkMore: "Opens the page that looks up brands and spellings; it needs JavaScript, and sends nothing.",
  verdicts,
  classes,
  routes,
  about: (name: string) => `${name} together with isotretinoin: whether, why, and from which source.`,
  aboutClass: (name: string) => `${name} together with isotretinoin: every medicine of the class.`,
  answer: "Together with isotretinoin",
  brands: "Sold as",
  names: "Also called",
  member: "Belongs to",
  members: "Medicines of this class",
  classPage: "About this class",
  byRoute: "Used in another way",
  elsewhere: "Said elsewhere, not applied",
  hormonal: "Only beside hormonal contraception.",
  weakens:
    "Some medicines of this kind weaken hormonal contraception. Have it settled before relying on a hormonal method.",
  systemic: "This is about the form that acts in the whole body, swallowed or injected.",
  searched: (day: string) => `Looked for on ${day}; nothing was found that speaks against it.`,
  silent: (day: string) =>
    `Looked for on ${day}; no source that was read speaks of it. That is no all-clear.`,
  itself: "Isotretinoin itself",
  notMedicines: "Asked about too, and no medicine",
};
