/** Laboratory results: graded, held against the clinic's policy, what to rule out first, and when blood is due. */
import type { Day } from "../../calendar.ts";
import { advise, ask, type GradedResult, pass, stop } from "../../finding.ts";
import type { Record } from "../../record.ts";
import { laboratoryPolicy } from "../../result-verdict.ts";
import { type Asked, answered, question, type Remark, remark, worstOf } from "../question.ts";
import { readyResult, resultColumns } from "./given-result.ts";
import { lookingAt, recordBaseline, recordedResults, seriesOf, unreadRemarks } from "./of-record.ts";
import { note, ruledOut } from "./rule-out.ts";
import { type Graded, gradedAsGiven, notReadyRemark, resultRemark, toJudge } from "./said.ts";
import { dueRemarks, scheduleIds, scheduleRemarks } from "./schedule.ts";

export const labs = question({
  id: "labs",
  example: { results: [{ analyte: "alt", value: 95, unit: "U/L", upperLimit: 40 }] },
  record: "helps",
  fields: {
    results: { kind: "rows", columns: resultColumns },
    exercisedHard: { kind: "yes-no" },
    darkUrine: { kind: "yes-no" },
    muscleWeakness: { kind: "yes-no" },
    firstDay: { kind: "day" },
    schedule: { kind: "choice", of: scheduleIds },
  },
  known(record) {
    const { firstDoseDay } = record;
    return { ...(firstDoseDay === undefined ? {} : { firstDay: firstDoseDay }), ...openSigns(record) };
  },
  answer({ results: rows = [], firstDay, schedule, ...more }, asked) {
    // A sign on record stays until a prescriber has assessed it, whatever is said now.
    const told = { ...more, ...(asked.record === undefined ? {} : openSigns(asked.record)) };
    const looking = lookingAt(asked);
    const read = rows.map((row) => ({
      row,
      ready: readyResult(row, asked.knowledge, asked.day, recordBaseline(looking)),
    }));
    const given = read.flatMap(({ ready }) => ("is" in ready ? [] : [gradedAsGiven(ready)]));
    const sampled = newestDays(given);
    const recorded = looking === undefined ? [] : recordedResults(looking, sampled);
    const all = [...recorded, ...given].toSorted((a, b) => a.day - b.day);
    const judged = all.map((one) => ({ one, remark: resultRemark(asked, one) }));
    const results = [
      ...judged.map((one) => one.remark),
      ...read.flatMap(({ row, ready }) => ("is" in ready ? [notReadyRemark(asked, row, ready)] : [])),
    ];
    const remarks = [
      ...results,
      ...ruledOut(asked, told, all),
      ...(looking === undefined ? [] : unreadRemarks(asked, looking)),
      ...(looking === undefined ? [] : dueRemarks(asked, looking, new Set(sampled.keys()))),
      ...knownOf(asked, results, all),
      ...scheduleRemarks(asked, schedule, { firstDay, sampled: newestDays(all) }),
      ...(rows.length > 0 || schedule !== undefined ? studies(asked, newestDays(all)) : []),
    ];
    return answered(headlineOf(judged, results, remarks), remarks, {
      series: seriesOf(asked, looking, given),
    });
  },
});

/** Signs of damaged muscle that the record holds open. */
function openSigns({ openSymptoms }: Record): { darkUrine?: true; muscleWeakness?: true } {
  return {
    ...(openSymptoms.has("dark-urine") ? { darkUrine: true } : {}),
    ...(openSymptoms.has("muscle-weakness") ? { muscleWeakness: true } : {}),
  };
}

function newestDays(all: readonly Graded[]): Map<string, Day> {
  const newest = new Map<string, Day>();
  for (const { analyte, day } of all) {
    const before = newest.get(analyte.id);
    if (before === undefined || day > before) newest.set(analyte.id, day);
  }
  return newest;
}

interface Judged {
  readonly one: Graded;
  readonly remark: Remark;
}

function headlineOf(judged: readonly Judged[], results: readonly Remark[], remarks: readonly Remark[]) {
  const verdict = worstOf(remarks);
  const onlySchedule = remarks.every(
    (one) => one.section !== "counts" || one.reason === "less-than-in-force",
  );
  if (results.length === 0 && onlySchedule) return ask("nothing-given", {}, [], []);
  const cites = [
    ...new Set(
      remarks
        .filter((one) => one.section === "counts" && one.verdict === verdict)
        .flatMap((one) => one.cites),
    ),
  ];
  // The values that make it so, by name and number; what else counts stands below.
  const worst = judged.filter((one) => one.remark.verdict === verdict);
  const facts = { results: worst.map(({ one }) => gradedFact(one)) };
  switch (verdict) {
    case "pass":
      return pass("acceptable", {}, cites);
    case "advise":
      return advise("watched", facts, cites);
    case "stop":
      return stop("stops", facts, cites, []);
    case "ask":
    case "wait": {
      const counting = remarks.filter((one) => one.section === "counts" && one.verdict === "ask");
      return ask("asks", { ...facts, isMoreOpen: counting.length > worst.length }, cites, []);
    }
  }
}

function gradedFact({ analyte, measured, grade }: Graded): GradedResult {
  return { analyte: analyte.id, value: measured.value, unit: analyte.unit, grade };
}

/** How it was graded, that no source has a day for a repeat, and what waits for a signature. */
function knownOf(asked: Asked, results: readonly Remark[], all: readonly Graded[]) {
  const version = note(asked, "version");
  const repeat = note(asked, "repeat");
  const draft = note(asked, "draft-policy");
  const open = results.filter(({ verdict }) => verdict === "ask" || verdict === "stop");
  const analytes = [...new Set(open.flatMap(({ about }) => about?.id ?? []))];
  const signed = asked.record !== undefined && laboratoryPolicy(asked.record) !== undefined;
  return [
    ...(all.some(({ analyte }) => analyte.grades !== undefined)
      ? [remark("know", advise("noted", { says: version.says }, version.cites))]
      : []),
    ...(analytes.length > 0
      ? [remark("do", ask("repeat", { says: repeat.says }, repeat.cites, [toJudge(asked, analytes)]))]
      : []),
    ...(open.length > 0 && !signed
      ? [remark("not-applied", advise("noted", { says: draft.says }, draft.cites))]
      : []),
  ];
}

/** Studies beside the schedules, which bring their own; the one on CK where CK was measured. */
function studies({ knowledge }: Asked, measured: ReadonlyMap<string, Day>) {
  return Object.values(knowledge.studies)
    .filter(
      ({ id, about }) =>
        about.includes("laboratory") &&
        knowledge.labSchedules[id] === undefined &&
        (id !== "landau-ck" || measured.has("ck")),
    )
    .map(({ id, found, definition, caveat, people, cites }) =>
      remark("evidence", advise("study", { found, definition, caveat, people }, cites), {
        kind: "study",
        id,
      }),
    );
}
