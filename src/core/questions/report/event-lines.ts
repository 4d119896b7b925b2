/** What a report of an adverse event says of the event; nothing where no symptom or graded result is on record. */
import type { Day } from "../../calendar.ts";
import { ask, pass } from "../../finding.ts";
import type { Knowledge } from "../../knowledge/schema.ts";
import { isMoodAlarm, thinksOfSelfHarm } from "../../mood.ts";
import type { Record } from "../../record.ts";
import { step } from "../../steps.ts";
import { type Asked, remark } from "../question.ts";
import { takingOf } from "../taking.ts";

interface Told {
  readonly serious?: boolean;
  readonly outcome?: string;
}

function symptomsOf(record: Record, knowledge: Knowledge) {
  return record
    .of("symptom-reported")
    .flatMap(({ body, happened }) => body.symptoms.map((symptom) => ({ symptom, reportedDay: happened.day })))
    .filter(({ symptom }) => knowledge.symptoms[symptom]?.urgency !== "expected");
}

function moodAlarms(record: Record) {
  return record.of("mood-screened").filter(({ body }) => isMoodAlarm(body));
}

/** Every event to report, by the day it became known. */
export function eventsOf(record: Record, knowledge: Knowledge) {
  return [
    ...symptomsOf(record, knowledge).map(({ symptom, reportedDay }) => ({ day: reportedDay, symptom })),
    ...moodAlarms(record).map(({ happened }) => ({ day: happened.day, symptom: undefined })),
  ];
}

export function eventLines(record: Record, { serious, outcome }: Told, { day, knowledge }: Asked) {
  const reported = symptomsOf(record, knowledge);
  const mood = moodAlarms(record);
  if (reported.length === 0 && mood.length === 0) return [];
  return [
    ...reported.map((event) =>
      remark("counts", pass("symptom", event, knowledge.symptoms[event.symptom]?.cites ?? []), {
        kind: "symptom",
        id: event.symptom,
      }),
    ),
    ...mood.map(({ body, happened }) =>
      remark(
        "counts",
        pass(
          "mood",
          {
            screenedDay: happened.day,
            selfHarm: thinksOfSelfHarm(body),
          },
          [],
        ),
      ),
    ),
    ...record
      .of("symptom-assessed")
      .map(({ body, happened }) =>
        remark(
          "counts",
          pass(
            "assessed",
            { symptom: body.symptom, conclusion: body.conclusion, assessedDay: happened.day },
            [],
          ),
        ),
      ),
    remark("counts", whatBecame(record, day)),
    remark(
      "counts",
      serious === undefined ? ask("seriousness-missing", {}, [], []) : pass("seriousness", { serious }, []),
    ),
    remark(
      "counts",
      outcome === undefined || outcome === "unknown"
        ? ask("outcome-missing", {}, [], [])
        : pass("outcome", { outcome }, []),
    ),
    ...results(record),
  ];
}

/** What was done with the medicine, as far as the record knows it. */
function whatBecame(record: Record, day: Day) {
  const { heldDay } = record;
  if (heldDay !== undefined) return pass("held", { heldDay }, []);
  const taking = takingOf(record);
  switch (taking.is) {
    case "taking":
      return pass("continued", {}, []);
    case "stopped": {
      const ended = record.last("course-ended")?.happened.day;
      return pass("ended", { endedDay: ended ?? taking.lastCapsuleDay }, []);
    }
    case "unknown":
    case "never-treated":
      return ask("what-became-missing", {}, [], [step("patient", "record-last-capsule", {}, day)]);
  }
}

/** The latest value of each analyte, for whoever reads the report. */
function results(record: Record) {
  return [...record.labs.entries()].flatMap(([analyte, values]) => {
    const latest = values.at(-1);
    if (latest === undefined) return [];
    const { value, unit, upperLimit } = latest.body;
    return [
      remark(
        "know",
        pass("result", { analyte, value, unit, upperLimit, takenDay: latest.happened.day }, []),
        {
          kind: "analyte",
          id: analyte,
        },
      ),
    ];
  });
}
