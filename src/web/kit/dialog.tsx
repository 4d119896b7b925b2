import { ActionIcon } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { shellText } from "../shell/text.ts";
import { useText } from "../text/language.tsx";
import classes from "./dialog.module.css";
import { around, focusNear, focusWhileThere, isFocusLost } from "./focus.ts";

/** The browser's own dialog: it holds the focus, Escape closes it, and what lies behind cannot be reached. */
export function Dialog(props: {
  heading: string;
  onClose: () => void;
  /** Broad enough for a grid. */
  wide?: boolean;
  children: ReactNode;
}) {
  const { heading, onClose, wide = false, children } = props;
  const text = useText(shellText);
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = ref.current;
    const before = document.activeElement;
    const surroundings = around(before);
    dialog?.showModal();
    // The browser would choose the cross; whoever opened a form wants to write.
    const body = dialog?.lastElementChild;
    (body?.querySelector<HTMLElement>("input, select, textarea") ?? body?.querySelector("button"))?.focus();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement && before.isConnected) focusWhileThere(before, surroundings);
      // What opened it may be gone, or can do nothing more: the next control around it goes on.
      if (isFocusLost()) focusNear(surroundings);
    };
  }, []);
  return (
    <dialog
      ref={ref}
      className={classes.dialog}
      data-wide={wide || undefined}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className={classes.head}>
        <h2 id={id} className={classes.heading}>
          {heading}
        </h2>
        <ActionIcon variant="subtle" color="gray" size={44} aria-label={text.close} onClick={onClose}>
          <IconX size={22} aria-hidden />
        </ActionIcon>
      </div>
      <div className={classes.body}>{children}</div>
    </dialog>
  );
}
