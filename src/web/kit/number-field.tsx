import { NumberInput } from "@mantine/core";

/** A number with its unit. An emptied field is `null`: not known. */
export function NumberField(props: {
  id: string;
  value: number | null;
  onChange: (value: number | null) => void;
  unit?: string;
  step?: number;
  least?: number;
  most?: number;
  decimals?: number;
  placeholder?: string;
}) {
  const { id, value, onChange, unit, step = 1, least = 0, most = 100_000, decimals = 2, placeholder } = props;
  return (
    <NumberInput
      id={id}
      size="sm"
      value={value ?? ""}
      onChange={(next) => onChange(typeof next === "number" ? next : next === "" ? null : value)}
      min={least}
      max={most}
      step={step}
      decimalScale={decimals}
      allowNegative={false}
      clampBehavior="none"
      inputMode="decimal"
      {...(unit === undefined ? {} : { suffix: ` ${unit}` })}
      {...(placeholder === undefined ? {} : { placeholder })}
    />
  );
}
