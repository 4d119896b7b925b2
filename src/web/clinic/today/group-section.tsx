import { useState } from "react";
import type { TodayLine } from "../../../app/views/shapes.ts";
import type { Group } from "../../../app/views/standing.ts";
import { useText } from "../../text/language.tsx";
import type { When } from "../../text/use-when.ts";
import { GroupIcon } from "./group-icon.tsx";
import classes from "./group-section.module.css";
import { Line } from "./line.tsx";
import { todayText } from "./text.ts";

/** One kind of turn with its patients, in the order in which each closes. */
export function GroupSection(props: {
  group: Group;
  lines: readonly TodayLine[];
  when: When;
  day: string;
  folded: boolean;
}) {
  const { group, lines, when, day, folded } = props;
  const text = useText(todayText);
  const [open, setOpen] = useState(!folded);
  if (lines.length === 0) return undefined;
  const { title, more } = text.groups[group];
  const list = (
    <ul className={classes.list}>
      {lines.map((line) => (
        <Line key={line.patient} line={line} when={when} day={day} />
      ))}
    </ul>
  );
  const heading = (
    <>
      <span className={classes.icon}>
        <GroupIcon group={group} size={18} />
      </span>
      {title}
      <span className={classes.count}>{lines.length}</span>
    </>
  );
  return (
    <section
      id={group}
      className={classes.group}
      data-group={group}
      aria-labelledby={`${group}-heading`}
      tabIndex={-1}
    >
      <div className={classes.head}>
        <h2 id={`${group}-heading`} className={classes.heading}>
          {folded ? (
            <button
              type="button"
              className={classes.fold}
              aria-expanded={open}
              onClick={() => setOpen(!open)}
            >
              {heading}
            </button>
          ) : (
            heading
          )}
        </h2>
        <p className={classes.more}>{more}</p>
      </div>
      {open ? list : undefined}
    </section>
  );
}
