import { currentUntil, isCurrent, nextCurrentDay } from "../case.ts";
import { ask, pass, stop } from "../finding.ts";
import { rule } from "../rule.ts";
import { draft, step } from "../steps.ts";

/** Each stop symptom of the label acts alone; before every further supply they are asked about. */
export const noStopSymptomIsOpen = rule("no-stop-symptom-is-open", ["pass", "ask", "stop"], (c) => {
  const { stopSymptomsStop, symptomsEverySupply } = c.values;
  const open = [...c.record.openSymptoms.keys()];
  const stopping = open.filter((id) => c.knowledge.symptoms[id]?.stops === true);
  if (stopping.length > 0) {
    const cites = [...new Set(stopping.flatMap((id) => c.knowledge.symptoms[id]?.cites ?? []))];
    return stop(
      "open",
      { symptoms: stopping },
      cites.length > 0 ? cites : stopSymptomsStop.cites,
      stopping.map((symptom) =>
        step("prescriber", "assess-symptom", { symptom }, c.day, {
          entries: [draft("symptom-assessed", { symptom, conclusion: "may-continue" }, "prescriber", c.day)],
        }),
      ),
      { floor: true },
    );
  }
  const unknown = open.filter((id) => c.knowledge.symptoms[id] === undefined);
  if (unknown.length > 0) {
    return ask(
      "unknown-symptom",
      { symptomTexts: unknown },
      stopSymptomsStop.cites,
      unknown.map((symptom) =>
        step("prescriber", "assess-symptom", { symptom }, c.day, {
          entries: [draft("symptom-assessed", { symptom, conclusion: "may-continue" }, "prescriber", c.day)],
        }),
      ),
    );
  }
  const asked = c.record.of("symptom-reported").findLast(({ happened }) => happened.day <= c.day);
  if (
    !c.firstSupply &&
    symptomsEverySupply.value === true &&
    (asked === undefined || !isCurrent(c, asked.happened.day))
  ) {
    const day = nextCurrentDay(c);
    return ask("not-asked", {}, symptomsEverySupply.cites, [
      step("nurse", "ask-symptoms", {}, day, {
        entries: [draft("symptom-reported", { symptoms: [] }, "nurse", day)],
      }),
    ]);
  }
  const until = asked === undefined || c.firstSupply ? undefined : currentUntil(c, asked.happened.day);
  return pass("none-open", {}, stopSymptomsStop.cites, until);
});
