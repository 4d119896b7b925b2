/** Words of the page on what treatment costs. */
export const prices = {
  title: "What it costs",
  description:
    "What clinics in Japan charge for isotretinoin treatment, item by item, as far as their pages say.",
  lead: "Treatment in Japan is paid for privately, and each clinic sets its prices. These are taken from clinics’ pages, item by item; what a page does not say is left out.",
  asWritten: "As the clinic’s page has it. Prices change: ask before you rely on one.",
  list: "Single prices",
  totals: (days: number) => `A visit with capsules for ${days} days`,
  whoTest: "Where pregnancy is possible, with the test",
  whoNoTest: "Where pregnancy is not possible",
  daily: "Dose a day",
  mgDaily: (mg: number) => `${mg} mg`,
  first: "First visit",
  return: "Later visit",
  cheapest:
    "Made of the fewest yen: the larger capsules first. The dose itself is the prescriber’s to choose.",
  course: "A whole course",
  visits: (n: number, days: number) => `${n} visits (${days} days)`,
  courseMore:
    "A first visit and follow-ups, each as above. Tests on other days, before or after the capsules, are not in it.",
  coursePlan: "Plan a course, with every test",
  separately: "Charged apart",
  notSaid: (items: string) => `Not said by the page: ${items}.`,
  compute: "Work out your own bill",
  computeMore: "Opens the page that computes; it needs JavaScript, and sends nothing.",
  silent: "Clinics whose pages name no price",
  eachCapsule: (mg: number) => `One capsule of ${mg} mg`,
  capsule: (mg: number, name: string) => `One capsule of ${mg} mg, ${name}`,
  package: (mg: number, days: number) => `${mg} mg a day for ${days} days`,
  unapproved: "No health insurance pays for it, and the relief system does not apply.",
};
