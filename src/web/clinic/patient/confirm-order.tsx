import { Button } from "@mantine/core";
import type { PatientView } from "../../../app/views/shapes.ts";
import { useSending } from "../../api/sending.ts";
import type { Decided } from "../../api/shapes.ts";
import { useKnowledge } from "../../api/use-knowledge.ts";
import { Dialog } from "../../kit/dialog.tsx";
import { VerdictMark } from "../../kit/verdict-mark.tsx";
import { useLanguage, useText } from "../../text/language.tsx";
import { useWhen } from "../../text/use-when.ts";
import { sayDay } from "../../text/when.ts";
import { NotSent } from "../forms/not-sent.tsx";
import { give } from "../forms/spec.ts";
import classes from "./confirm-order.module.css";
import type { Supply } from "./order.ts";
import { orderText } from "./order-text.ts";
import { saySupply } from "./say-supply.ts";

/** Once more, plainly, what is about to be authorised, for whom and until when. */
export function ConfirmOrder(props: {
  view: PatientView;
  supply: Supply;
  decided: Decided;
  zone: string;
  onClose: () => void;
}) {
  const { view, supply, decided, zone, onClose } = props;
  const text = useText(orderText);
  const { language } = useLanguage();
  const when = useWhen(zone);
  const knowledge = useKnowledge();
  const sending = useSending(view.patient, view.version);
  const { closesAt, findings } = decided.decision;
  const closing = closesAt === null ? undefined : when.closing(closesAt);
  const notes = findings.filter(
    ({ verdict, overridden }) => verdict === "advise" || overridden !== undefined,
  );
  const authorise = async () => {
    try {
      await sending.send([give("authorise-supply", supply)]);
      onClose();
    } catch {
      // What went wrong stands in the dialog.
    }
  };
  return (
    <Dialog heading={text.confirm} onClose={onClose}>
      <dl className={classes.facts}>
        <div>
          <dt>{text.patient}</dt>
          <dd>
            {view.name} <span className={classes.born}>{sayDay(language, view.birthDate)}</span>
          </dd>
        </div>
        <div>
          <dt>{text.product}</dt>
          <dd>{knowledge?.products[supply.product]?.name[language] ?? supply.product}</dd>
        </div>
        <div>
          <dt>{text.supply}</dt>
          <dd>{saySupply(language, supply)}</dd>
        </div>
        <div>
          <dt>{text.handOut}</dt>
          <dd>{closing === undefined ? text.noWindow : text.until(closing.absolute)}</dd>
        </div>
      </dl>
      {notes.length === 0 ? undefined : (
        <div className={classes.notes}>
          <h3>{text.notes}</h3>
          <ul>
            {notes.map((finding) => (
              <li key={finding.rule}>
                <VerdictMark verdict="advise" size={17} />
                <span>{finding.text[language]}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      <p className={classes.afterwards}>{text.afterwards}</p>
      <NotSent cause={sending.cause} meanwhile={sending.meanwhile} when={when} />
      <div className={classes.buttons}>
        <Button size="md" loading={sending.isSending} onClick={() => void authorise()}>
          {text.confirmYes}
        </Button>
        <Button size="md" variant="default" onClick={onClose}>
          {text.cancel}
        </Button>
      </div>
    </Dialog>
  );
}
