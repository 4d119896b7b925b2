import { IconArrowDown } from "@tabler/icons-react";
import { type RefObject, useEffect, useRef, useState } from "react";
import type { AnswerJson } from "../../../app/questions/answer-shape.ts";
import { VerdictMark } from "../../kit/verdict-mark.tsx";
import { useLanguage, useText } from "../../text/language.tsx";
import { questionsText } from "../text.ts";
import classes from "./answer-at-foot.module.css";

/**
 * The answer's sentence at the foot of the window while the answer itself is out of sight, as on a phone it is below
 * the form: nobody has to guess that there is one. Stands last in what holds the form and the answer.
 */
export function AnswerAtFoot(props: {
  answer: AnswerJson | undefined;
  watched: RefObject<HTMLElement | null>;
}) {
  const { answer, watched } = props;
  const text = useText(questionsText);
  const { language } = useLanguage();
  const button = useRef<HTMLButtonElement>(null);
  const isHidden = useIsBelow(watched, button);
  if (answer === undefined || !isHidden) return undefined;
  const { headline, verdict } = answer;
  return (
    <div className={`${classes.foot} screen-only`} data-verdict={verdict}>
      <button
        ref={button}
        type="button"
        className={classes.button}
        onClick={() => {
          const [heading] = watched.current?.getElementsByTagName("h2") ?? [];
          watched.current?.scrollIntoView({ block: "start" });
          heading?.focus({ preventScroll: true });
        }}
      >
        <VerdictMark verdict={verdict} size={26} />
        <span className={classes.says}>{headline.text[language]}</span>
        <span className="visually-hidden">{text.toAnswer}</span>
        <IconArrowDown className={classes.arrow} size={18} aria-hidden />
      </button>
    </div>
  );
}

/** So much of the answer's top has to be in the window before it counts as seen: its mark and its first line. */
const seenPx = 96;

/** Whether the top of something lies below the window; what has the focus is not taken away under it. */
function useIsBelow(watched: RefObject<HTMLElement | null>, button: RefObject<HTMLElement | null>): boolean {
  const [isBelow, setBelow] = useState(false);
  useEffect(() => {
    const look = () => {
      if (button.current !== null && button.current === document.activeElement) return;
      const top = watched.current?.getBoundingClientRect().top;
      setBelow(top !== undefined && top > innerHeight - seenPx);
    };
    // An answer that comes, or a form that grows, moves what is below it.
    const sizes = new ResizeObserver(look);
    sizes.observe(document.body);
    addEventListener("scroll", look, { passive: true });
    addEventListener("resize", look);
    return () => {
      sizes.disconnect();
      removeEventListener("scroll", look);
      removeEventListener("resize", look);
    };
  }, [watched, button]);
  return isBelow;
}
