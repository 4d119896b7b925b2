import type { ReactNode } from "react";
import { dayOf, dayText, parseAt } from "../../../core/calendar.ts";
import type { Clinic } from "../../api/shapes.ts";
import type { Member } from "../../api/staff.ts";
import { RoleIcon } from "../../kit/role-icon.tsx";
import { useZone } from "../../shell/place.tsx";
import { useLanguage, useText } from "../../text/language.tsx";
import { shortWords } from "../../text/terms.ts";
import { useWhen } from "../../text/use-when.ts";
import classes from "./page.module.css";
import { staffText } from "./text.ts";

/** Somebody in a role: name, sites, since when, and what may be done. */
export function MemberLine(props: {
  member: Member;
  clinic: Clinic | undefined;
  isOwn: boolean;
  actions: ReactNode;
}) {
  const { member, clinic, isOwn, actions } = props;
  const { name, account, role, sites, since, until } = member;
  const text = useText(staffText);
  const { language } = useLanguage();
  const zone = useZone(clinic?.id);
  const when = useWhen(zone);
  const day = (instant: string) => {
    const at = parseAt(instant);
    return at === undefined ? "" : when.fullDay(dayText(dayOf(at, zone)));
  };
  const nameOfSite = (site: string) => clinic?.sites.find(({ id }) => id === site)?.name[language] ?? site;
  return (
    <li className={classes.member} data-gone={until === null ? undefined : true}>
      <p className={classes.role}>
        <RoleIcon role={role} size={18} />
        {shortWords[language].roles[role]}
      </p>
      <div className={classes.who}>
        <p className={classes.name}>
          {name ?? text.nameless}
          {isOwn ? <span className={classes.you}>{text.you}</span> : undefined}
        </p>
        <p className={classes.about}>
          <span>
            {sites === null ? text.everySite : sites.map(nameOfSite).join(language === "ja" ? "、" : ", ")}
          </span>
          <span>{until === null ? text.since(day(since)) : text.until(day(since), day(until))}</span>
          {name === null ? <span>{account}</span> : undefined}
        </p>
      </div>
      {actions === undefined ? undefined : <div className={classes.actions}>{actions}</div>}
    </li>
  );
}
