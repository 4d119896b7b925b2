import type { ReactNode } from "react";
import type { PatientView } from "../../../app/views/shapes.ts";
import { dayOf, dayText, parseDay, plus } from "../../../core/calendar.ts";
import { Card } from "../../kit/card.tsx";
import { useText } from "../../text/language.tsx";
import { useWhen } from "../../text/use-when.ts";
import { CourseActions } from "./course-actions.tsx";
import classes from "./course-card.module.css";
import { CourseDrawing } from "./course-drawing.tsx";
import { patientText } from "./text.ts";

/** The course so far: its day, its dose, and how long the capsules last. */
export function CourseCard({ view, zone }: { view: PatientView; zone: string }) {
  const text = useText(patientText);
  const when = useWhen(zone);
  const { course, standing } = view;
  const today = dayOf(when.now, zone);
  const first = course.firstDay === null ? undefined : parseDay(course.firstDay);
  const over = standing.capsulesUntil === null ? undefined : parseDay(standing.capsulesUntil);
  const number = (value: number) => String(Math.round(value * 10) / 10);
  return (
    <Card id="course" heading={text.course}>
      {first === undefined ? (
        <p className={classes.none}>{text.courseNone}</p>
      ) : (
        <>
          <dl className={classes.numbers}>
            <Figure term={text.supplies(course.supplies)} more={text.dayMore(when.day(dayText(first)))}>
              {text.day(today - first + 1)}
            </Figure>
            <Figure
              term={text.dose}
              more={
                course.courseMg === null || course.weightKg === null
                  ? undefined
                  : text.doseMore(number(course.courseMg), number(course.weightKg))
              }
            >
              {course.mgPerKg === null ? text.doseUnknown : text.perKg(number(course.mgPerKg))}
            </Figure>
            <Figure term={text.capsules}>
              {over === undefined
                ? text.capsulesNone
                : over <= today
                  ? text.capsulesOver(when.day(dayText(over)))
                  : text.capsulesUntil(when.day(dayText(plus(over, -1))))}
            </Figure>
          </dl>
          <Dose view={view} />
          <CourseDrawing view={view} today={today} when={when} />
        </>
      )}
      <p className={classes.category}>
        {text.category}:{" "}
        <strong>
          {course.canBecomePregnant === null
            ? text.categoryUnknown
            : course.canBecomePregnant
              ? text.categoryYes
              : text.categoryNo}
        </strong>
      </p>
      <CourseActions view={view} />
    </Card>
  );
}

function Figure(props: { term: string; more?: string | undefined; children: ReactNode }) {
  const { term, more, children } = props;
  return (
    <div className={classes.figure}>
      <dt>{term}</dt>
      <dd className={classes.big}>{children}</dd>
      {more === undefined ? undefined : <dd className={classes.more}>{more}</dd>}
    </div>
  );
}

/** The dose beside the most that is of use, where the knowledge names one. */
function Dose({ view }: { view: PatientView }) {
  const text = useText(patientText);
  const finding = view.decision.findings.find(({ rule }) => rule === "cumulative-dose-is-useful");
  const most = finding?.facts["mostMgPerKg"];
  const { mgPerKg } = view.course;
  if (typeof most !== "number" || mgPerKg === null) return undefined;
  const share = Math.min(1, mgPerKg / most);
  return (
    <div className={classes.dose}>
      <svg className={classes.bar} viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden>
        <rect className={classes.ground} width="100" height="6" rx="0" />
        <rect className={classes.filled} width={100 * share} height="6" />
      </svg>
      <p className={classes.more}>{text.usual(String(most))}</p>
    </div>
  );
}
