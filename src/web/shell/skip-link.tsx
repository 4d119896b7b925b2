import type { RefObject } from "react";
import { useText } from "../text/language.tsx";
import classes from "./skip-link.module.css";
import { shellText } from "./text.ts";

/** The first thing the tabulator comes to: past the frame, into the page. */
export function SkipLink({ main }: { main: RefObject<HTMLElement | null> }) {
  const text = useText(shellText);
  return (
    <a
      className={`${classes.skip} screen-only`}
      href="#content"
      onClick={(event) => {
        // The address may hold a page's state after its "#": it stays as it is.
        event.preventDefault();
        main.current?.focus();
      }}
    >
      {text.skip}
    </a>
  );
}
