import { IconAlertTriangle, IconInfoCircle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { Link } from "react-router";
import type { Redemption } from "../../../app/views/shapes.ts";
import { ageYears, parseAt, parseDay } from "../../../core/calendar.ts";
import { useIsLost } from "../../api/connection.ts";
import { DecisionReasons } from "../../kit/decision-reasons.tsx";
import { Disclosure } from "../../kit/disclosure.tsx";
import { VerdictMark } from "../../kit/verdict-mark.tsx";
import { useZone } from "../../shell/place.tsx";
import { shellText } from "../../shell/text.ts";
import { useLanguage, useText } from "../../text/language.tsx";
import { useWhen } from "../../text/use-when.ts";
import type { Outlook } from "./outlook.ts";
import { Refusing } from "./refusing.tsx";
import classes from "./supply-card.module.css";
import { TakeBack } from "./take-back.tsx";
import { dispenseText } from "./text.ts";

/** Whose number it is, what to hand out, until when, and whether it may be. */
export function SupplyCard(props: {
  redemption: Redemption;
  outlook: Outlook;
  /** The verdict; undefined while it is not known whether the supply was recorded, when nothing may look in order. */
  word: string | undefined;
  say: (text: string) => void;
  toNumber: () => void;
  children: ReactNode;
}) {
  const { redemption, outlook, word, say, toNumber, children } = props;
  const text = useText(dispenseText);
  const { patient, authorisation, decision, version } = redemption;
  const when = useWhen(useZone(patient.clinic));
  const isLost = useIsLost();
  const validUntil = decision.validUntil === null ? undefined : parseAt(decision.validUntil);
  // What cannot be asked anew may not look like an answer of now.
  const isStale = isLost || (validUntil !== undefined && when.now >= validUntil);
  const tone = isStale || word === undefined ? "advise" : outlook.verdict;
  const isReady = outlook.refusing.length === 0;
  return (
    <section
      className={classes.card}
      data-verdict={tone}
      data-stale={isStale || undefined}
      {...(word === undefined ? { "aria-label": text.supply } : { "aria-labelledby": "redemption-heading" })}
    >
      {word === undefined ? undefined : (
        <Verdict word={word} tone={tone} isStale={isStale} redemption={redemption} outlook={outlook} />
      )}
      <Who redemption={redemption} />
      <What redemption={redemption} />
      {isReady ? undefined : <Refusing redemption={redemption} outlook={outlook} />}
      {authorisation.state === "dispensed" ? (
        <div className={classes.after}>
          <TakeBack
            number={authorisation.number}
            name={patient.name}
            patient={patient.patient}
            version={version}
            say={say}
            onDone={toNumber}
          />
        </div>
      ) : undefined}
      {children}
      <Advice outlook={outlook} />
      <div className={classes.more}>
        <Disclosure summary={text.checks} quiet>
          <DecisionReasons decision={redemption.decision} sources={redemption.sources} />
        </Disclosure>
        <Link to={`/patients/${patient.patient}`}>{text.toPatient}</Link>
      </div>
    </section>
  );
}

function Verdict(props: {
  word: string;
  tone: Outlook["verdict"];
  isStale: boolean;
  redemption: Redemption;
  outlook: Outlook;
}) {
  const { word, tone, isStale, redemption, outlook } = props;
  const text = useText(dispenseText);
  const { language } = useLanguage();
  return (
    <div className={classes.verdict}>
      <VerdictMark verdict={tone} size={44} />
      <div>
        <h2 id="redemption-heading" className={classes.word}>
          {word}
        </h2>
        {isStale ? <p className={classes.stale}>{text.stale}</p> : undefined}
        {outlook.refusing.length === 0 ? (
          <p className={classes.sentence}>
            {outlook.verdict === "stop"
              ? text.otherPackMore
              : redemption.decision.verdict === "pass"
                ? text.readyAll
                : text.readyMore}
          </p>
        ) : (
          outlook.refusing.map(({ rule, text: says }) => (
            <p key={rule} className={classes.sentence}>
              {says[language]}
            </p>
          ))
        )}
      </div>
    </div>
  );
}

function Who({ redemption: { patient, decision } }: { redemption: Redemption }) {
  const text = useText(dispenseText);
  const shell = useText(shellText);
  const { language } = useLanguage();
  const when = useWhen(useZone(patient.clinic));
  const born = parseDay(patient.birthDate);
  const today = parseDay(decision.on);
  return (
    <div className={classes.who}>
      <h3 className={classes.name}>
        <span className="visually-hidden">{text.patient}: </span>
        {patient.name ?? shell.nameless}
      </h3>
      {patient.kana === null ? undefined : (
        <span className={classes.kana} lang="ja">
          {patient.kana}
        </span>
      )}
      {born === undefined || today === undefined ? undefined : (
        <span className={classes.born} lang={language}>
          {text.born(when.fullDay(patient.birthDate), shell.years(ageYears(born, today)))}
        </span>
      )}
      {patient.fictional ? <span className={classes.tag}>{shell.fictional}</span> : undefined}
    </div>
  );
}

function What({ redemption: { patient, authorisation } }: { redemption: Redemption }) {
  const text = useText(dispenseText);
  const { language } = useLanguage();
  const when = useWhen(useZone(patient.clinic));
  const { supply, state, dispenseBefore, dispensed, authorisedDay } = authorisation;
  const closing = dispenseBefore === null ? undefined : when.closing(dispenseBefore);
  const expiresOn = dispensed?.expiresOn ?? null;
  return (
    <dl className={classes.what}>
      <div className={classes.pack}>
        <dt>{state === "open" ? text.supply : text.supplyWas}</dt>
        <dd className={classes.product}>
          {supply.productName[language]} <b>{supply.capsuleMg} mg</b>
        </dd>
        <dd className={classes.amount}>{text.capsules(supply.capsules)}</dd>
        <dd className={classes.soft}>
          {text.intake(supply.dosesPerDay, supply.days)} · {text.daily(supply.dailyMg)}
        </dd>
      </div>
      {dispensed === null && state === "voided" ? (
        <div>
          <dt>{text.authorisedOn}</dt>
          <dd className={classes.until}>{when.day(authorisedDay)}</dd>
        </div>
      ) : dispensed === null ? (
        <div>
          <dt>{text.window}</dt>
          <dd className={classes.until}>{closing?.absolute ?? text.windowNone}</dd>
          {closing === undefined || state !== "open" ? undefined : (
            <dd className={classes.left} data-urgency={closing.urgency}>
              {closing.relative}
            </dd>
          )}
          <dd className={classes.soft}>{text.authorised(when.day(authorisedDay))}</dd>
        </div>
      ) : (
        <div>
          <dt>{text.wasOut}</dt>
          <dd className={classes.until}>{when.day(dispensed.day)}</dd>
          {dispensed.capsules === null ? undefined : <dd>{text.capsules(dispensed.capsules)}</dd>}
          {dispensed.lot === null || expiresOn === null ? undefined : (
            <dd className={classes.soft}>{text.wasOutMore(dispensed.lot, when.fullDay(expiresOn))}</dd>
          )}
        </div>
      )}
    </dl>
  );
}

function Advice({ outlook: { advice } }: { outlook: Outlook }) {
  const text = useText(dispenseText);
  const { language } = useLanguage();
  if (advice.length === 0) return undefined;
  return (
    <div className={classes.advice}>
      <h3>{text.note}</h3>
      <ul>
        {advice.map(({ rule, text: says, overridden }) => (
          <li key={rule}>
            {overridden === undefined ? (
              <IconInfoCircle size={20} stroke={1.8} aria-hidden />
            ) : (
              <IconAlertTriangle size={20} stroke={1.8} aria-hidden />
            )}
            <span>{says[language]}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
