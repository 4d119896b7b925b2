/** What to rule out before a result is acted upon. None of it makes a result count for less. */
import { citesOf } from "../../cites.ts";
import { advise, ask, stop } from "../../finding.ts";
import type { LabNoteId } from "../../knowledge/topics/labs.ts";
import { step } from "../../steps.ts";
import { type Asked, remark } from "../question.ts";
import type { Graded } from "./said.ts";

/** A note of the knowledge with its sources; without words where the knowledge has none. */
export function note({ knowledge }: Asked, id: LabNoteId) {
  const found = Object.hasOwn(knowledge.labNotes, id) ? knowledge.labNotes[id] : undefined;
  return { says: found?.says, cites: found?.cites ?? [] };
}

interface Told {
  readonly exercisedHard?: boolean | undefined;
  readonly darkUrine?: boolean | undefined;
  readonly muscleWeakness?: boolean | undefined;
}

export function ruledOut(asked: Asked, told: Told, all: readonly Graded[]) {
  return [
    ...sampleRemarks(asked, all),
    ...muscleDamage(asked, told, all),
    ...exercise(asked, told, all),
    ...muscleFirst(asked, all),
    ...pancreas(asked, all),
  ];
}

/** Blood fats: fasting, and long enough after alcohol, as the protocol asks for it. */
function sampleRemarks(asked: Asked, all: readonly Graded[]) {
  const { baselineLipidsFasting, hoursWithoutAlcoholBeforeLipids } = asked.values;
  const lipids = all.filter(({ analyte, fresh }) => analyte.lipid && fresh);
  const again = (ids: readonly string[]) => [
    step("nurse", "record-fasting", {}, asked.day),
    ...ids.map((analyte) => step("lab", "repeat-result", { analyte }, asked.day)),
  ];
  const ids = (of: readonly Graded[]) => [...new Set(of.map(({ analyte }) => analyte.id))];
  const fasting = note(asked, "fasting");
  const cites = [...new Set([...fasting.cites, ...citesOf(baselineLipidsFasting)])];
  const fed = ids(lipids.filter((one) => one.fasting === false));
  const unknown = ids(lipids.filter((one) => one.fasting === undefined));
  const said = [];
  const facts = (analytes: readonly string[]) => ({ analytes, says: fasting.says });
  if (baselineLipidsFasting.value === true) {
    if (fed.length > 0) said.push(remark("counts", ask("not-fasting", facts(fed), cites, again(fed))));
    if (unknown.length > 0)
      said.push(remark("counts", ask("fasting-unknown", facts(unknown), cites, again(unknown))));
  } else if (fed.length + unknown.length > 0) {
    said.push(remark("know", advise("fasting-better", facts([...fed, ...unknown]), cites)));
  }
  const needed = hoursWithoutAlcoholBeforeLipids.value;
  const soon = ids(
    lipids.filter(({ hoursSinceAlcohol: hours }) => needed !== null && hours !== undefined && hours < needed),
  );
  if (soon.length > 0 && needed !== null) {
    const alcohol = note(asked, "alcohol");
    const said36 = { analytes: soon, neededHours: needed, says: alcohol.says };
    said.push(
      remark("counts", ask("after-alcohol", said36, citesOf(hoursWithoutAlcoholBeforeLipids), again(soon))),
    );
  }
  return said;
}

/** Dark urine or weakness stops by itself; with any rise of CK muscle may be breaking down. */
function muscleDamage(asked: Asked, { darkUrine, muscleWeakness }: Told, all: readonly Graded[]) {
  const symptoms = [
    ...(darkUrine === true ? ["dark-urine"] : []),
    ...(muscleWeakness === true ? ["muscle-weakness"] : []),
  ];
  if (symptoms.length === 0) return [];
  const ck = all.find((one) => one.analyte.id === "ck" && isRaised(one));
  const { says, cites } = note(asked, "muscle-damage");
  const wayOut = [
    step("patient", "take-no-capsule", {}, asked.day, { when: "now" }),
    ...symptoms.map((symptom) => step("prescriber", "assess-symptom", { symptom }, asked.day)),
  ];
  if (ck === undefined) return [remark("counts", stop("symptom-stops", { symptoms }, cites, wayOut))];
  const kidney = step("nurse", "take-blood", { analytes: ["creatinine"] }, asked.day, { when: "now" });
  return [remark("counts", stop("muscle-damage", { symptoms, says }, cites, [...wayOut, kidney]))];
}

function exercise(asked: Asked, { exercisedHard }: Told, all: readonly Graded[]) {
  if (exercisedHard === false || !all.some((one) => one.analyte.id === "ck" && isRaised(one))) return [];
  const { says, cites } = note(asked, "exercise");
  const facts = { says };
  return [
    remark(
      "do",
      exercisedHard === true ? advise("exercised", facts, cites) : ask("exercise-unknown", facts, cites, []),
      { kind: "analyte", id: "ck" },
    ),
  ];
}

function muscleFirst(asked: Asked, all: readonly Graded[]) {
  const newest = (id: string) => all.findLast(({ analyte }) => analyte.id === id);
  const [alt, ast, ggt] = [newest("alt"), newest("ast"), newest("ggt")];
  if (alt === undefined || ast === undefined || !isRaised(alt) || !isRaised(ast)) return [];
  const { says, cites } = note(asked, "muscle-first");
  const missing = [
    ...(ggt === undefined || ggt.grade === "no-limit" ? ["ggt"] : []),
    ...(newest("ck") === undefined ? ["ck"] : []),
  ];
  if (ggt !== undefined && ggt.grade === "ungraded") return [];
  const wayOut = missing.length === 0 ? [] : [step("nurse", "take-blood", { analytes: missing }, asked.day)];
  return [remark("do", ask("muscle-first", { analytes: missing, says }, cites, wayOut))];
}

function pancreas(asked: Asked, all: readonly Graded[]) {
  if (!all.some(({ analyte }) => analyte.id === "triglycerides")) return [];
  const { says, cites } = note(asked, "pancreatitis");
  return [remark("know", advise("noted", { says }, cites), { kind: "analyte", id: "triglycerides" })];
}

/** Above the limit at all; a value nobody can judge counts as raised. */
function isRaised({ grade }: Graded): boolean {
  return grade !== 0;
}
