import { ActionIcon, Button } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { useRef } from "react";
import type { RowsField } from "../../../core/questions/fields.ts";
import { useText } from "../../text/language.tsx";
import type { FieldText } from "../field-text.ts";
import { type Given, rowsOf, withValue } from "../given.ts";
import { questionsText } from "../text.ts";
import { Control } from "./control.tsx";
import classes from "./rows.module.css";

/** A table that grows: a row each for a result, a region, a drug. One empty row stands ready. */
export function RowsControl(props: {
  field: RowsField;
  words: FieldText;
  value: unknown;
  /** By the place within the field: `0.unit`; what is wrong with the whole under "". */
  errors: ReadonlyMap<string, string>;
  onChange: (value: unknown) => void;
}) {
  const { field, words, value, errors, onChange } = props;
  const text = useText(questionsText);
  const group = useRef<HTMLFieldSetElement>(null);
  const given = rowsOf(value);
  const rows: readonly Given[] = given.length === 0 ? [{}] : given;
  const whole = errors.get("");
  return (
    <fieldset ref={group} className={classes.group} tabIndex={-1}>
      <legend className={classes.legend}>{words.label}</legend>
      {words.hint === undefined ? undefined : <p className={classes.hint}>{words.hint}</p>}
      <div className={classes.rows} data-rows>
        {rows.map((row, index) => (
          // A row is known by its place alone.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={index} className={classes.row} role="group" aria-label={text.row(index + 1)}>
            {Object.entries(field.columns).map(([name, column]) => (
              <Control
                key={name}
                field={column}
                words={words.columns?.[name] ?? { label: name }}
                value={row[name]}
                error={errors.get(`${index}.${name}`)}
                note={undefined}
                isInRow
                onChange={(next) =>
                  onChange(rows.map((one, at) => (at === index ? withValue(one, name, next) : one)))
                }
              />
            ))}
            {rows.length === 1 && Object.keys(row).length === 0 ? undefined : (
              <ActionIcon
                className={classes.remove ?? ""}
                variant="subtle"
                color="gray"
                size={44}
                aria-label={text.remove(text.row(index + 1))}
                onClick={() => {
                  onChange(rows.filter((_, at) => at !== index));
                  group.current?.focus();
                }}
              >
                <IconX size={18} aria-hidden />
              </ActionIcon>
            )}
          </div>
        ))}
        <Button
          className={classes.add ?? ""}
          variant="light"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => onChange([...rows, {}])}
        >
          {text.add}
        </Button>
      </div>
      {whole === undefined ? undefined : <p className={classes.error}>{whole}</p>}
    </fieldset>
  );
}
