/** The words that share the most pairs of letters with what was written, the likest first. */
export function mostAlike(written: string, words: readonly string[], most = 1): string[] {
  const own = pairs(written);
  const shared = (word: string) => {
    const other = pairs(word);
    return (2 * [...own].filter((pair) => other.has(pair)).length) / (own.size + other.size);
  };
  return words
    .map((word) => ({ word, likeness: shared(word) }))
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, most)
    .map(({ word }) => word);
}

function pairs(word: string): ReadonlySet<string> {
  return new Set(Array.from(word, (letter, at) => letter + (word[at + 1] ?? "")));
}
