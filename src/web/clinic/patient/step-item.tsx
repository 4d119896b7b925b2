import { Button } from "@mantine/core";
import { IconArrowRight, IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import { useId } from "react";
import { Link } from "react-router";
import type { DecisionJson } from "../../../app/decision-json.ts";
import type { PatientView } from "../../../app/views/shapes.ts";
import type { Done } from "../../api/shapes.ts";
import { useEntries } from "../../api/use-entries.ts";
import { useRole } from "../../shell/role.tsx";
import { useLanguage, useText } from "../../text/language.tsx";
import { needsRecord, type Offer, offerFor, type StepJson } from "../forms/for-step.ts";
import { OneOf } from "./one-of.tsx";
import classes from "./step-item.module.css";
import { patientText } from "./text.ts";

/** One step: what, from when, and the way to get it done. */
export function StepItem(props: {
  step: StepJson;
  view: PatientView;
  decision: DecisionJson;
  isOpen: boolean;
  takesFocus: boolean;
  onOpen: (open: boolean) => void;
  onDone: (done: readonly Done[]) => void;
}) {
  const { step, view, decision, isOpen, takesFocus, onOpen, onDone } = props;
  const text = useText(patientText);
  const { language } = useLanguage();
  const role = useRole();
  const id = useId();
  const entries = useEntries(view.patient, isOpen || needsRecord(step));
  const offer = offerFor(step, { view, decision, entries });
  const forms = offer.is === "forms" ? offer.forms.filter(({ form }) => form.by.includes(role)) : [];
  return (
    <li className={classes.step} data-open={(isOpen && forms.length > 0) || undefined}>
      <div className={classes.line}>
        <p id={`${id}-says`} className={classes.says}>
          {step.text[language]}
        </p>
        {forms.length > 0 ? (
          <Button
            variant={step.who === role ? "light" : "subtle"}
            size="compact-md"
            className={classes.toggle ?? ""}
            rightSection={
              isOpen ? <IconChevronUp size={16} aria-hidden /> : <IconChevronDown size={16} aria-hidden />
            }
            aria-expanded={isOpen}
            aria-describedby={`${id}-says`}
            onClick={() => onOpen(!isOpen)}
          >
            {text.fill}
          </Button>
        ) : (
          <Elsewhere offer={offer} view={view} />
        )}
      </div>
      {isOpen && forms.length > 0 ? (
        <div className={classes.form}>
          <OneOf forms={forms} takesFocus={takesFocus} slot={step.action} onDone={onDone} />
        </div>
      ) : undefined}
    </li>
  );
}

/** What the order has to say, in one line: it is all said in one place. */
export function OrderSteps({ steps }: { steps: readonly StepJson[] }) {
  const { language } = useLanguage();
  if (steps.length === 0) return undefined;
  return (
    <li className={classes.step}>
      <div className={classes.line}>
        <p className={classes.says}>
          {steps.map((step) => step.text[language]).join(language === "ja" ? "" : " ")}
        </p>
      </div>
    </li>
  );
}

/** A step that is settled at another place, or that somebody else has to take. */
function Elsewhere({ offer, view }: { offer: Offer; view: PatientView }) {
  const text = useText(patientText);
  const role = useRole();
  const open = view.authorisations.find(({ state }) => state === "open");
  if (offer.is !== "dispensing" || open === undefined) return undefined;
  return (
    <Button
      component={Link}
      to={`/dispense?number=${open.number}`}
      variant={role === "pharmacist" ? "light" : "subtle"}
      size="compact-md"
      className={classes.toggle ?? ""}
      rightSection={<IconArrowRight size={16} aria-hidden />}
    >
      {text.toDispense}
    </Button>
  );
}
