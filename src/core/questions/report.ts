/**
 * A report to the body that gathers them: what the record says of a pregnancy exposure or an adverse event, what is
 * missing and who can supply it, and to whom it goes. It says what is on record and concludes nothing.
 */
import type { Day } from "../calendar.ts";
import { ask, pass } from "../finding.ts";
import type { Knowledge } from "../knowledge/schema.ts";
import type { Record } from "../record.ts";
import { type Asked, answered, question, remark, worstOf } from "./question.ts";
import { eventLines, eventsOf } from "./report/event-lines.ts";
import { pregnancyKnownDay, pregnancyLines } from "./report/pregnancy-lines.ts";
import { treatmentLines } from "./report/treatment-lines.ts";

export const reportKinds = ["pregnancy-exposure", "adverse-event"] as const;
export type ReportKind = (typeof reportKinds)[number];

/** How an event went on, as reports are asked for it. */
export const reportOutcomes = [
  "recovered",
  "recovered-with-sequelae",
  "recovering",
  "not-recovered",
  "fatal",
  "unknown",
] as const;
export type ReportOutcome = (typeof reportOutcomes)[number];

export const report = question({
  id: "report",
  record: "needed",
  fields: {
    kind: { kind: "choice", of: reportKinds, required: true, argument: true },
    /** Of an adverse event: as the reporter judges it. */
    serious: { kind: "yes-no" },
    outcome: { kind: "choice", of: reportOutcomes },
  },
  example: { kind: "adverse-event", serious: false, outcome: "recovering" },
  answer(input, asked) {
    const { record } = asked;
    const { kind } = input;
    if (record === undefined) return answered(ask("no-record", { kind }, [], []), []);
    const own =
      kind === "pregnancy-exposure" ? pregnancyLines(record, asked) : eventLines(record, input, asked);
    if (own.length === 0) return answered(ask("nothing-on-record", { kind }, [], []), toWhom(kind, asked));
    const knownDay = knownDayOf(record, kind, asked.knowledge) ?? asked.day;
    const remarks = [...own, ...treatmentLines(record, asked, knownDay), ...toWhom(kind, asked)];
    const open = remarks.filter(({ section, verdict }) => section === "counts" && verdict === "ask").length;
    const headline =
      worstOf(remarks) === "ask"
        ? ask("facts-missing", { kind, open }, [], [])
        : pass("complete", { kind }, []);
    return answered(headline, remarks);
  },
});

/** What is reported: the day it became known, and which symptom it was, where it was one. */
export function reportedEvents(
  record: Record,
  kind: ReportKind,
  knowledge: Knowledge,
): readonly { readonly day: Day; readonly symptom: string | undefined }[] {
  if (kind === "adverse-event") return eventsOf(record, knowledge);
  const day = pregnancyKnownDay(record);
  return day === undefined ? [] : [{ day, symptom: undefined }];
}

/** The day on which the newest of what is reported became known. */
export function knownDayOf(record: Record, kind: ReportKind, knowledge: Knowledge): Day | undefined {
  return reportedEvents(record, kind, knowledge)
    .map(({ day }) => day)
    .reduce<Day | undefined>((a, b) => (a === undefined || b > a ? b : a), undefined);
}

/** The bodies of the country that take such a report. */
function toWhom(kind: ReportKind, { knowledge, country }: Asked) {
  return Object.values(knowledge.authorities)
    .filter(({ where, takes }) => where === country && takes.includes(kind))
    .map(({ id, how, cites }) => remark("do", pass("report-to", { how }, cites), { kind: "authority", id }));
}
