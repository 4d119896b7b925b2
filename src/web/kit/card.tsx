import type { ReactNode } from "react";
import classes from "./card.module.css";

/** A sheet with a heading; the heading names the region for assistive technology. */
export function Card(props: {
  id: string;
  heading: string;
  aside?: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  const { id, heading, aside, className = "", children } = props;
  return (
    <section className={`${classes.card} ${className}`} aria-labelledby={`${id}-heading`} id={id}>
      <div className={classes.top}>
        <h2 className={classes.heading} id={`${id}-heading`}>
          {heading}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
