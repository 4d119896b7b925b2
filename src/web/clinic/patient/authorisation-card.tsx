import { Button } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { IconCheck, IconCopy, IconPrinter } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { Link } from "react-router";
import type { AuthorisationView, PatientView } from "../../../app/views/shapes.ts";
import { Card } from "../../kit/card.tsx";
import { Disclosure } from "../../kit/disclosure.tsx";
import { useRole } from "../../shell/role.tsx";
import { useLanguage, useText } from "../../text/language.tsx";
import { useWhen, type When } from "../../text/use-when.ts";
import classes from "./authorisation-card.module.css";
import { orderText } from "./order-text.ts";
import { saySupply } from "./say-supply.ts";
import { Slip, usePrintedSlip } from "./slip.tsx";
import { VoidDialog } from "./void-dialog.tsx";

/** The number that lets one supply be handed out; below it those that were given before. */
export function AuthorisationCard({ view, zone }: { view: PatientView; zone: string }) {
  const text = useText(orderText);
  const when = useWhen(zone);
  const open = view.authorisations.filter(({ state }) => state === "open");
  const earlier = view.authorisations.filter(({ state }) => state !== "open");
  // A number that was just given takes the focus: the form that gave it is gone.
  const [atFirst] = useState(() => view.authorisations.map(({ number }) => number));
  if (view.authorisations.length === 0) return undefined;
  return (
    <Card id="authorisation" heading={text.authorisation}>
      {open.map((one) => (
        <Open
          key={one.number}
          authorisation={one}
          view={view}
          when={when}
          isNew={!atFirst.includes(one.number)}
        />
      ))}
      {earlier.length === 0 ? undefined : (
        <Disclosure summary={text.earlier(earlier.length)} quiet={open.length === 0}>
          <ul className={classes.earlier}>
            {earlier.map((one) => (
              <Earlier key={one.number} authorisation={one} when={when} />
            ))}
          </ul>
        </Disclosure>
      )}
    </Card>
  );
}

function Open(props: { authorisation: AuthorisationView; view: PatientView; when: When; isNew: boolean }) {
  const { authorisation, view, when, isNew } = props;
  const shown = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (!isNew) return;
    shown.current?.scrollIntoView({ block: "center" });
    shown.current?.focus({ preventScroll: true });
  }, [isNew]);
  const text = useText(orderText);
  const { language } = useLanguage();
  const role = useRole();
  const clipboard = useClipboard({ timeout: 3000 });
  const [voiding, setVoiding] = useState(false);
  const { isPrinting, print } = usePrintedSlip();
  const { number, supply, dispenseBefore, authorisedAt, authorisedDay } = authorisation;
  const closing = dispenseBefore === null ? undefined : when.closing(dispenseBefore);
  return (
    <div className={classes.open} role="status">
      <p className={classes.label}>{text.number}</p>
      <p ref={shown} className={classes.number} tabIndex={-1}>
        {number}
      </p>
      <p className={classes.product}>{supply.productName[language]}</p>
      <p>{saySupply(language, supply)}</p>
      <p className={classes.until} data-urgency={closing?.urgency}>
        {text.handOut} <strong>{closing === undefined ? text.noWindow : text.until(closing.absolute)}</strong>
        {closing === undefined ? "" : ` (${closing.relative})`}
      </p>
      <p className={classes.more}>
        {text.authorisedOn(authorisedAt === null ? when.day(authorisedDay) : when.at(authorisedAt))}
      </p>
      <div className={`${classes.actions} screen-only`}>
        {role === "pharmacist" ? (
          <Button component={Link} to={`/dispense?number=${number}`}>
            {text.toDispense}
          </Button>
        ) : undefined}
        <Button
          variant="default"
          leftSection={
            clipboard.copied ? <IconCheck size={17} aria-hidden /> : <IconCopy size={17} aria-hidden />
          }
          onClick={() => clipboard.copy(number)}
        >
          {clipboard.copied ? text.copied : text.copy}
        </Button>
        <Button variant="default" leftSection={<IconPrinter size={17} aria-hidden />} onClick={print}>
          {text.slip}
        </Button>
        {role === "prescriber" ? (
          <Button variant="subtle" color="red" onClick={() => setVoiding(true)}>
            {text.void}
          </Button>
        ) : undefined}
      </div>
      {isPrinting ? <Slip authorisation={authorisation} view={view} when={when} /> : undefined}
      {voiding ? (
        <VoidDialog number={number} view={view} when={when} onClose={() => setVoiding(false)} />
      ) : undefined}
    </div>
  );
}

function Earlier({ authorisation, when }: { authorisation: AuthorisationView; when: When }) {
  const text = useText(orderText);
  const { language } = useLanguage();
  const { number, state, supply, authorisedDay, dispensed, voided } = authorisation;
  return (
    <li className={classes.one} data-state={state}>
      <span className={classes.small}>{number}</span>
      <span className={classes.state}>{text.states[state]}</span>
      <span className={classes.what}>
        {supply.productName[language]} · {saySupply(language, supply)}
      </span>
      <span className={classes.what}>
        {dispensed === null
          ? text.authorisedOn(when.day(authorisedDay))
          : [
              text.dispensedOn(when.day(dispensed.day)),
              dispensed.capsules === null || dispensed.capsules === supply.capsules
                ? undefined
                : text.capsulesOf(dispensed.capsules, supply.capsuleMg),
              dispensed.lot === null ? undefined : text.lot(dispensed.lot),
            ]
              .filter((part) => part !== undefined)
              .join(" · ")}
      </span>
      {voided === null ? undefined : (
        <span className={classes.why}>
          {text.voided(voided.because, voided.day === null ? undefined : when.day(voided.day))}
          {voided.rules.length === 0
            ? undefined
            : ` · ${text.fails(voided.rules.map(({ title }) => title[language]))}`}
        </span>
      )}
    </li>
  );
}
