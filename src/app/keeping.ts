/** Values that are worked out across awaits, and kept until something is dropped that they were worked out from. */
export class Keeping<Key, Value> {
  readonly #kept = new Map<Key, Value>();
  /** Whoever works on a value; of several the one that began last. */
  readonly #working = new Map<Key, symbol>();

  get(key: Key): Value | undefined {
    return this.#kept.get(key);
  }

  /** Works a value out and keeps it, unless it was dropped meanwhile: then it may be of before, and is only given back. */
  async keep(key: Key, work: () => Promise<Value>): Promise<Value> {
    const own = Symbol("work");
    this.#working.set(key, own);
    try {
      const value = await work();
      if (this.#working.get(key) === own) this.#kept.set(key, value);
      return value;
    } finally {
      if (this.#working.get(key) === own) this.#working.delete(key);
    }
  }

  drop(key: Key): void {
    this.#kept.delete(key);
    this.#working.delete(key);
  }

  dropAll(): void {
    this.#kept.clear();
    this.#working.clear();
  }
}
