import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { dayText, parseDay } from "../../../core/calendar.ts";
import type { AuditFilter } from "../../api/accesses.ts";
import { DayField } from "../../kit/day-field.tsx";
import { Field } from "../../kit/field.tsx";
import { useText } from "../../text/language.tsx";
import classes from "./filters.module.css";
import { auditText } from "./text.ts";

/** By patient, by person, by days. */
export function Filters(props: {
  filter: AuditFilter;
  onChange: (change: AuditFilter | "clear") => void;
  people: ReadonlyMap<string, string>;
}) {
  const { filter, onChange, people } = props;
  const text = useText(auditText);
  const isAsked = Object.values(filter).some((value) => value !== undefined);
  const { account } = filter;
  const known =
    account === undefined || people.has(account) ? people : new Map([...people, [account, account]]);
  const dayOr = (value: string | undefined) => (value === undefined ? null : (parseDay(value) ?? null));
  return (
    <search className={`${classes.filters} screen-only`} aria-label={text.find}>
      {/* Another patient from elsewhere on the page: the field shows it. */}
      <PatientField key={filter.patient ?? ""} patient={filter.patient} onChange={onChange} />
      <Field label={text.account} className={classes.field ?? ""}>
        {(id) => (
          <select
            id={id}
            className={classes.select}
            value={account ?? ""}
            onChange={({ currentTarget: { value } }) =>
              onChange({ account: value === "" ? undefined : value })
            }
          >
            <option value="">{text.everybody}</option>
            {[...known].map(([one, name]) => (
              <option key={one} value={one}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      {(["from", "to"] as const).map((end) => (
        <Field key={end} label={text[end]} className={classes.day ?? ""}>
          {(id) => (
            <DayField
              id={id}
              clearable
              value={dayOr(filter[end])}
              onChange={(day) => onChange({ [end]: day === null ? undefined : dayText(day) })}
            />
          )}
        </Field>
      ))}
      {isAsked ? (
        <Button className={classes.clear ?? ""} variant="subtle" onClick={() => onChange("clear")}>
          {text.clear}
        </Button>
      ) : undefined}
    </search>
  );
}

function PatientField(props: { patient: string | undefined; onChange: (change: AuditFilter) => void }) {
  const { patient, onChange } = props;
  const text = useText(auditText);
  const [typed, setTyped] = useState(patient ?? "");
  const read = typed.replaceAll(/[\s-]/g, "").normalize("NFKC").toUpperCase();
  const isWrong = read !== "" && !/^[0-9A-Z]{8}$/.test(read);
  const ask = () => {
    if (!isWrong && read !== (patient ?? "")) onChange({ patient: read === "" ? undefined : read });
  };
  return (
    <Field label={text.patient} className={classes.field ?? ""}>
      {(id) => (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            ask();
          }}
        >
          <TextInput
            id={id}
            value={typed}
            autoComplete="off"
            spellCheck={false}
            maxLength={12}
            error={isWrong && read.length > 8 ? text.wrongPatient : undefined}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
            onBlur={ask}
          />
        </form>
      )}
    </Field>
  );
}
