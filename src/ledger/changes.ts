/** Lets followers sleep until something was committed. */
export function changes() {
  const sleepers = new Set<() => void>();
  return {
    wake() {
      const woken = [...sleepers];
      sleepers.clear();
      for (const sleeper of woken) sleeper();
    },
    /** Resolves at the next wake, or once the signal aborts. */
    next(signal: AbortSignal): Promise<void> {
      return new Promise((resolve) => {
        const done = () => {
          sleepers.delete(done);
          signal.removeEventListener("abort", done);
          resolve();
        };
        sleepers.add(done);
        signal.addEventListener("abort", done, { once: true });
        if (signal.aborted) done();
      });
    },
  };
}
