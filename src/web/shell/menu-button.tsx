import { IconMenu2, IconX } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useLocation } from "react-router";
import { useText } from "../text/language.tsx";
import classes from "./menu-button.module.css";
import { shellText } from "./text.ts";

/** Whether the pages of a header are shown on a phone; another page closes them. */
export function useMenu() {
  const [isOpen, setOpen] = useState(false);
  const { key } = useLocation();
  // oxlint-disable-next-line react/exhaustive-deps -- each page that is come to
  useEffect(() => setOpen(false), [key]);
  return { isOpen, toggle: () => setOpen((was) => !was) };
}

/** On a phone: shows the pages of the header, which have no room beside it. */
export function MenuButton({ isOpen, toggle, controls }: ReturnType<typeof useMenu> & { controls: string }) {
  const text = useText(shellText);
  const Icon = isOpen ? IconX : IconMenu2;
  return (
    <button
      type="button"
      className={classes.menu}
      aria-expanded={isOpen}
      aria-controls={controls}
      onClick={toggle}
    >
      <Icon size={20} stroke={2} aria-hidden />
      {text.menu}
    </button>
  );
}
