/** Doing one thing at a time: whether it is being done, and why it was not. */
import { useState } from "react";

export function useDoing() {
  const [isDoing, setDoing] = useState(false);
  const [cause, setCause] = useState<unknown>();
  /** @returns whether it was done */
  const run = async (work: () => Promise<unknown>): Promise<boolean> => {
    setDoing(true);
    setCause(undefined);
    try {
      await work();
      return true;
    } catch (error) {
      setCause(error);
      return false;
    } finally {
      setDoing(false);
    }
  };
  return { isDoing, cause, run, forget: () => setCause(undefined) };
}
