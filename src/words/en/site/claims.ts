/** Words of the pages on what is said of isotretinoin elsewhere. */
export const claims = {
  title: "Is it true that …?",
  description:
    "What clinics’ and websites’ pages say of isotretinoin, each statement judged against labels and studies, with what is right.",
  lead: (n: number, pages: number) =>
    `${n} statements from ${pages} pages, in our own words. Each was held against labels, guidelines and studies: what is right stands beside it.`,
  search: "What did you read or hear?",
  searchHint: "A word or two, in Japanese or English",
  find: "Search",
  judged: "By judgement",
  topic: "By subject",
  page: "By page",
  worst: "Dangerous to believe",
  found: "Statements",
  right: "What is right",
  said: (page: string) => `Said by ${page}`,
  contradicts: "Said otherwise",
  references: "The page’s own references",
  referencesTitle: "References of the pages, mended",
  referencesLead: (n: number) =>
    `The ${n} references that one page gives. Where its details were wrong, or something newer has come, that stands beside it.`,
  mended: "Mended",
  /** Nobody who reads only the title takes a falsehood for what is said here. */
  quoted: (judgement: string, says: string) => `${judgement}: “${says}”`,
  clear: "Show all again",
  without: (choice: string) => `${choice}: take away`,
};
