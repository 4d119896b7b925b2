/** Beside the headline: what to ask for today, what goes on, whom to call, and what is said elsewhere. */
import { citesOf } from "../../cites.ts";
import { advise, ask } from "../../finding.ts";
import { step } from "../../steps.ts";
import { type Asked, remark } from "../question.ts";
import type { Told } from "./headline.ts";

/** Answers after which nothing has to be done today. */
const calm: ReadonlySet<string> = new Set(["cannot-become-pregnant", "months-are-over"]);

/** @param reason the headline's */
export function whatToDo(told: Told, reason: string, asked: Asked) {
  const nothing = calm.has(reason);
  if (reason === "months-are-over-day-unknown" || reason === "months-are-over-unless-again")
    return [remark("know", advise("tell-if-not-so", {}, ["decision-lapse"]))];
  return [
    ...(nothing ? [remark("know", advise("tell-if-not-so", {}, ["decision-lapse"]))] : []),
    ...(nothing ? [] : today(told, reason, asked)),
  ];
}

function today(told: Told, reason: string, asked: Asked) {
  const { values, knowledge, country } = asked;
  const positive = told.what.includes("positive-test");
  const settled = reason === "plan-recorded";
  return [
    ...(settled ? [] : [remark("do", advise("clinic-number", {}, ["decision-helplines"]))]),
    ...(settled ? [] : planNeeded(told, positive, asked)),
    ...(positive || settled ? [] : emergencyContraception(told)),
    ...(positive ? afterPositiveTest(asked) : []),
    ...(positive
      ? []
      : [
          remark(
            "do",
            advise(
              "protect-again",
              {
                methods: values.contraceptionMethodsTogether.value ?? 1,
                monthsAfter: values.contraceptionMonthsAfter.value ?? 1,
              },
              citesOf(values.contraceptionMethodsTogether, values.contraceptionMonthsAfter),
            ),
          ),
        ]),
    ...(told.what.includes("pill-forgotten")
      ? [
          remark(
            "know",
            advise("pill-leaflet", { pillsForgotten: told.pillsForgotten }, [
              "decision-contraception-trouble",
            ]),
          ),
        ]
      : []),
    remark("know", advise("no-blame", {}, ["decision-contraception-trouble"])),
    ...Object.values(knowledge.helplines)
      .filter(({ where, kind }) => where === country && kind !== "ambulance")
      .map(({ id, number, cites }) =>
        remark("know", advise("helpline", { number }, cites), { kind: "helpline", id }),
      ),
    ...(told.phase === "after"
      ? [remark("not-applied", advise("two-weeks-elsewhere", { judged: "wrong" }, ["page-001"]))]
      : []),
  ];
}

/** Whose turn it is: retest and restart have no number, so a prescriber records them. */
function planNeeded(told: Told, positive: boolean, { day }: Asked) {
  if (positive) return [];
  const cites = ["decision-lapse"];
  return told.what.includes("late-period")
    ? [
        remark(
          "counts",
          ask("plan-after-late-period", {}, cites, [step("prescriber", "plan-after-late-period", {}, day)]),
        ),
      ]
    : [
        remark(
          "counts",
          ask("plan-after-lapse", {}, cites, [step("prescriber", "plan-after-lapse", {}, day)]),
        ),
      ];
}

function emergencyContraception(told: Told) {
  const cites = ["decision-contraception-trouble"];
  if (told.emergencyContraceptionTaken === true)
    return [remark("do", advise("emergency-contraception-taken", {}, cites))];
  // A late period alone is looked into first.
  return told.what.every((what) => what === "late-period")
    ? []
    : [remark("do", advise("emergency-contraception", {}, cites))];
}

/** A specialist, a report, and no hurry to decide. */
function afterPositiveTest({ values, knowledge, country }: Asked) {
  const bodies = Object.values(knowledge.authorities).filter(
    ({ where, takes }) => where === country && takes.includes("pregnancy-exposure"),
  );
  return [
    remark(
      "do",
      advise("see-specialist", {}, [...new Set(["label-us-boxed", ...values.pregnancyStops.cites])]),
    ),
    ...bodies.map(({ id, how, cites }) =>
      remark("do", advise("report-to", { how }, cites), { kind: "authority", id }),
    ),
    remark("know", advise("nothing-to-decide-tonight", {}, ["decision-contraception-trouble"])),
  ];
}
