/** What happened and what is planned, as lanes of bars and dots. */
import { type Day, plus, safetyMonths } from "../../core/calendar.ts";
import { coverageOf } from "../../core/coverage.ts";
import type { Bar, Dot, Lane, TimelineModel } from "../kit/timeline-model.ts";
import { knowledge } from "../knowledge.ts";
import type { Speech } from "../text/speech.tsx";
import type { Answer } from "./answer-of.ts";

const furthestBack = 120;
const furthestOn = 150;

export function timelineOf(
  { decision, record, values }: Answer,
  { text, say, words, of }: Speech,
  render: RenderStep,
): TimelineModel {
  const t = text.timeline;
  const { day: on } = decision;
  const { earliest, steps } = decision.plan;
  const planned = steps.filter((step) => step.on >= on);

  const contraception = (): Lane => {
    const coverage = coverageOf(record, knowledge.contraceptives, values);
    const months = values.contraceptionMonthsBefore.value;
    const lapses = [
      ...record.of("contraception-lapsed"),
      ...record.of("contraception-stated").filter(({ body }) => !body.usedWithoutGap),
    ];
    const bars: Bar[] = [];
    if (coverage.sinceDay !== undefined) {
      const from = coverage.sinceDay;
      bars.push({ kind: "cover", from, to: undefined, says: t.contraception });
      if (months !== null && record.firstDoseDay === undefined) {
        bars.push({ kind: "month", from, to: safetyMonths(from, months), says: t.month });
      }
    }
    return {
      id: "contraception",
      name: t.lanes.contraception,
      bars,
      dots: lapses.map(({ happened }): Dot => ({ kind: "alarm", day: happened.day, says: t.lapse })),
    };
  };

  const tests = (): Lane => {
    const bars: Bar[] = [];
    const windowDays = values.testWindowDays.value;
    const ageDays = values.testAgeAtPrescriptionDays.value;
    const lasts = [windowDays === null ? undefined : windowDays - 1, ageDays ?? undefined].filter(
      (n) => n !== undefined,
    );
    const latest = record.tests.at(-1);
    if (latest !== undefined && latest.result === "negative" && lasts.length > 0) {
      bars.push({
        kind: "window",
        from: latest.day,
        to: plus(latest.day, Math.min(...lasts)),
        says: t.window,
      });
    }
    const periodDays = values.secondTestWithinDaysOfPeriod.value;
    const period = record.of("menses-recorded").findLast(({ body }) => body.status === "started");
    if (periodDays !== null && period !== undefined && record.firstDoseDay === undefined) {
      const from = period.happened.day;
      bars.push({ kind: "period", from, to: plus(from, periodDays - 1), says: t.period });
    }
    return {
      id: "tests",
      name: t.lanes.tests,
      bars,
      dots: record.tests.map(
        ({ day, result }): Dot =>
          result === "negative"
            ? { kind: "good", day, says: t.negative }
            : result === "positive"
              ? { kind: "alarm", day, says: t.positive }
              : { kind: "open", day, says: t.unclear },
      ),
    };
  };

  const supplies = (): Lane => {
    const proposedFrom = decision.verdict === "pass" ? on : earliest;
    const days = decision.plan.question.days ?? decision.question.days;
    return {
      id: "supplies",
      name: t.lanes.supplies,
      bars: [
        ...record.supplies.map(
          (supply): Bar => ({
            kind: "supply",
            from: supply.day,
            to: plus(supply.day, Math.max(0, Math.round(supply.days ?? 30) - 1)),
            says: t.supply,
          }),
        ),
        ...(proposedFrom === undefined || days === undefined
          ? []
          : [
              {
                kind: "proposed" as const,
                from: proposedFrom,
                to: plus(proposedFrom, Math.round(days) - 1),
                says: t.proposed,
              },
            ]),
      ],
      dots: [],
    };
  };

  const events = (): Lane => {
    const bloods = new Set([...record.labs.values()].flat().map(({ happened }) => happened.day));
    const alarms: Dot[] = [
      ...record
        .of("mood-screened")
        .filter(
          ({ body }) =>
            body.selfHarmThoughts === true || body.newMoodSymptom === true || (body.phq9Item9 ?? 0) > 0,
        )
        .map(
          ({ happened, body }): Dot => ({
            kind: "alarm",
            day: happened.day,
            says: text.facts.moods[
              body.selfHarmThoughts === true || (body.phq9Item9 ?? 0) > 0 ? "self-harm" : "new-symptom"
            ],
          }),
        ),
      ...[...record.openSymptoms]
        .filter(([id]) => knowledge.symptoms[id]?.stops === true)
        .map(([id, { day }]): Dot => ({ kind: "alarm", day, says: say.name("symptom", id) })),
      ...record.of("pregnancy-reported").map(
        ({ happened }): Dot => ({
          kind: "alarm",
          day: happened.day,
          says: words.rules["patient-is-not-pregnant"].title,
        }),
      ),
    ];
    return {
      id: "events",
      name: t.lanes.events,
      bars: [],
      dots: [...[...bloods].map((day): Dot => ({ kind: "blood", day, says: t.bloods })), ...alarms],
    };
  };

  const plan: Lane = {
    id: "plan",
    name: t.lanes.plan,
    bars: [],
    dots: planned.map((step): Dot => ({ kind: "step", day: step.on, says: of(render(step)) })),
  };

  const lanes = [contraception(), tests(), supplies(), events(), plan].filter(
    ({ bars, dots }) => bars.length + dots.length > 0,
  );
  return {
    on,
    earliest: decision.verdict === "pass" ? undefined : earliest,
    lanes,
    ...span(on, lanes, earliest),
  };
}

type RenderStep = (step: Answer["decision"]["plan"]["steps"][number]) => {
  readonly en: string;
  readonly ja: string;
};

/** From the first thing drawn to the last, as far as a page can hold them. */
function span(on: Day, lanes: readonly Lane[], earliest: Day | undefined): { from: Day; to: Day } {
  const starts = lanes.flatMap(({ bars, dots }) => [
    ...bars.map(({ from }) => from),
    ...dots.map(({ day }) => day),
  ]);
  const ends = lanes.flatMap(({ bars, dots }) => [
    ...bars.map(({ from, to }) => to ?? from),
    ...dots.map(({ day }) => day),
  ]);
  const from = Math.max(Math.min(on, ...starts), on - furthestBack);
  const to = Math.min(Math.max(on + 7, earliest ?? on, ...ends), on + furthestOn);
  return { from: plus(from as Day, -4), to: plus(to as Day, 5) };
}
