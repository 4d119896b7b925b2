/**
 * Work under one key, one after another: of many passwords that are tried for one address at the same moment each must
 * see how often those before it were wrong.
 */
export function oneAtATime() {
  const turns = new Map<string, Promise<void>>();
  return async <T>(key: string, work: () => Promise<T>): Promise<T> => {
    const turn = (turns.get(key) ?? Promise.resolve()).then(work);
    const over = () => {
      if (turns.get(key) === mine) turns.delete(key);
    };
    const mine = turn.then(over, over);
    turns.set(key, mine);
    return await turn;
  };
}
