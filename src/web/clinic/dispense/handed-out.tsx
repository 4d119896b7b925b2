import { IconArrowBackUp, IconCircleCheckFilled } from "@tabler/icons-react";
import { useEffect } from "react";
import { useZone } from "../../shell/place.tsx";
import { shellText } from "../../shell/text.ts";
import { useLanguage, useText } from "../../text/language.tsx";
import { useWhen } from "../../text/use-when.ts";
import type { Attempt } from "./attempts.ts";
import classes from "./handed-out.module.css";
import { TakeBack } from "./take-back.tsx";
import { dispenseText } from "./text.ts";

/** What was handed out just now, to whom, and the way back. */
export function HandedOut(props: { attempt: Attempt; say: (text: string) => void; toNumber: () => void }) {
  const { attempt, say, toNumber } = props;
  const text = useText(dispenseText);
  const shell = useText(shellText);
  const { language } = useLanguage();
  const { seen, pack, state, at, version } = attempt;
  const { patient, authorisation } = seen;
  const when = useWhen(useZone(patient.clinic));
  const isBack = state === "taken-back";
  const name = patient.name ?? shell.nameless;
  const { supply, number } = authorisation;
  const capsules = text.capsules(pack.capsules ?? supply.capsules);
  const word = isBack ? text.takenBack : text.done;
  useEffect(() => say(text.said(name, `${word}: ${capsules}`)), [say, text, name, word, capsules]);
  return (
    <section className={classes.panel} data-back={isBack || undefined} aria-labelledby="handed-out-heading">
      <div className={classes.top}>
        {isBack ? (
          <IconArrowBackUp size={44} stroke={2} aria-hidden />
        ) : (
          <IconCircleCheckFilled size={44} aria-hidden />
        )}
        <div>
          <h2 id="handed-out-heading" className={classes.word}>
            {word}
          </h2>
          <p className={classes.to}>{text.doneTo(name)}</p>
        </div>
        {at === undefined ? undefined : <p className={classes.at}>{when.at(at)}</p>}
      </div>
      <p className={classes.what}>
        {supply.productName[language]} {supply.capsuleMg} mg, <b>{capsules}</b>
      </p>
      <p className={classes.pack}>
        {text.wasOutMore(pack.lot, when.fullDay(pack.expiresOn))}
        <br />
        <span className={classes.number}>{number}</span>
      </p>
      {isBack ? (
        <p>{text.takenBackMore}</p>
      ) : (
        <TakeBack
          number={number}
          name={patient.name}
          patient={patient.patient}
          version={version}
          say={say}
          onDone={toNumber}
        />
      )}
    </section>
  );
}
