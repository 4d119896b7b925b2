import type { TimelineLine } from "../../../app/views/shapes.ts";
import { Disclosure } from "../../kit/disclosure.tsx";
import { useText } from "../../text/language.tsx";
import type { When } from "../../text/use-when.ts";
import classes from "./record-line.module.css";
import { RecordLine } from "./record-line.tsx";
import { recordText } from "./record-text.ts";

type Lines = readonly [TimelineLine, ...TimelineLine[]];

/** From so many results of one day on they stand together. */
const fewest = 3;

/** Lines one by one; the blood results of a day in one, for they came in one. */
export function inSamples(lines: readonly TimelineLine[]): Lines[] {
  const groups: [TimelineLine, ...TimelineLine[]][] = [];
  for (const line of lines) {
    const before = groups.at(-1);
    const [first] = before ?? [];
    const belongs =
      line.type === "lab-resulted" &&
      first?.type === "lab-resulted" &&
      first.happened.day === line.happened.day;
    if (belongs && before !== undefined) before.push(line);
    else groups.push([line]);
  }
  return groups.flatMap((group): Lines[] =>
    group.length < fewest ? group.map((one): Lines => [one]) : [group],
  );
}

/** An entry, or the results of a sample folded into one line. */
export function RecordLines(props: { lines: Lines; when: When; onMend: (line: TimelineLine) => void }) {
  const { lines, when, onMend } = props;
  const text = useText(recordText);
  const [first, ...others] = lines;
  if (others.length === 0) return <RecordLine line={first} when={when} onMend={() => onMend(first)} />;
  return (
    <li className={classes.sample}>
      <Disclosure
        quiet
        summary={
          <span className={classes.title}>
            {text.sample(lines.length)}
            <span className={classes.day}>{when.day(first.happened.day)}</span>
          </span>
        }
      >
        <ol className={classes.inSample}>
          {lines.map((line) => (
            <RecordLine key={line.id} line={line} when={when} onMend={() => onMend(line)} />
          ))}
        </ol>
      </Disclosure>
    </li>
  );
}
