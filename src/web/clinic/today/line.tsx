import { IconAlarm, IconClock, IconHourglassHigh, IconPill } from "@tabler/icons-react";
import { Link } from "react-router";
import type { TodayLine } from "../../../app/views/shapes.ts";
import { ageYears, dayText, parseDay, plus } from "../../../core/calendar.ts";
import { RoleIcon } from "../../kit/role-icon.tsx";
import { useRole } from "../../shell/role.tsx";
import { shellText } from "../../shell/text.ts";
import { useLanguage, useText } from "../../text/language.tsx";
import { shortWords } from "../../text/terms.ts";
import type { When } from "../../text/use-when.ts";
import classes from "./line.module.css";
import { todayText } from "./text.ts";

/** One patient of today's list; the whole line leads to the patient's page. */
export function Line({ line, when, day }: { line: TodayLine; when: When; day: string }) {
  const shell = useText(shellText);
  const { language } = useLanguage();
  const { name, kana, birthDate, patient, standing } = line;
  const born = parseDay(birthDate);
  const today = parseDay(day);
  const role = useRole();
  // Where something is missing, one's own step; an alarm is the same for everybody.
  const own = standing.group === "gather" ? standing.turns.find(({ who }) => who === role)?.text : undefined;
  const says = (own ?? standing.headline)[language];
  const age = born === undefined || today === undefined ? undefined : ageYears(born, today);
  return (
    <li className={classes.line} data-verdict={standing.verdict} data-group={standing.group}>
      <div className={classes.who}>
        <Link className={classes.name} to={`/patients/${patient}`}>
          {name ?? shell.nameless}
        </Link>
        <span className={classes.about}>
          {kana === null ? undefined : <span>{kana}</span>}
          {age === undefined ? undefined : <span>{shell.years(age)}</span>}
        </span>
      </div>
      <Turn who={standing.who} />
      <p className={classes.what} title={says}>
        {says}
      </p>
      <Closes standing={standing} when={when} />
      <Capsules until={standing.capsulesUntil} when={when} day={day} />
    </li>
  );
}

/** Whose turn it is: the first by name, the others by their signs. */
function Turn({ who }: { who: TodayLine["standing"]["who"] }) {
  const text = useText(todayText);
  const { language } = useLanguage();
  const role = useRole();
  const { roles } = shortWords[language];
  // One's own turn is never hidden behind a sign.
  const ordered = who.includes(role) ? [role, ...who.filter((one) => one !== role)] : who;
  return (
    <ul className={classes.turn} aria-label={text.turn}>
      {ordered.map((one, place) => (
        <li key={one} className={classes.person} data-mine={one === role || undefined} title={roles[one]}>
          <RoleIcon role={one} size={15} />
          <span className={place === 0 ? "" : "visually-hidden"}>{roles[one]}</span>
        </li>
      ))}
    </ul>
  );
}

/** When this turn closes; where only a later day helps, which. */
function Closes({ standing, when }: { standing: TodayLine["standing"]; when: When }) {
  const text = useText(todayText);
  const { group, until, earliest } = standing;
  if (group === "wait" && earliest !== null) {
    return (
      <p className={classes.closes} data-urgency="later">
        <IconHourglassHigh size={17} stroke={2} aria-hidden />
        <span className={classes.left}>{text.from(when.day(earliest))}</span>
      </p>
    );
  }
  if (group === "alarm") {
    return (
      <p className={classes.closes} data-urgency="over">
        <IconAlarm size={17} stroke={2} aria-hidden />
        <span className="visually-hidden">{text.closes}: </span>
        <span className={classes.left}>{text.now}</span>
      </p>
    );
  }
  const closing = until === null ? undefined : when.closing(until);
  if (closing === undefined) return <p className={classes.closes} />;
  const Icon = closing.urgency === "today" || closing.urgency === "over" ? IconAlarm : IconClock;
  return (
    <p className={classes.closes} data-urgency={closing.urgency}>
      <Icon size={17} stroke={2} aria-hidden />
      <span className="visually-hidden">{text.closes}: </span>
      <span className={classes.left}>{closing.relative}</span>
      <span className={classes.exactly}>{closing.absolute}</span>
    </p>
  );
}

function Capsules({ until, when, day }: { until: string | null; when: When; day: string }) {
  const text = useText(todayText);
  const over = until === null ? undefined : parseDay(until);
  const today = parseDay(day);
  if (over === undefined || today === undefined) return <p className={classes.capsules} />;
  return (
    <p className={classes.capsules}>
      <IconPill size={16} stroke={1.8} aria-hidden />
      <span className="visually-hidden">{text.capsules}: </span>
      {over <= today
        ? text.capsulesOver(when.day(dayText(over)))
        : text.capsulesThrough(when.day(dayText(plus(over, -1))))}
    </p>
  );
}
