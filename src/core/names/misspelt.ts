/** How far apart two names are when somebody has mistyped one: letters left out, added, changed or swapped. */

/**
 * Single-letter mistakes between two names as they are compared; undefined where there are more than `most`.
 * A swap of neighbours counts as one.
 */
export function lettersApart(a: string, b: string, most: number): number | undefined {
  if (a === b) return 0;
  // A letter is at most two units of a string: most pairs are told apart without looking closer.
  if (Math.abs(a.length - b.length) > most * 2) return undefined;
  const [from, to] = [Array.from(a), Array.from(b)];
  if (Math.abs(from.length - to.length) > most) return undefined;
  let before: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1] ? 0 : 1;
      let cost = Math.min((last[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      next.push(cost);
    }
    if (Math.min(...next) > most) return undefined;
    before = last;
    last = next;
  }
  const apart = last[to.length] ?? 0;
  return apart <= most ? apart : undefined;
}

const japanese = /[\u3040-\u30ff\u3400-\u9fff]/;

/** How many mistakes a name forgives: none in a short one, two in a long one; a Japanese letter holds more. */
export function mistakesForgiven(name: string): 0 | 1 | 2 {
  const letters = Array.from(name).length;
  const [few, many] = japanese.test(name) ? [4, 8] : [5, 9];
  if (letters < few) return 0;
  return letters < many ? 1 : 2;
}
