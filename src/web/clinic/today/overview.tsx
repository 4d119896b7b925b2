import type { Group } from "../../../app/views/standing.ts";
import { useText } from "../../text/language.tsx";
import { GroupIcon } from "./group-icon.tsx";
import { quietGroups } from "./groups.ts";
import classes from "./overview.module.css";
import { todayText } from "./text.ts";

/** How many of each kind, each a way to its part of the list. */
export function Overview({ counts }: { counts: readonly (readonly [Group, number])[] }) {
  const text = useText(todayText);
  return (
    <ul className={classes.overview} aria-label={text.overview}>
      {counts
        .filter(([group]) => !quietGroups.has(group))
        .map(([group, count]) => (
          <li key={group}>
            <a
              className={classes.tile}
              href={`#${group}`}
              data-group={group}
              data-none={count === 0 || undefined}
              onClick={(event) => {
                event.preventDefault();
                const section = document.getElementById(group);
                section?.scrollIntoView({ behavior: "smooth" });
                section?.focus({ preventScroll: true });
              }}
            >
              <GroupIcon group={group} />
              <span className={classes.count}>{count}</span>
              <span className={classes.name}>{text.groups[group].title}</span>
            </a>
          </li>
        ))}
    </ul>
  );
}
