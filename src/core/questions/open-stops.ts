/** What a record leaves open that has stopped treatment: until it is closed no answer tells anybody to take a capsule. */
import type { Day } from "../calendar.ts";
import { categoryOf } from "../category.ts";
import { lapsesOf } from "../coverage.ts";
import { answers, isAnswered, type Written } from "../happened.ts";
import { isMoodAlarm } from "../mood.ts";
import type { Record } from "../record.ts";
import { laboratoryPolicy, verdictOn } from "../result-verdict.ts";
import { gradeOf, resultsNow } from "../results.ts";
import type { Asked } from "./question.ts";
import { combinationsOf } from "./triage/weigh.ts";

/** Kinds of things that stop, as they are named in sentences. */
export type OpenStop = "held" | "pregnancy" | "lapse" | "late-period" | "symptom" | "mood" | "result";

interface Open {
  readonly what: OpenStop;
  readonly day: Day;
}

/** Everything that is open, the latest last. */
export function openStops(record: Record, asked: Asked): readonly Open[] {
  const { values, knowledge } = asked;
  const possible = categoryOf(record, values.postMenopausalAgeYears.value).is !== "cannot";
  const open = (what: OpenStop, rule: string, signs: readonly Written[]): readonly Open[] =>
    signs
      .filter((sign) => !isSettled(record, rule, sign))
      .map(({ happened }) => ({ what, day: happened.day }));
  const positive = record.tests
    .filter(({ result }) => result === "positive")
    .map(({ known, recordedAt }): Written => ({ happened: known, recordedAt }));
  const pregnant = [...record.of("pregnancy-reported"), ...positive].filter(
    (sign) => !record.of("pregnancy-ended").some((ended) => answers(ended, sign)),
  );
  const periods = record.of("menses-recorded");
  const came = periods.filter(({ body }) => body.status === "started");
  const late = periods.filter(
    (period) => period.body.status === "late" && !came.some((one) => answers(one, period)),
  );
  const felt = [...record.openSymptoms.keys()];
  const together = combinationsOf(felt, knowledge).filter(({ combination }) => combination.stops);
  const symptoms = [...record.openSymptoms].filter(
    ([id]) => knowledge.symptoms[id]?.stops !== false || together.some((one) => one.symptoms.includes(id)),
  );
  return [
    ...(record.heldDay === undefined ? [] : [{ what: "held" as const, day: record.heldDay }]),
    ...open("pregnancy", "patient-is-not-pregnant", pregnant),
    ...(possible ? open("lapse", "no-contraception-lapse-is-open", lapsesOf(record)) : []),
    ...(possible ? open("late-period", "no-late-period-is-open", late) : []),
    ...symptoms.map(([, { day }]): Open => ({ what: "symptom", day })),
    ...openMood(record),
    ...stoppingResults(record, asked),
  ].toSorted((a, b) => a.day - b.day);
}

/** Whether a prescriber has recorded that treatment may go on in spite of it. */
function isSettled(record: Record, rule: string, sign: Written): boolean {
  const words = record.of("judgement-recorded").filter(({ body }) => body.rule === rule);
  return isAnswered(sign, words, ({ body }) => body.conclusion === "may-continue");
}

/** Thoughts of self-harm or a new change of mood that no prescriber has answered, or answered by stopping. */
function openMood(record: Record): readonly Open[] {
  const assessments = record.of("mood-assessed");
  const goesOn = ({ body }: (typeof assessments)[number]) => body.conclusion === "may-continue";
  const alarms = record
    .of("mood-screened")
    .filter((one) => isMoodAlarm(one.body) && !isAnswered(one, assessments, goesOn));
  const last = assessments.at(-1);
  const ended = last === undefined || goesOn(last) ? [] : [last];
  return [...alarms, ...ended].map(({ happened }) => ({ what: "mood", day: happened.day }));
}

/** Results that stop by their grade or by the clinic's signed policy. */
function stoppingResults(record: Record, asked: Asked): readonly Open[] {
  const looking = { record, knowledge: asked.knowledge, values: asked.values, day: asked.day };
  const policy = laboratoryPolicy(record);
  return resultsNow(looking)
    .filter(({ analyte, result }) => {
      const grade = gradeOf(looking, analyte, result);
      return verdictOn(analyte, result.body.value, grade, asked.values, policy).verdict === "stop";
    })
    .map(({ result }) => ({ what: "result", day: result.happened.day }));
}
