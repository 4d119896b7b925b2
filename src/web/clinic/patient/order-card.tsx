import { Button } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useEffect, useMemo, useState } from "react";
import type { PatientView } from "../../../app/views/shapes.ts";
import { useIsLost } from "../../api/connection.ts";
import { useSupplyDecision } from "../../api/queries.ts";
import type { Decided } from "../../api/shapes.ts";
import { Card } from "../../kit/card.tsx";
import { VerdictMark } from "../../kit/verdict-mark.tsx";
import { useLanguage, useText } from "../../text/language.tsx";
import { verdictWords } from "../../text/terms.ts";
import { useWhen } from "../../text/use-when.ts";
import { isOrderStep } from "../forms/for-step.ts";
import { ConfirmOrder } from "./confirm-order.tsx";
import { type Order, orderAtFirst, proposalOf, supplyOf } from "./order.ts";
import classes from "./order-card.module.css";
import { OrderFields } from "./order-fields.tsx";
import { orderText } from "./order-text.ts";
import { saySupply } from "./say-supply.ts";

const typingMs = 250;

/** What the prescriber would prescribe next, decided while it is written. */
export function OrderCard(props: {
  view: PatientView;
  zone: string;
  /** Told what the order comes to, so that steps and reasons are those of this very order. */
  onDecided: (decided: Decided | undefined) => void;
}) {
  const { view, zone, onDecided } = props;
  const text = useText(orderText);
  const { language } = useLanguage();
  const isLost = useIsLost();
  const [order, setOrder] = useState<Order>(() => orderAtFirst(view.proposal));
  const [confirming, setConfirming] = useState(false);
  const proposal = useMemo(() => proposalOf(order), [order]);
  const [asked] = useDebouncedValue(proposal, typingMs);
  const decided = useSupplyDecision(view.patient, asked);
  const supply = supplyOf(order);
  const settled = asked === proposal && !decided.isFetching && decided.data !== undefined;
  const passes = settled && decided.data?.decision.verdict === "pass";
  useEffect(() => {
    onDecided(decided.data);
  }, [decided.data, onDecided]);
  return (
    <Card id="order" heading={text.order} className={`${classes.order} screen-only`}>
      <OrderFields order={order} view={view} onChange={setOrder} />
      {supply === undefined ? (
        <p className={classes.hint}>{text.incomplete}</p>
      ) : (
        <p className={classes.summary}>{saySupply(language, supply)}</p>
      )}
      <div role="status" className={classes.decision}>
        {decided.data === undefined ? undefined : (
          <Outcome decided={decided.data} zone={zone} complete={supply !== undefined} />
        )}
      </div>
      <Button
        size="md"
        className={classes.authorise ?? ""}
        disabled={!passes || supply === undefined || isLost}
        onClick={() => setConfirming(true)}
      >
        {text.authorise}
      </Button>
      {confirming && supply !== undefined && decided.data !== undefined ? (
        <ConfirmOrder
          view={view}
          supply={supply}
          decided={decided.data}
          zone={zone}
          onClose={() => setConfirming(false)}
        />
      ) : undefined}
    </Card>
  );
}

/** The verdict on the order, and what it lacks. */
function Outcome({ decided, zone, complete }: { decided: Decided; zone: string; complete: boolean }) {
  const text = useText(orderText);
  const { language } = useLanguage();
  const when = useWhen(zone);
  const { verdict, findings, closesAt } = decided.decision;
  const closing = closesAt === null ? undefined : when.closing(closesAt);
  if (verdict === "pass") {
    return (
      <p className={classes.outcome} data-verdict="pass">
        <VerdictMark verdict="pass" size={24} />
        {closing === undefined ? text.fits : text.fitsUntil(closing.absolute)}
      </p>
    );
  }
  if (!complete) return undefined;
  const against = findings.filter(
    ({ verdict: one, overridden }) => one !== "pass" && one !== "advise" && overridden === undefined,
  );
  // What stops, and what the order itself could put right; the rest stands among the steps and reasons.
  const shown = against.filter(
    ({ verdict: one, wayOut }) => one === "stop" || (wayOut !== "never" && wayOut.some(isOrderStep)),
  );
  const others = against.length - shown.length;
  return (
    <>
      <p className={classes.outcome} data-verdict={verdict}>
        <VerdictMark verdict={verdict} size={24} />
        {verdictWords(language, "supply")[verdict]}: {text.doesNotFit(against.length)}
      </p>
      <ul className={classes.against}>
        {shown.map((finding) => (
          <li key={finding.rule}>
            <VerdictMark verdict={finding.verdict} size={16} />
            <span>{finding.text[language]}</span>
          </li>
        ))}
        {others === 0 ? undefined : <li className={classes.others}>{text.others(others)}</li>}
      </ul>
    </>
  );
}
