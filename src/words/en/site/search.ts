/** Words of the search over the whole public site. */
export const search = {
  title: "Search",
  description:
    "One search over what may be done, medicines, symptoms, uses and statements about isotretinoin.",
  label: "Looking for something?",
  hint: "Alcohol, headache, antibiotics, purging …",
  find: "Search",
  lead: (typed: string) => `What was found for “${typed}”.`,
  empty: "Write a word or two: something to do, a medicine, a symptom, a use, or what you have read.",
  nothing: (typed: string) =>
    `Nothing was found for “${typed}”. That is no all-clear: ask your clinic, or look through the lists.`,
  groups: {
    symptoms: "Symptoms",
    activities: "May I …?",
    medicines: "Other medicines",
    indications: "What it is for",
    claims: "Is it true?",
  },
  allClaims: (n: number) => `All ${n} statements`,
};
