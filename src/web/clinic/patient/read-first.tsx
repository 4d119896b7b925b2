import { useEntries } from "../../api/use-entries.ts";
import { useZone } from "../../shell/place.tsx";
import { useLanguage, useText } from "../../text/language.tsx";
import { useWhen } from "../../text/use-when.ts";
import type { StepForm } from "../forms/for-step.ts";
import { formText } from "../forms/text.ts";
import { useThisPatient } from "./on-patient.tsx";
import classes from "./read-first.module.css";

/** What has to be read before it can be said to have been read: the newest results. */
export function ReadFirst({ of: { form } }: { of: StepForm }) {
  const text = useText(formText);
  const { language } = useLanguage();
  const { patient, clinic } = useThisPatient();
  const when = useWhen(useZone(clinic));
  const isReview = form.command === "review-results";
  const entries = useEntries(patient, isReview);
  if (!isReview || entries === undefined) return undefined;
  const seen = new Set<unknown>();
  const newest = entries.filter(({ type, body, withdrawn }) => {
    if (!["lab-resulted", "result-unread"].includes(type) || withdrawn || seen.has(body["analyte"])) {
      return false;
    }
    seen.add(body["analyte"]);
    return true;
  });
  return (
    <div className={classes.results}>
      <h4 className={classes.heading}>{text.results}</h4>
      <ul>
        {newest.map((line) => (
          <li key={line.id} className={classes.result} data-outside={isOutside(line.body) || undefined}>
            <span>{line.title[language]}</span>
            <span className={classes.range}>{rangeOf(line.body)}</span>
            <span className={classes.day}>{when.day(line.happened.day)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

type Body = Readonly<Record<string, unknown>>;

function rangeOf({ lowerLimit, upperLimit }: Body): string {
  if (typeof lowerLimit !== "number" && typeof upperLimit !== "number") return "";
  return `${typeof lowerLimit === "number" ? lowerLimit : ""}–${typeof upperLimit === "number" ? upperLimit : ""}`;
}

function isOutside({ value, lowerLimit, upperLimit }: Body): boolean {
  if (typeof value !== "number") return true;
  return (
    (typeof upperLimit === "number" && value > upperLimit) ||
    (typeof lowerLimit === "number" && value < lowerLimit)
  );
}
