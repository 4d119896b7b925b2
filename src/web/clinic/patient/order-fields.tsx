import { NativeSelect, TextInput } from "@mantine/core";
import type { PatientView } from "../../../app/views/shapes.ts";
import type { Product } from "../../../core/knowledge/schema.ts";
import { useKnowledge } from "../../api/use-knowledge.ts";
import { usePlace } from "../../shell/place.tsx";
import { useLanguage, useText } from "../../text/language.tsx";
import { numberOf } from "../forms/number-of.ts";
import { type Order, strengthFor } from "./order.ts";
import classes from "./order-fields.module.css";
import { orderText } from "./order-text.ts";

const mostDoses = 4;

/** Product, capsule, dose, doses and days. */
export function OrderFields(props: { order: Order; view: PatientView; onChange: (order: Order) => void }) {
  const { order, view, onChange } = props;
  const text = useText(orderText);
  const { language } = useLanguage();
  const { clinics } = usePlace();
  const knowledge = useKnowledge();
  const own = clinics.find(({ id }) => id === view.clinic)?.products ?? [];
  const products = [...new Set([...own, ...(order.product === "" ? [] : [order.product])])].flatMap(
    (id): Product[] => {
      const product = knowledge?.products[id];
      return product === undefined ? [] : [product];
    },
  );
  const product = products.find(({ id }) => id === order.product);
  const dailyMg = numberOf(order.dailyMg);
  const { weightKg } = view.course;
  const perKg =
    dailyMg === undefined || weightKg === null ? undefined : Math.round((dailyMg / weightKg) * 100) / 100;
  const set = (part: Partial<Order>) => onChange({ ...order, ...part });
  return (
    <div className={classes.fields}>
      <NativeSelect
        className={classes.product ?? ""}
        label={text.product}
        value={product === undefined ? "" : order.product}
        onChange={({ currentTarget: { value } }) => {
          const chosen = products.find(({ id }) => id === value);
          set({
            product: value,
            capsuleMg: chosen === undefined ? "" : strengthFor(chosen, dailyMg, order.capsuleMg),
          });
        }}
        data={[
          { value: "", label: text.choose },
          ...products.map(({ id, name }) => ({ value: id, label: name[language] })),
        ]}
      />
      <NativeSelect
        label={text.strength}
        value={order.capsuleMg}
        onChange={({ currentTarget }) => set({ capsuleMg: currentTarget.value })}
        data={[
          { value: "", label: text.choose },
          ...(product?.strengthsMg ?? (order.capsuleMg === "" ? [] : [Number(order.capsuleMg)])).map(
            (mg) => ({ value: String(mg), label: `${mg} mg` }),
          ),
        ]}
      />
      <TextInput
        label={text.daily}
        description={perKg === undefined ? undefined : text.perKg(String(perKg))}
        inputWrapperOrder={["label", "input", "description", "error"]}
        inputMode="decimal"
        autoComplete="off"
        rightSection={<span className={classes.unit}>mg</span>}
        rightSectionPointerEvents="none"
        value={order.dailyMg}
        onChange={({ currentTarget }) => set({ dailyMg: currentTarget.value })}
      />
      <NativeSelect
        label={text.doses}
        value={order.dosesPerDay}
        onChange={({ currentTarget }) => set({ dosesPerDay: currentTarget.value })}
        data={[
          { value: "", label: text.choose },
          ...Array.from({ length: mostDoses }, (_, at) => String(at + 1)),
        ]}
      />
      <TextInput
        label={text.days}
        inputMode="numeric"
        autoComplete="off"
        value={order.days}
        onChange={({ currentTarget }) => set({ days: currentTarget.value })}
      />
    </div>
  );
}
