/** Doing one thing at a time: whether it is being done, and why it was not. */
import { useState } from "react";
import { flushSync } from "react-dom";

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
      // Whoever goes on from here to what is wrong has to find it on the page.
      flushSync(() => {
        setCause(error);
        setDoing(false);
      });
      return false;
    } finally {
      setDoing(false);
    }
  };
  return { isDoing, cause, run, forget: () => setCause(undefined) };
}
