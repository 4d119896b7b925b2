import type { ReactNode } from "react";
import type { PatientView } from "../../../app/views/shapes.ts";
import { parseAt } from "../../../core/calendar.ts";
import { useIsLost } from "../../api/connection.ts";
import { gateOf } from "../../kit/gate-of.ts";
import { RoleIcon } from "../../kit/role-icon.tsx";
import { VerdictMark } from "../../kit/verdict-mark.tsx";
import { useLanguage, useText } from "../../text/language.tsx";
import { shortWords, verdictWords } from "../../text/terms.ts";
import { useWhen, type When } from "../../text/use-when.ts";
import classes from "./standing-card.module.css";
import { patientText } from "./text.ts";
import { toneOf } from "./tone-of.ts";

/** Where the patient stands, large; and until when it holds. */
export function StandingCard({ view, zone }: { view: PatientView; zone: string }) {
  const text = useText(patientText);
  const { language } = useLanguage();
  const when = useWhen(zone);
  const isLost = useIsLost();
  const { standing, decision, tasks, course } = view;
  const validUntil = decision.validUntil === null ? undefined : parseAt(decision.validUntil);
  // What cannot be asked anew may not look like an answer of now.
  const isStale = isLost || (validUntil !== undefined && when.now >= validUntil);
  const tone = isStale ? "advise" : toneOf(standing);
  const verdict = verdictWords(language, gateOf(decision))[standing.verdict];
  const { group } = standing;
  const word =
    group === "alarm"
      ? tasks.length > 0 && standing.verdict !== "stop"
        ? text.review
        : verdict
      : group === "gather" || group === "wait" || (group === "dispense" && toneOf(standing) !== "pass")
        ? verdict
        : text.standings[group];
  return (
    <section
      id="standing"
      className={classes.card}
      data-verdict={tone}
      data-stale={isStale || undefined}
      aria-labelledby="standing-heading"
    >
      <div className={classes.top}>
        <VerdictMark verdict={tone} size={52} />
        <div className={classes.words}>
          <h2 id="standing-heading" className={classes.word}>
            <span role="status">
              <span className="visually-hidden">{text.standing}: </span>
              {word}
            </span>
          </h2>
          <p className={classes.sentence}>{standing.headline[language]}</p>
          {course.heldSince === null || group === "held" ? undefined : (
            <p>{text.held(when.day(course.heldSince))}</p>
          )}
          {group === "treated" ? <p className={classes.next}>{text.nextSupply(verdict)}</p> : undefined}
        </div>
        <p className={classes.asOf}>
          <span className="screen-only">{text.asOf(when.at(decision.at))}</span>
          <span className="print-only">{text.asOf(when.fullAt(decision.at))}</span>
        </p>
      </div>
      {isStale ? <p className={classes.stale}>{text.stale(when.at(decision.at))}</p> : undefined}
      <Times view={view} when={when} />
    </section>
  );
}

function Times({ view, when }: { view: PatientView; when: When }) {
  const text = useText(patientText);
  const { language } = useLanguage();
  const { standing, decision } = view;
  const { who, group, earliest } = standing;
  const until = group === "dispense" ? standing.until : decision.validUntil;
  const closing = until === null ? undefined : when.closing(until);
  if (group === "ended") return undefined;
  return (
    <dl className={classes.times}>
      {group === "treated" ? undefined : (
        <Time term={text.turn}>
          {who.length === 0 ? (
            <dd className={classes.more}>{text.nobody}</dd>
          ) : (
            who.map((role) => (
              <dd key={role} className={classes.role}>
                <RoleIcon role={role} size={18} />
                {shortWords[language].roles[role]}
              </dd>
            ))
          )}
        </Time>
      )}
      {decision.verdict === "pass" || group === "dispense" || group === "prescribe" ? undefined : (
        <Time term={text.earliest}>
          <dd className={classes.big}>{earliest === null ? text.noDay : when.day(earliest)}</dd>
          <dd className={classes.more}>{earliest === null ? text.noDayMore : text.earliestMore}</dd>
        </Time>
      )}
      {closing === undefined || group === "treated" || group === "alarm" ? undefined : (
        <Time term={group === "dispense" ? text.handOutBefore : text.holds}>
          <dd className={classes.big}>{closing.absolute}</dd>
          <dd className={classes.more} data-urgency={group === "dispense" ? closing.urgency : undefined}>
            {closing.relative}
          </dd>
        </Time>
      )}
    </dl>
  );
}

function Time({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className={classes.time}>
      <dt>{term}</dt>
      {children}
    </div>
  );
}
