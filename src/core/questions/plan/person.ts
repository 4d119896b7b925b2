/** What a plan has to know of the person and the product, and what it has presumed. */
import { birthday } from "../../calendar.ts";
import { advise, ask, pass, stop } from "../../finding.ts";
import { areInterchangeable } from "../../interchangeable.ts";
import { step } from "../../steps.ts";
import { remark } from "../question.ts";
import type { Made, Standing } from "./make.ts";
import { hundredth } from "./phases.ts";
import { weightOf } from "./so-far.ts";

export function personRemarks(standing: Standing, { isDosePresumed, plan }: Made) {
  const { asked, input, product, isProductPresumed, restUntilDay, startDay, soFar } = standing;
  const { day, values, record } = asked;
  const { minimumAgeYears } = values;
  const { age } = standing.limited;
  const least = minimumAgeYears.value;
  const earlier = record?.earlierCourse;
  return [
    ...(isProductPresumed
      ? [
          remark(
            "counts",
            ask("product-unknown", { product: product?.id ?? "" }, product?.cites ?? [], [
              step("prescriber", "choose-product", {}, day),
            ]),
          ),
        ]
      : []),
    ...(isDosePresumed
      ? [
          remark(
            "counts",
            ask(
              "dose-unknown",
              { dailyMg: plan.phases.at(-1)?.dailyMg },
              standing.asked.values.doseMinimumMgPerKg.cites,
              [step("prescriber", "state-dose", {}, day)],
            ),
          ),
        ]
      : []),
    ...(age === undefined
      ? [
          remark(
            "counts",
            ask("age-unknown", {}, minimumAgeYears.cites, [
              // Of nobody's record there is no date of birth to record.
              record === undefined
                ? step("patient", "state-age", {}, day)
                : step("nurse", "record-birth-date", {}, day),
            ]),
          ),
        ]
      : least !== null && age < least
        ? [remark("counts", tooYoung(standing, age, least))]
        : []),
    ...otherFormulation(standing),
    ...(earlier !== undefined && soFar === undefined && earlier.lastCapsuleDay === undefined
      ? [
          remark(
            "counts",
            ask("last-capsule-unknown", {}, values.rest.cites, [
              step("patient", "record-last-capsule", {}, day),
            ]),
          ),
        ]
      : []),
    ...(restUntilDay === undefined
      ? []
      : [remark("counts", advise("rest-first", { untilDay: restUntilDay, startDay }, values.rest.cites))]),
    ...(input.canBecomePregnant === undefined
      ? [remark("know", advise("category-unknown", {}, values.testEveryMonth.cites))]
      : []),
    ...(input.start === undefined && soFar === undefined
      ? [
          remark(
            "know",
            advise(
              "start-presumed",
              { startDay, waitsForContraception: startDay > day },
              values.contraceptionMonthsBefore.cites,
            ),
          ),
        ]
      : []),
    ...takenRemarks(standing),
    ...elsewhereRemarks(standing),
    ...(input.weightKg === undefined || soFar !== undefined
      ? []
      : [
          remark(
            "know",
            advise(
              "weight-held",
              { weightKg: input.weightKg, beginsHere: standing.elsewhere === undefined },
              ["decision-plan"],
            ),
          ),
        ]),
  ];
}

/** What was taken elsewhere counts towards dose and length, and for nothing that has to be on record. */
function elsewhereRemarks({ elsewhere, input: { weightKg } }: Standing) {
  if (elsewhere === undefined) return [];
  const { mg: takenMg, sinceDay } = elsewhere;
  const takenMgPerKg =
    weightKg === undefined || takenMg === undefined ? undefined : hundredth(takenMg / weightKg);
  const facts = { takenMg, takenMgPerKg, sinceDay };
  return [
    takenMg === undefined || sinceDay === undefined
      ? remark("counts", ask("taken-elsewhere-unclear", facts, ["decision-plan"], []))
      : remark("counts", advise("taken-elsewhere", facts, ["decision-plan"])),
  ];
}

/** Too young on the first day of the plan: it waits for the birthday, where somebody knows it. */
function tooYoung({ asked: { record, values, day } }: Standing, age: number, years: number) {
  const born = record?.birthDate;
  const untilDay = born === undefined ? undefined : birthday(born, years);
  const way =
    untilDay !== undefined
      ? [step("patient", "wait-for-birthday", { untilDay, years }, untilDay, { when: "only-then" })]
      : record === undefined
        ? []
        : [step("nurse", "record-birth-date", {}, day)];
  return stop("too-young", { age, years, untilDay }, values.minimumAgeYears.cites, way);
}

/** A course that goes on with capsules of another kind: neither dose nor sum carries over. */
function otherFormulation({ asked, product, isProductPresumed, soFar }: Standing) {
  const last = asked.record?.supplies.at(-1)?.product;
  const before = last === undefined ? undefined : asked.knowledge.products[last];
  if (before === undefined || product === undefined || isProductPresumed || soFar === undefined) return [];
  if (areInterchangeable(before, product)) return [];
  const facts = { from: before.id, to: product.id };
  const cites = [...new Set([...before.cites, ...product.cites])];
  return [remark("counts", advise("not-interchangeable", facts, cites))];
}

/** What has been taken already, and with which weight the rest is reckoned. */
function takenRemarks({ soFar, asked, input }: Standing) {
  if (soFar === undefined || soFar === "unknown") return [];
  const { record, day } = asked;
  const weight = record === undefined ? undefined : weightOf(record, asked);
  const { takenMg, takenMgPerKg, inHand, firstDay, inHandUnknownSince } = soFar;
  return [
    remark(
      "know",
      pass(
        "so-far",
        {
          firstDay,
          takenMg,
          takenMgPerKg: takenMgPerKg === undefined ? undefined : hundredth(takenMgPerKg),
          inHandDays: inHand?.days ?? 0,
          weightKg: input.weightKg,
          weighedDay: weight?.day,
        },
        [],
      ),
    ),
    ...(inHandUnknownSince === undefined
      ? []
      : [
          remark(
            "counts",
            ask(
              "in-hand-unknown",
              { sinceDay: inHandUnknownSince },
              [],
              [step("patient", "count-capsules-left", {}, day)],
            ),
          ),
        ]),
  ];
}
