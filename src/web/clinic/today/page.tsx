import { Button } from "@mantine/core";
import { IconUserPlus } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { Link, useSearchParams } from "react-router";
import type { TodayLine } from "../../../app/views/shapes.ts";
import type { Group } from "../../../app/views/standing.ts";
import { useToday } from "../../api/queries.ts";
import { NotShown } from "../../kit/not-shown.tsx";
import { Trouble } from "../../kit/trouble.tsx";
import { Waiting } from "../../kit/waiting.tsx";
import { usePage } from "../../shell/page.ts";
import { usePlace } from "../../shell/place.tsx";
import { PlaceChooser } from "../../shell/place-chooser.tsx";
import { useRole } from "../../shell/role.tsx";
import { useLanguage, useText } from "../../text/language.tsx";
import { shortWords } from "../../text/terms.ts";
import { useWhen } from "../../text/use-when.ts";
import { GroupSection } from "./group-section.tsx";
import { allGroups, quietGroups } from "./groups.ts";
import { Overview } from "./overview.tsx";
import classes from "./page.module.css";
import { printsSheet } from "./prints-sheet.ts";
import { todayText } from "./text.ts";

const NewPatient = lazy(async () => ({ default: (await import("./new-patient.tsx")).NewPatient }));

/** Today: who needs somebody, what for, and until when. */
export function TodayPage() {
  const text = useText(todayText);
  const { language } = useLanguage();
  const { clinic, site, query } = usePlace();
  const today = useToday(clinic?.id, site);
  const heading = usePage(text.title);
  const role = useRole();
  const [search, setSearch] = useSearchParams();
  const mineOnly = search.get("turn") === "mine";
  const [registering, setRegistering] = useState(false);
  const when = useWhen(today.data?.zone ?? clinic?.zone ?? "UTC");

  const lines = today.data?.lines ?? [];
  const isMine = ({ standing }: TodayLine) => standing.who.includes(role) || standing.group === "alarm";
  const shown = mineOnly ? lines.filter(isMine) : lines;
  const of = (group: Group) => shown.filter(({ standing }) => standing.group === group);
  const cause = query.error ?? today.error;
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <div>
          <h1 {...heading}>{text.title}</h1>
          {today.data === undefined || clinic === undefined ? undefined : (
            <p className={classes.date}>
              <span>{when.day(today.data.day)}</span>
              <span className={classes.clinic}>{clinic.title[language]}</span>
              <span className={classes.asOf}>
                {text.asOf(when.at(today.data.at).split(" ").at(-1) ?? "")}
              </span>
            </p>
          )}
        </div>
        <Button
          className={classes.new ?? ""}
          leftSection={<IconUserPlus size={18} aria-hidden />}
          onClick={() => setRegistering(true)}
        >
          {text.newPatient}
        </Button>
      </div>
      <div className={classes.filters}>
        <TurnFilter
          mineOnly={mineOnly}
          mine={lines.filter(isMine).length}
          roleName={shortWords[language].roles[role]}
          onChange={(mine) =>
            setSearch(
              (before) => {
                if (mine) before.set("turn", "mine");
                else before.delete("turn");
                return before;
              },
              { replace: true },
            )
          }
        />
        <div className={classes.place}>
          <PlaceChooser />
        </div>
      </div>
      {today.data === undefined ? (
        cause === null ? (
          <Waiting lines={8} />
        ) : (
          <Trouble cause={cause} onRetry={() => void (query.isError ? query : today).refetch()} />
        )
      ) : (
        <>
          <Overview counts={allGroups.map((group) => [group, of(group).length])} />
          <NotShown notShown={today.data.notShown} />
          <Nothing lines={lines} shown={shown} mineOnly={mineOnly} />
          {allGroups.map((group) => (
            <GroupSection
              key={group}
              group={group}
              lines={of(group)}
              when={when}
              day={today.data.day}
              folded={quietGroups.has(group)}
            />
          ))}
        </>
      )}
      {printsSheet.has(role) ? (
        <p className="screen-only">
          <Link to="/downtime">{text.downtime}</Link>
        </p>
      ) : undefined}
      {registering ? (
        <Suspense>
          <NewPatient onClose={() => setRegistering(false)} />
        </Suspense>
      ) : undefined}
    </div>
  );
}

function TurnFilter(props: {
  mineOnly: boolean;
  mine: number;
  roleName: string;
  onChange: (mineOnly: boolean) => void;
}) {
  const { mineOnly, mine, roleName, onChange } = props;
  const text = useText(todayText);
  return (
    <div className={classes.turns} role="group" aria-label={text.turn}>
      <button type="button" aria-pressed={!mineOnly} onClick={() => onChange(false)}>
        {text.everyone}
      </button>
      <button type="button" aria-pressed={mineOnly} onClick={() => onChange(true)}>
        {text.mine(roleName, mine)}
      </button>
    </div>
  );
}

/** Plainly, where the list is empty or holds nobody who needs anything. */
function Nothing(props: { lines: readonly TodayLine[]; shown: readonly TodayLine[]; mineOnly: boolean }) {
  const { lines, shown, mineOnly } = props;
  const text = useText(todayText);
  const { language } = useLanguage();
  const role = useRole();
  if (lines.length === 0) {
    return (
      <div className={classes.nothing}>
        <p>{text.nobody}</p>
        <p>{text.nobodyMore}</p>
      </div>
    );
  }
  if (shown.some(({ standing }) => !quietGroups.has(standing.group))) return undefined;
  return (
    <div className={classes.nothing}>
      <p>{mineOnly ? text.noneMine(shortWords[language].roles[role]) : text.noneOpen}</p>
    </div>
  );
}
