/** The server's clock: what is near and what is over is told by it, for this device's may be wrong. */
import { useSyncExternalStore } from "react";
import { type At, parseAt } from "../../core/calendar.ts";

const tickMs = 15_000;
/** Answers take their time: only a clock farther off than this is put right. */
const toleratedMs = 90_000;

let offset = 0;
const listeners = new Set<() => void>();
let ticking: ReturnType<typeof setInterval> | undefined;
let now = Date.now() as At;

function tick(): void {
  now = (Date.now() + offset) as At;
  for (const listener of listeners) listener();
}

/** An answer said what time it is there. */
export function noteServerClock(text: string): void {
  const at = parseAt(text);
  if (at === undefined) return;
  const apart = at - Date.now();
  const next = Math.abs(apart) > toleratedMs ? apart : 0;
  if (Math.abs(next - offset) <= toleratedMs) return;
  offset = next;
  tick();
}

/** Now, by the server's clock; it moves on by itself. */
export function useNow(): At {
  return useSyncExternalStore(subscribe, () => now);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  ticking ??= setInterval(tick, tickMs);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(ticking);
    ticking = undefined;
  };
}
