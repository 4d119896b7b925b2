/** Whether somebody is at the screen: what a page asks for by itself must keep no session open. */

const awayMs = 60_000;
let lastMs = performance.now();

const note = () => {
  lastMs = performance.now();
};
// Where there is no screen nobody stands before one.
if (typeof document !== "undefined") {
  for (const type of ["pointerdown", "keydown", "wheel", "touchstart"]) {
    addEventListener(type, note, { capture: true, passive: true });
  }
}

/** A header for a request that nobody's hand has caused. */
export function attendedHeaders(): Readonly<Record<string, string>> {
  return performance.now() - lastMs > awayMs ? { "Isoward-Unattended": "1" } : {};
}
