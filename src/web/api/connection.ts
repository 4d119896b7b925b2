/** Whether the server can be reached: what is on the screen is only as new as the last answer. */
import { useSyncExternalStore } from "react";

type Listener = () => void;

let lost = false;
const listeners = new Set<Listener>();

function tell(now: boolean): void {
  if (lost === now) return;
  lost = now;
  for (const listener of listeners) listener();
}

export const connection = {
  lost: () => tell(true),
  /** An answer came. */
  back: () => tell(false),
  subscribe(listener: Listener): () => void {
    if (listeners.size === 0) addEventListener("offline", connection.lost);
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) removeEventListener("offline", connection.lost);
    };
  },
};

/** True while the server cannot be reached. */
export function useIsLost(): boolean {
  return useSyncExternalStore(connection.subscribe, () => lost);
}
