/** Where the focus goes when what had it is gone: never to nowhere. */
import { type RefObject, useEffect, useRef } from "react";

/** Whether nothing has the focus that a key could reach. */
export function isFocusLost(): boolean {
  const at = document.activeElement;
  return at === null || at === document.body || at instanceof HTMLDialogElement || at.matches(":disabled");
}

/** For a message that appears: takes the focus where nobody has it. The element needs a `tabIndex` of -1. */
export function useLostFocus<E extends HTMLElement>(appears: unknown): RefObject<E | null> {
  const ref = useRef<E>(null);
  useEffect(() => {
    if (appears === undefined || appears === null) return;
    // A button that was waited for loses the focus only when the page is drawn again.
    const frame = requestAnimationFrame(() => {
      if (isFocusLost()) ref.current?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [appears]);
  return ref;
}

const takesFocus = [
  "a[href]",
  "button:enabled",
  "input:enabled:not([type='hidden'])",
  "select:enabled",
  "textarea:enabled",
  "summary",
].join(", ");

/** Everything around an element, the nearest first. */
export function around(element: Element | null): readonly Element[] {
  const all: Element[] = [];
  for (let one = element?.parentElement; one !== undefined && one !== null; one = one.parentElement) {
    if (one !== document.body && one !== document.documentElement) all.push(one);
  }
  return all;
}

/**
 * Gives the focus to an element, and once that is gone, because the page is drawn anew with what was just done, to what
 * is left around it. Over as soon as somebody goes elsewhere.
 */
export function focusWhileThere(element: HTMLElement, surroundings: readonly Element[]): void {
  element.focus();
  if (document.activeElement !== element) return;
  const watch = new MutationObserver(() => {
    if (element.isConnected) return;
    stop();
    if (isFocusLost()) focusNear(surroundings);
  });
  const leaves = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget !== null) stop();
  };
  const stop = () => {
    watch.disconnect();
    element.removeEventListener("focusout", leaves);
  };
  watch.observe(document.body, { childList: true, subtree: true });
  element.addEventListener("focusout", leaves);
}

/** Gives the focus to the first control that is still there, looked for from the nearest surroundings outwards. */
export function focusNear(surroundings: readonly Element[]): void {
  for (const one of surroundings) {
    const next = one.isConnected ? one.querySelector<HTMLElement>(takesFocus) : null;
    if (next === null) continue;
    next.focus();
    if (!isFocusLost()) return;
  }
}
