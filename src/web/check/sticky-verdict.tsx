import { IconArrowUp } from "@tabler/icons-react";
import { type RefObject, useEffect, useState } from "react";
import type { Decision } from "../../core/decide.ts";
import { dateOf } from "../kit/timeline-scale.ts";
import { VerdictMark } from "../kit/verdict-mark.tsx";
import { useSpeech } from "../text/speech.tsx";
import classes from "./sticky-verdict.module.css";

/** The verdict at the foot of the window while the answer itself is out of sight, to see it change with the facts. */
export function StickyVerdict({
  decision,
  watched,
}: {
  decision: Decision;
  watched: RefObject<HTMLElement | null>;
}) {
  const { text, words } = useSpeech();
  const [hidden, setHidden] = useState(false);
  useEffect(() => {
    const answer = watched.current;
    if (answer === null) return undefined;
    const observer = new IntersectionObserver(([entry]) => setHidden(entry?.isIntersecting === false));
    observer.observe(answer);
    return () => observer.disconnect();
  }, [watched]);
  if (!hidden) return undefined;
  const { verdict } = decision;
  const { earliest } = decision.plan;
  const { month, day: dayOfMonth } = dateOf(earliest ?? decision.day);
  return (
    <div className={`${classes.sticky} screen-only`} data-verdict={verdict}>
      <button
        type="button"
        className={classes.button}
        onClick={() => watched.current?.scrollIntoView({ behavior: "smooth" })}
      >
        <VerdictMark verdict={verdict} size={28} />
        <span className={classes.word}>{words.verdicts[verdict]}</span>
        {verdict === "pass" || earliest === undefined || earliest === decision.day ? undefined : (
          <span className={classes.more}>
            {text.timeline.earliest} {text.timeline.shortDay(month, dayOfMonth)}
          </span>
        )}
        <span className="visually-hidden">{text.page.toAnswer}</span>
        <IconArrowUp className={classes.arrow} size={18} aria-hidden />
      </button>
    </div>
  );
}
