import { wholeOf } from "./behind-the-wall.ts";
import type { Practice } from "./practice.ts";

const turns = new WeakMap<Practice, Promise<void>>();

/**
 * Work of a practice that must see what the one before it wrote, such as who is registered already: one at a time. So
 * that nothing is done in vain; between servers it is the ledger that looks (`noneBegunSince`).
 */
export async function inTurn<T>(practice: Practice, work: () => Promise<T>): Promise<T> {
  const whole = wholeOf(practice);
  const turn = (turns.get(whole) ?? Promise.resolve()).then(work);
  const over = () => {};
  turns.set(whole, turn.then(over, over));
  return await turn;
}
