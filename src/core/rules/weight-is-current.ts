import { currentUntil, isCurrent } from "../case.ts";
import { citesOf } from "../cites.ts";
import { ask, pass } from "../finding.ts";
import { rule } from "../rule.ts";
import { isPlausibleWeight, measureWeight } from "../weight.ts";

/** A believable weight measured for this supply. A nonsense value counts as missing, and is named. */
export const weightIsCurrent = rule("weight-is-current", ["pass", "ask"], (c) => {
  const cites = citesOf(c.values.factsSincePreviousSupply, c.values.leastWeightKg);
  const wayOut = () => [measureWeight(c)];
  const measured = c.record.of("weight-measured");
  const latest = measured.findLast(({ body }) => isPlausibleWeight(c, body.kg));
  if (latest !== undefined && isCurrent(c, latest.happened.day)) {
    const measuredDay = latest.happened.day;
    return pass("measured", { weightKg: latest.body.kg, measuredDay }, cites, currentUntil(c, measuredDay));
  }
  const nonsense =
    measured.findLast(({ body }) => !isPlausibleWeight(c, body.kg))?.body ?? undatedWeight(c.record.undated);
  if (nonsense !== undefined && !isPlausibleWeight(c, nonsense.kg)) {
    return ask("implausible", { written: nonsense.written ?? `${nonsense.kg} kg` }, cites, wayOut());
  }
  if (latest !== undefined) return ask("not-current", { measuredDay: latest.happened.day }, cites, wayOut());
  if (nonsense !== undefined)
    return ask("undated", { written: nonsense.written ?? `${nonsense.kg} kg` }, cites, wayOut());
  return ask("none", {}, cites, wayOut());
});

function undatedWeight(undated: readonly { type: string; body: unknown }[]) {
  const body = undated.findLast((fact) => fact.type === "weight-measured")?.body;
  if (typeof body !== "object" || body === null || !("kg" in body) || typeof body.kg !== "number")
    return undefined;
  const written = "written" in body && typeof body.written === "string" ? body.written : undefined;
  return { kg: body.kg, written };
}
