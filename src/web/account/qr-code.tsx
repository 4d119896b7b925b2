import { useMemo } from "react";
import { encode } from "uqr";
import classes from "./account.module.css";

/** Modules of white around it, by which a camera finds it (ISO/IEC 18004). */
const quiet = 4;

/** A code to scan, drawn on this page: what it says goes to no other server. */
export function QrCode({ says, label }: { says: string; label: string }) {
  const { size, path } = useMemo(() => drawn(says), [says]);
  return (
    <svg
      className={classes.qr}
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

/** One path: a bar for each run of dark modules in a row. */
export function drawn(says: string): { readonly size: number; readonly path: string } {
  const { data, size } = encode(says, { ecc: "M", border: quiet });
  const bars = data.flatMap((row, y) =>
    [
      ...row
        .map((dark) => (dark ? "1" : "0"))
        .join("")
        .matchAll(/1+/g),
    ].map(({ 0: { length }, index }) => `M${index} ${y}h${length}v1h-${length}z`),
  );
  return { size, path: bars.join("") };
}
