import { NativeSelect, Switch } from "@mantine/core";
import { day as dayOfText } from "../../core/calendar.ts";
import type { SupplyQuestion } from "../../core/question.ts";
import { Card } from "../kit/card.tsx";
import { Field } from "../kit/field.tsx";
import { NumberField } from "../kit/number-field.tsx";
import { knowledge } from "../knowledge.ts";
import { useSpeech } from "../text/speech.tsx";
import type { Checked } from "./answer-of.ts";
import { DayControl } from "./day-control.tsx";
import { ProductSelect, strengthFor } from "./product-select.tsx";
import type { CheckAction, CheckState } from "./state.ts";
import classes from "./supply-card.module.css";

interface Props {
  readonly state: CheckState;
  readonly dispatch: (action: CheckAction) => void;
  readonly checked: Checked;
}

/** What is asked: under which protocol, on which day, which supply. */
export function SupplyCard(props: Props) {
  const { state, dispatch, checked } = props;
  const { text } = useSpeech();
  return (
    <Card id="supply" heading={text.supply.heading}>
      <div className={classes.fields}>
        <UnderSelect state={state} dispatch={dispatch} />
        <DayControl state={state} onDay={(on) => dispatch({ do: "on", on })} />
        <Confirmations state={state} dispatch={dispatch} protocol={checked.setting.protocol} />
        <OrderSelect state={state} dispatch={dispatch} />
        <Proposal {...props} />
      </div>
    </Card>
  );
}

function UnderSelect({ state, dispatch }: Pick<Props, "state" | "dispatch">) {
  const { text, of } = useSpeech();
  const clinics = Object.values(knowledge.clinics);
  const protocols = Object.values(knowledge.protocols).filter(({ usable }) => usable);
  return (
    <Field label={text.supply.under}>
      {(id) => (
        <NativeSelect
          id={id}
          value={state.under}
          onChange={(event) => dispatch({ do: "under", under: event.currentTarget.value })}
          data={[
            {
              group: text.supply.clinics,
              items: clinics.map((one) => ({ value: one.id, label: of(one.title) })),
            },
            {
              group: text.supply.protocols,
              items: protocols.map((one) => ({ value: one.id, label: of(one.title) })),
            },
          ]}
        />
      )}
    </Field>
  );
}

/** One switch for each edition nobody has confirmed, once it has begun. */
function Confirmations(props: Pick<Props, "state" | "dispatch"> & { protocol: string }) {
  const { state, dispatch, protocol } = props;
  const { text, say } = useSpeech();
  const open = knowledge.protocols[protocol]?.editions.filter(
    ({ confirmed, since }) => !confirmed && dayOfText(since) <= state.on,
  );
  return open?.map(({ since }) => (
    <div key={since} className={classes.confirm}>
      <Switch
        label={text.supply.confirm(say.day(dayOfText(since)))}
        aria-describedby={`confirm-${since}`}
        checked={state.confirmed.includes(since)}
        onChange={(event) =>
          dispatch({ do: "confirm", edition: since, confirmed: event.currentTarget.checked })
        }
      />
      <p id={`confirm-${since}`}>{text.supply.confirmMore}</p>
    </div>
  ));
}

function OrderSelect({ state, dispatch }: Pick<Props, "state" | "dispatch">) {
  const { text } = useSpeech();
  const { orders } = state.patient;
  if (orders.length < 2) return undefined;
  return (
    <Field label={text.supply.order}>
      {(id) => (
        <NativeSelect
          id={id}
          value={String(state.order)}
          onChange={(event) => dispatch({ do: "order", order: Number(event.currentTarget.value) })}
          data={orders.map(({ order }, index) => ({
            value: String(index),
            label: order ?? String(index + 1),
          }))}
        />
      )}
    </Field>
  );
}

function Proposal({ state, dispatch, checked }: Props) {
  const { text, say } = useSpeech();
  const { question } = checked;
  const kg = state.facts.weightKg ?? checked.recorded.weightKg;
  const change = (supply: Partial<SupplyQuestion>) => dispatch({ do: "supply", change: supply });
  const undo = (...keys: (keyof SupplyQuestion)[]) =>
    keys.some((key) => state.supply[key] !== undefined)
      ? () => dispatch({ do: "undo-supply", keys })
      : undefined;
  const strengths =
    question.product === undefined ? undefined : knowledge.products[question.product]?.strengthsMg;
  const capsules = [
    ...new Set([
      ...(strengths ?? [10, 20, 30, 40]),
      ...(question.capsuleMg === undefined ? [] : [question.capsuleMg]),
    ]),
  ];
  const perKg =
    kg === null || question.dailyMg === undefined
      ? undefined
      : say.number(Math.round((question.dailyMg / kg) * 100) / 100);
  return (
    <>
      <Field label={text.supply.product} onUndo={undo("product")}>
        {(id) => (
          <ProductSelect
            id={id}
            value={question.product}
            clinic={checked.setting.clinic}
            onChange={(product) => {
              const mg = strengthFor(product.strengthsMg, question.dailyMg, question.capsuleMg);
              change({ product: product.id, ...(mg === undefined ? {} : { capsuleMg: mg }) });
            }}
          />
        )}
      </Field>
      <div className={classes.grid}>
        <Field
          className={classes.half ?? ""}
          label={text.supply.dailyMg}
          onUndo={undo("dailyMg")}
          hint={perKg === undefined ? undefined : text.supply.perKg(perKg)}
        >
          {(id) => (
            <NumberField
              id={id}
              value={question.dailyMg ?? null}
              unit="mg"
              step={question.capsuleMg ?? 10}
              least={1}
              most={400}
              placeholder={text.supply.notStated}
              onChange={(mg) => (mg === null || mg <= 0 ? undefined : change({ dailyMg: mg }))}
            />
          )}
        </Field>
        <Field className={classes.half ?? ""} label={text.supply.days} onUndo={undo("days")}>
          {(id) => (
            <NumberField
              id={id}
              value={question.days ?? null}
              least={1}
              most={365}
              decimals={0}
              placeholder={text.supply.notStated}
              onChange={(days) => (days === null || days < 1 ? undefined : change({ days }))}
            />
          )}
        </Field>
        <Field label={text.supply.capsule} onUndo={undo("capsuleMg")}>
          {(id) => (
            <NativeSelect
              id={id}
              value={String(question.capsuleMg ?? "")}
              onChange={(event) => change({ capsuleMg: Number(event.currentTarget.value) })}
              data={[
                ...(question.capsuleMg === undefined ? [{ value: "", label: text.supply.notStated }] : []),
                ...capsules.toSorted((a, b) => a - b).map((mg) => ({ value: String(mg), label: `${mg} mg` })),
              ]}
            />
          )}
        </Field>
        <Field label={text.supply.dosesPerDay} onUndo={undo("dosesPerDay")}>
          {(id) => (
            <NativeSelect
              id={id}
              value={String(question.dosesPerDay ?? "")}
              onChange={(event) => change({ dosesPerDay: Number(event.currentTarget.value) })}
              data={[
                ...(question.dosesPerDay === undefined ? [{ value: "", label: text.supply.notStated }] : []),
                ...[1, 2, 3].map((doses) => ({ value: String(doses), label: String(doses) })),
              ]}
            />
          )}
        </Field>
        <Field label={text.supply.refills} onUndo={undo("refills")}>
          {(id) => (
            <NativeSelect
              id={id}
              value={String(question.refills)}
              onChange={(event) => change({ refills: Number(event.currentTarget.value) })}
              data={[...new Set([0, 1, 2, 3, question.refills])].map(String)}
            />
          )}
        </Field>
      </div>
    </>
  );
}
