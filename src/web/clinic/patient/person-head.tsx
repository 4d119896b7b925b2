import { Button } from "@mantine/core";
import { IconArrowLeft, IconHelpCircle, IconPhone, IconPrinter } from "@tabler/icons-react";
import { Link } from "react-router";
import type { PatientView } from "../../../app/views/shapes.ts";
import { questionsAnchor } from "../../questions/patient/anchor.ts";
import { questionsText } from "../../questions/text.ts";
import type { usePage } from "../../shell/page.ts";
import { usePlace } from "../../shell/place.tsx";
import { useIsOwn } from "../../shell/role.tsx";
import { shellText } from "../../shell/text.ts";
import { useLanguage, useText } from "../../text/language.tsx";
import { sayDay } from "../../text/when.ts";
import classes from "./person-head.module.css";
import { RecordElse } from "./record-else.tsx";
import { patientText } from "./text.ts";

/** Who it is. */
export function PersonHead({ view, heading }: { view: PatientView; heading: ReturnType<typeof usePage> }) {
  const text = useText(patientText);
  const shell = useText(shellText);
  const questions = useText(questionsText);
  const { language } = useLanguage();
  const isOwn = useIsOwn();
  const { clinics } = usePlace();
  const { name, kana, birthDate, ageYears, patient, phone, fictional, erased } = view;
  const clinic = clinics.find(({ id }) => id === view.clinic);
  const site = clinic?.sites.find(({ id }) => id === view.site);
  return (
    <div className={classes.head}>
      {isOwn ? undefined : (
        <Link className={`${classes.back} screen-only`} to="/">
          <IconArrowLeft size={17} stroke={2} aria-hidden />
          {text.back}
        </Link>
      )}
      <div className={classes.row}>
        <div className={classes.who}>
          <h1 {...heading} className={classes.name}>
            {name ?? (erased ? text.erased : shell.nameless)}
          </h1>
          {kana === null ? undefined : <span className={classes.kana}>{kana}</span>}
          {fictional ? <span className={classes.tag}>{shell.fictional}</span> : undefined}
        </div>
        <div className={`${classes.actions} screen-only`}>
          <RecordElse />
          <Button
            variant="default"
            leftSection={<IconPrinter size={17} aria-hidden />}
            onClick={() => print()}
            className={classes.print ?? ""}
          >
            {text.print}
          </Button>
        </div>
      </div>
      <ul className={classes.facts}>
        <li>{text.born(sayDay(language, birthDate), ageYears)}</li>
        <li>
          {text.number} <span className={classes.number}>{patient}</span>
        </li>
        {phone === null ? undefined : (
          <li>
            <a className={classes.phone} href={`tel:${phone}`} aria-label={text.call(phone)}>
              <IconPhone size={15} stroke={2} aria-hidden />
              {phone}
            </a>
          </li>
        )}
        {erased ? undefined : (
          <li className="screen-only">
            <a className={classes.phone} href={`#${questionsAnchor}`}>
              <IconHelpCircle size={15} stroke={2} aria-hidden />
              {questions.section}
            </a>
          </li>
        )}
        {clinic === undefined ? undefined : (
          <li>
            {clinic.title[language]}
            {site === undefined ? "" : ` · ${site.name[language]}`}
          </li>
        )}
      </ul>
    </div>
  );
}
