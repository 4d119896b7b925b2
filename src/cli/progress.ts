/** Progress of something that can take longer than a second: one line that is written over, where a person watches. */

/** @returns a function that shows `done` of `all`, at most ten times a second, and on a terminal only */
export function progress(label: string): (done: number, all: number) => void {
  if (!process.stderr.isTTY) return () => {};
  let shown = 0;
  return (done, all) => {
    const now = performance.now();
    const over = done >= all;
    if (!over && now - shown < 100) return;
    shown = now;
    const percent = all === 0 ? 100 : Math.floor((100 * done) / all);
    process.stderr.write(`\r${label} ${percent} %${over ? "\n" : ""}`);
  };
}
