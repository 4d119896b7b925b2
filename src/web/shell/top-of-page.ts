import { useEffect, useRef } from "react";

/** A new page begins at its top; one that somebody comes back to stands where it stood. */
export function useTopOfPage(pathname: string): void {
  const stood = useRef(new Map<string, number>());
  const before = useRef(pathname);
  useEffect(() => {
    history.scrollRestoration = "manual";
    const keep = () => stood.current.set(before.current, scrollY);
    addEventListener("scroll", keep, { passive: true });
    return () => removeEventListener("scroll", keep);
  }, []);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    scrollTo(0, pathname === "/" ? (stood.current.get(pathname) ?? 0) : 0);
  }, [pathname]);
}
