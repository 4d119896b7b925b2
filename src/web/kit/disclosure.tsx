import { IconChevronDown } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import classes from "./disclosure.module.css";

/** A summary that opens: the browser's own, so that it works with every keyboard and is found in the page. */
export function Disclosure(props: {
  summary: ReactNode;
  children: ReactNode;
  open?: boolean;
  quiet?: boolean;
  className?: string;
}) {
  const { summary, children, open = false, quiet = false, className = "" } = props;
  const [isOpen, setOpen] = useState(open);
  return (
    <details
      className={`${classes.disclosure} ${className}`}
      data-quiet={quiet || undefined}
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className={classes.summary}>
        <IconChevronDown className={classes.chevron} size={18} stroke={2} aria-hidden />
        <span className={classes.label}>{summary}</span>
      </summary>
      <div className={classes.content}>{isOpen ? children : undefined}</div>
    </details>
  );
}
