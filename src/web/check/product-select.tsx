import { NativeSelect } from "@mantine/core";
import type { Product } from "../../core/knowledge/schema.ts";
import { knowledge } from "../knowledge.ts";
import { useSpeech } from "../text/speech.tsx";

const markets = ["JP", "US", "EU", "CA"] as const;

/** The products known, the clinic's own first. */
export function ProductSelect(props: {
  id: string;
  value: string | undefined;
  clinic: string | undefined;
  onChange: (product: Product) => void;
}) {
  const { id, value, clinic, onChange } = props;
  const { text, of } = useSpeech();
  const own = clinic === undefined ? [] : (knowledge.clinics[clinic]?.products ?? []);
  const item = (product: Product) => ({ value: product.id, label: of(product.name) });
  const products = Object.values(knowledge.products);
  const groups = [
    { group: text.supply.ofClinic, items: products.filter((one) => own.includes(one.id)).map(item) },
    ...markets.map((market) => ({
      group: text.supply.market[market],
      items: products.filter((one) => one.market === market && !own.includes(one.id)).map(item),
    })),
  ].filter(({ items }) => items.length > 0);
  const named = value !== undefined && knowledge.products[value] !== undefined;
  return (
    <NativeSelect
      id={id}
      value={named ? value : ""}
      onChange={(event) => {
        const product = knowledge.products[event.currentTarget.value];
        if (product !== undefined) onChange(product);
      }}
    >
      {named ? undefined : <option value="">{text.supply.noProduct}</option>}
      {groups.map(({ group, items }) => (
        <optgroup key={group} label={group}>
          {items.map((one) => (
            <option key={one.value} value={one.value}>
              {one.label}
            </option>
          ))}
        </optgroup>
      ))}
    </NativeSelect>
  );
}

/** The capsule as it was where the product has it; else the largest that makes the daily dose in whole capsules. */
export function strengthFor(
  strengthsMg: readonly number[],
  dailyMg: number | undefined,
  now: number | undefined,
): number | undefined {
  if (now !== undefined && strengthsMg.includes(now)) return now;
  const fitting = strengthsMg.filter((mg) => dailyMg === undefined || dailyMg % mg === 0);
  return fitting.at(-1) ?? strengthsMg[0];
}
