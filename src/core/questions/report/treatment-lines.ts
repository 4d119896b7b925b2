/** What every report says of the treatment: medicine, dose, time, what else was taken and known. */
import { ageYears, type Day } from "../../calendar.ts";
import { ask, pass } from "../../finding.ts";
import type { Record } from "../../record.ts";
import { step } from "../../steps.ts";
import { type Asked, remark } from "../question.ts";

export function treatmentLines(record: Record, { day }: Asked) {
  return [...person(record, day), ...medicine(record, day), ...beside(record)];
}

function person(record: Record, day: Day) {
  const { birthDate } = record;
  const age =
    birthDate === undefined
      ? ask("age-missing", {}, [], [step("front-desk", "record-birth-date", {}, day)])
      : pass("age", { years: ageYears(birthDate, day) }, []);
  const kg = record.last("weight-measured");
  return [
    remark("counts", age),
    ...(kg === undefined
      ? []
      : [remark("counts", pass("weight", { kg: kg.body.kg, measuredDay: kg.happened.day }, []))]),
  ];
}

/** Days of the first and last capsule that are known; the last is never reckoned from what was handed out. */
export function treatedDays(record: Record): { firstDay: Day | undefined; lastDay: Day | undefined } {
  const begun = record.of("course-started").at(-1)?.happened.day;
  const handedOut = record.of("supply-dispensed");
  const first = record.firstDoseDay ?? begun ?? handedOut[0]?.happened.day;
  const last = record.last("last-capsule-recorded")?.happened.day;
  return {
    firstDay: first,
    lastDay: first !== undefined && last !== undefined && last >= first ? last : undefined,
  };
}

function medicine(record: Record, day: Day) {
  const out = record.of("supply-dispensed");
  const latest = out.at(-1);
  const { firstDay, lastDay } = treatedDays(record);
  if (latest === undefined) {
    return [
      remark("counts", ask("product-missing", {}, [], [step("pharmacist", "choose-product", {}, day)])),
    ];
  }
  const { product, capsuleMg, dailyMg, lot } = latest.body;
  return [
    remark(
      "counts",
      product === undefined
        ? ask("product-missing", {}, [], [step("pharmacist", "choose-product", {}, day)])
        : pass("product", { product, capsuleMg, lot, dispensedDay: latest.happened.day }, []),
      product === undefined ? undefined : { kind: "product", id: product },
    ),
    remark(
      "counts",
      dailyMg === undefined
        ? ask("dose-missing", {}, [], [step("prescriber", "state-dose", {}, day)])
        : pass("dose", { dailyMg, supplies: out.length, courseMg: record.courseMg }, []),
    ),
    remark(
      "counts",
      lastDay === undefined
        ? ask("last-capsule-missing", { firstDay }, [], [step("patient", "record-last-capsule", {}, day)])
        : pass("taken-between", { firstDay, lastDay }, []),
    ),
  ];
}

function beside(record: Record) {
  const names = (texts: readonly (string | undefined)[]) => texts.filter((text) => text !== undefined);
  const known = names(record.medicines.map(({ body }) => body.medicine));
  const others = names(
    record.medicines.map(({ body }) => (body.medicine === undefined ? body.text : undefined)),
  );
  const conditions = names(record.conditions.map(({ body }) => body.condition));
  const allergies = names(record.of("allergy-recorded").map(({ body }) => body.allergen));
  const asked = record.last("medicines-asked")?.happened.day;
  return [
    remark("know", pass("medicines", { medicines: known, otherMedicines: others, askedDay: asked }, [])),
    ...(conditions.length === 0 ? [] : [remark("know", pass("conditions", { conditions }, []))]),
    ...(allergies.length === 0 ? [] : [remark("know", pass("allergies", { allergies }, []))]),
  ];
}
