import { useZone } from "../../shell/place.tsx";
import { shellText } from "../../shell/text.ts";
import { useText } from "../../text/language.tsx";
import { useWhen } from "../../text/use-when.ts";
import { type Attempt, useAttempts } from "./attempts.ts";
import classes from "./session-list.module.css";
import { dispenseText } from "./text.ts";

/** What was handed out in this window; a number leads back to it. */
export function SessionList({ onChoose }: { onChoose: (number: string) => void }) {
  const text = useText(dispenseText);
  const attempts = useAttempts();
  return (
    <section className={classes.list} aria-labelledby="session-heading">
      <h2 id="session-heading" className={classes.heading}>
        {text.list}
      </h2>
      {attempts.length === 0 ? (
        <p className={classes.empty}>{text.listEmpty}</p>
      ) : (
        <>
          <ul>
            {attempts.map((attempt) => (
              <Line key={attempt.key} attempt={attempt} onChoose={onChoose} />
            ))}
          </ul>
          <p className={classes.more}>{text.listMore}</p>
        </>
      )}
    </section>
  );
}

function Line({ attempt, onChoose }: { attempt: Attempt; onChoose: (number: string) => void }) {
  const text = useText(dispenseText);
  const shell = useText(shellText);
  const { seen, state, at } = attempt;
  const { patient, authorisation } = seen;
  const when = useWhen(useZone(patient.clinic));
  return (
    <li className={classes.line} data-state={state}>
      <span className={classes.name}>{patient.name ?? shell.nameless}</span>
      <span className={classes.state}>{text.listStates[state]}</span>
      <button type="button" className={classes.number} onClick={() => onChoose(authorisation.number)}>
        {authorisation.number}
      </button>
      <span className={classes.at}>{at === undefined ? "" : when.at(at)}</span>
    </li>
  );
}
