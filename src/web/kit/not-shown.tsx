import { IconEyeOff } from "@tabler/icons-react";
import type { NotShown as NotShownView } from "../../app/views/shapes.ts";
import { useLanguage } from "../text/language.tsx";
import classes from "./not-shown.module.css";

/** What is there and is not shown to whoever looks, so that nothing seems not to be there. */
export function NotShown({ notShown }: { notShown: NotShownView }) {
  const { language } = useLanguage();
  if (notShown.length === 0) return undefined;
  return (
    <ul className={classes.notShown}>
      {notShown.map(({ because, text }) => (
        <li key={because}>
          <IconEyeOff size={16} aria-hidden />
          <span>{text[language]}</span>
        </li>
      ))}
    </ul>
  );
}
