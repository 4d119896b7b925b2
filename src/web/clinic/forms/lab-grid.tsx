import { useEffect, useId } from "react";
import type { Analyte } from "../../../core/knowledge/schema.ts";
import { useEntries } from "../../api/use-entries.ts";
import { useKnowledge } from "../../api/use-knowledge.ts";
import { useLanguage, useText } from "../../text/language.tsx";
import { useThisPatient } from "../patient/on-patient.tsx";
import classes from "./lab-grid.module.css";
import type { LabRow, LabRows } from "./labs.ts";
import { formText } from "./text.ts";

/** Blood results of one sample, a row each: value, unit and the laboratory's own limits, as they were last time. */
export function LabGrid(props: {
  /** Those that are asked for; every one where left out. */
  analytes: readonly string[] | undefined;
  value: LabRows;
  error: string | undefined;
  onChange: (rows: LabRows) => void;
}) {
  const { analytes, value, error, onChange } = props;
  const text = useText(formText);
  const { language } = useLanguage();
  const knowledge = useKnowledge();
  const { patient } = useThisPatient();
  const entries = useEntries(patient);
  const id = useId();
  const known = knowledge === undefined ? [] : Object.values(knowledge.analytes);
  const asked = analytes === undefined ? known : known.filter((one) => analytes.includes(one.id));

  // Units and limits are those of the last result: a laboratory keeps its own.
  useEffect(() => {
    if (asked.length === 0 || entries === undefined || Object.keys(value).length > 0) return;
    onChange(Object.fromEntries(asked.map((one) => [one.id, emptyRow(one, entries)])));
  });

  const change = (analyte: Analyte, part: Partial<LabRow>) =>
    onChange({ ...value, [analyte.id]: { ...(value[analyte.id] ?? emptyRow(analyte, [])), ...part } });
  return (
    <div role="group" aria-label={text.labels["labs"]} aria-describedby={`${id}-more`}>
      <p id={`${id}-more`} className={classes.more}>
        {text.labsMore}
      </p>
      <table className={classes.grid}>
        <thead>
          <tr>
            <th scope="col">{text.labsTest}</th>
            <th scope="col">{text.labels["value"]}</th>
            <th scope="col">{text.labels["unit"]}</th>
            <th scope="col">{text.labsLower}</th>
            <th scope="col">{text.labsUpper}</th>
          </tr>
        </thead>
        <tbody>
          {asked.map((analyte) => {
            const row = value[analyte.id] ?? emptyRow(analyte, []);
            const name = analyte.name[language];
            const units = [...new Set([analyte.unit, ...analyte.factors.map(({ from }) => from)])];
            return (
              <tr key={analyte.id} data-filled={row.value !== "" || undefined}>
                <th scope="row">{name}</th>
                <td>
                  <input
                    aria-label={text.labValue(name)}
                    placeholder={text.labels["value"]}
                    inputMode="decimal"
                    autoComplete="off"
                    value={row.value}
                    onChange={({ currentTarget }) => change(analyte, { value: currentTarget.value })}
                  />
                </td>
                <td>
                  {units.length === 1 ? (
                    <span className={classes.unit}>{analyte.unit}</span>
                  ) : (
                    <select
                      aria-label={text.labUnit(name)}
                      value={row.unit}
                      onChange={({ currentTarget }) => change(analyte, { unit: currentTarget.value })}
                    >
                      {units.map((unit) => (
                        <option key={unit}>{unit}</option>
                      ))}
                    </select>
                  )}
                </td>
                <td>
                  <input
                    aria-label={text.labLower(name)}
                    placeholder={text.labsLower}
                    inputMode="decimal"
                    autoComplete="off"
                    value={row.lowerLimit}
                    onChange={({ currentTarget }) => change(analyte, { lowerLimit: currentTarget.value })}
                  />
                </td>
                <td>
                  <input
                    aria-label={text.labUpper(name)}
                    placeholder={text.labsUpper}
                    inputMode="decimal"
                    autoComplete="off"
                    value={row.upperLimit}
                    onChange={({ currentTarget }) => change(analyte, { upperLimit: currentTarget.value })}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {error === undefined ? undefined : <p className={classes.error}>{error}</p>}
    </div>
  );
}

type Lines = NonNullable<ReturnType<typeof useEntries>>;

function emptyRow(analyte: Analyte, entries: Lines): LabRow {
  const last = entries.find(
    ({ type, body, withdrawn }) => type === "lab-resulted" && !withdrawn && body["analyte"] === analyte.id,
  )?.body;
  const limit = (name: string) => (typeof last?.[name] === "number" ? String(last[name]) : "");
  return {
    value: "",
    unit: typeof last?.["unit"] === "string" ? last["unit"] : analyte.unit,
    upperLimit: limit("upperLimit"),
    lowerLimit: limit("lowerLimit"),
  };
}
