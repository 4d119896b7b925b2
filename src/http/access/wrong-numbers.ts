/**
 * Numbers that were never given, by who tried them. Of one patient there are a thousand and their check letters are no
 * secret, so that whoever knows one could find the others by trying; a slip of the finger makes no number at all.
 */

const freeTries = 10;
const withinMs = 3_600_000;

export class WrongNumbers {
  readonly #tried = new Map<string, readonly number[]>();

  /** After how many seconds the next number of an account is heard; 0 where it is heard now. */
  waitS(account: string): number {
    const oldest = this.#recent(account).at(-freeTries);
    return oldest === undefined ? 0 : Math.ceil((oldest + withinMs - performance.now()) / 1000);
  }

  tried(account: string): void {
    this.#tried.set(account, [...this.#recent(account), performance.now()]);
  }

  #recent(account: string): readonly number[] {
    const since = performance.now() - withinMs;
    return (this.#tried.get(account) ?? []).filter((at) => at > since);
  }
}
