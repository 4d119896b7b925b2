import { type ReactNode, useEffect, useState } from "react";
import { shellText } from "../shell/text.ts";
import { useText } from "../text/language.tsx";
import classes from "./waiting.module.css";

const lateMs = 300;

/** In place of what is still being fetched; what comes quickly is not announced by a flicker. */
export function Waiting({ lines = 5, children }: { lines?: number; children?: ReactNode }) {
  const text = useText(shellText);
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), lateMs);
    return () => clearTimeout(timer);
  }, []);
  if (!late) return undefined;
  return (
    <div className={classes.waiting} role="status" aria-busy>
      <span className="visually-hidden">{text.loading}</span>
      {children ?? Array.from({ length: lines }, (_, line) => <div key={line} className={classes.line} />)}
    </div>
  );
}
