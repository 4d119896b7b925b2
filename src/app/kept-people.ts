/**
 * Whose rights were read, kept for a second: they are asked for at every request. Whatever this process writes of them
 * takes them away at once; of what another server writes is known when the second is over.
 */
import type { Append, Ledger } from "../ledger/ledger.ts";
import type { Person } from "./access.ts";
import { Keeping } from "./keeping.ts";

const keptMs = 1000;
/** Then those who are gone for long make room. */
const mostKept = 20_000;

/** The entries that change what an account may do. */
const changing: ReadonlySet<string> = new Set([
  "staff-appointed",
  "staff-dismissed",
  "account-linked",
  "account-unlinked",
]);

export class KeptPeople {
  readonly #people = new Keeping<string, { readonly person: Person; readonly untilMs: number }>();
  #count = 0;
  readonly #clockMs: () => number;

  constructor(clockMs: () => number = () => performance.now()) {
    this.#clockMs = clockMs;
  }

  async of(account: string, read: () => Promise<Person>): Promise<Person> {
    const kept = this.#people.get(account);
    if (kept !== undefined && this.#clockMs() < kept.untilMs) return kept.person;
    if (kept === undefined && ++this.#count > mostKept) this.#dropAll();
    // From before it is asked: what others write meanwhile is no older than that.
    const untilMs = this.#clockMs() + keptMs;
    const { person } = await this.#people.keep(account, async () => ({ person: await read(), untilMs }));
    return person;
  }

  /** A ledger that tells of every append that changes somebody's rights. */
  told<L extends Ledger>(ledger: L): L {
    return {
      ...ledger,
      append: async (append) => {
        try {
          return await ledger.append(append);
        } finally {
          // Also where it failed: it may have been written.
          if (changesRights(append)) this.#dropAll();
        }
      },
    };
  }

  #dropAll(): void {
    this.#people.dropAll();
    this.#count = 0;
  }
}

function changesRights({ entries }: Append): boolean {
  return entries.some(({ type }) => changing.has(type));
}
