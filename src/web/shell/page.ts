import { type RefObject, useEffect, useRef } from "react";
import { useLocation } from "react-router";

interface Heading {
  readonly ref: RefObject<HTMLHeadingElement | null>;
  readonly tabIndex: -1;
}

/**
 * Names the page in the window's title. What it returns belongs on the page's h1, which takes the focus when somebody
 * came from another page: a screen reader says where one is.
 */
export function usePage(title: string, takesFocus = true): Heading {
  const ref = useRef<HTMLHeadingElement>(null);
  const { key } = useLocation();
  const came = key !== "default";
  useEffect(() => {
    document.title = `${title} · Isoward`;
  }, [title]);
  // Once for each page: what changes in the address later must not take the focus away.
  const first = useRef(true);
  useEffect(() => {
    if (first.current && came && takesFocus) ref.current?.focus({ preventScroll: true });
    first.current = false;
  }, [came, takesFocus]);
  return { ref, tabIndex: -1 };
}
