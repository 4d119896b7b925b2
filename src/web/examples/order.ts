/** The order in which examples are offered: from what goes well to what does not. Others follow by name. */
const first = [
  "first-supply",
  "month-not-over",
  "month-two",
  "mood-alarm",
  "missed-window",
  "male-month-three",
  "minor-guardian",
  "soy-allergy",
  "doxycycline",
];

export function inOrder<T extends { readonly id: string }>(examples: readonly T[]): T[] {
  const place = (id: string) => (first.includes(id) ? first.indexOf(id) : first.length);
  return examples.toSorted((a, b) => place(a.id) - place(b.id) || (a.id < b.id ? -1 : 1));
}
