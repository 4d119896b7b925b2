import type { Body } from "../../core/entry.ts";
import type { Analyte } from "../../core/knowledge/schema.ts";
import { refuse } from "../../core/refusal.ts";
import { inUnitOf } from "../../fhir/import/laboratory.ts";
import { recording, staff, whyUnknown } from "./recording.ts";

/** A laboratory value. One in a unit that nobody can read, or that no body has, is sent back. */
export const recordLabResult = recording({
  name: "record-lab-result",
  writes: "lab-resulted",
  roles: staff,
  subject: ({ analyte }) => analyte,
  become: (body, { context }) => asRead(body, context.knowledge.analytes[body.analyte]),
  check: ({ analyte: id, value: written, unit }, { context: { knowledge } }) => {
    const unknown = whyUnknown("analyte", id, knowledge.analytes);
    const analyte = knowledge.analytes[id];
    if (unknown !== undefined || analyte === undefined) return unknown;
    const value = inUnitOf(analyte, { value: written, unit });
    if (value === undefined) {
      return refuse("unreadable-unit", { analyte: id, unit, readable: unitsOf(analyte) });
    }
    const { least, most } = analyte.plausible;
    return value < least || value > most
      ? refuse("implausible-value", { field: "value", value, least, most, unit: analyte.unit })
      : undefined;
  },
});

type Result = Body<"lab-resulted">;

/** As it was written where the rules read its unit; else, with its range, in the analyte's own. */
function asRead(body: Result, analyte: Analyte | undefined): Result {
  if (analyte === undefined || unitsOf(analyte).includes(body.unit)) return body;
  const read = (value: number) => inUnitOf(analyte, { value, unit: body.unit });
  const value = read(body.value);
  if (value === undefined) return body;
  const { upperLimit, lowerLimit, ...rest } = body;
  const upper = upperLimit === undefined ? undefined : read(upperLimit);
  const lower = lowerLimit === undefined ? undefined : read(lowerLimit);
  return {
    ...rest,
    value,
    unit: analyte.unit,
    ...(upper === undefined ? {} : { upperLimit: upper }),
    ...(lower === undefined ? {} : { lowerLimit: lower }),
  };
}

/** Units that the rules read without converting. */
function unitsOf(analyte: Analyte): string[] {
  return [analyte.unit, ...analyte.factors.map(({ from }) => from)];
}
