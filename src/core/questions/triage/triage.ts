/** What is felt, and how soon it has to be seen. The worst counts; more symptoms never make it less urgent. */
import type { Day } from "../../calendar.ts";
import { categoryOf } from "../../category.ts";
import { advise, ask, pass, stop } from "../../finding.ts";
import { isAnswered } from "../../happened.ts";
import type { Symptom } from "../../knowledge/topics/symptoms.ts";
import { isMoodAlarm, thinksOfSelfHarm } from "../../mood.ts";
import type { Record } from "../../record.ts";
import { step } from "../../steps.ts";
import { attestedAsAble } from "../moment.ts";
import { type About, answered, question, remark } from "../question.ts";
import { takingOf } from "../taking.ts";
import { type Found, headlineOf, type Together, triageCites, worstUrgency } from "./headline.ts";
import { type Need, numbersToCall } from "./numbers.ts";
import { type HeardSymptom, hearSymptoms } from "./read-symptoms.ts";
import { combinationsOf, isCrisis, isMoreUrgent, type Weighed, weigh } from "./weigh.ts";

export const triage = question({
  id: "triage",
  example: { symptoms: ["headache", "目がかすむ"] },
  record: "helps",
  fields: {
    symptoms: { kind: "texts", suggest: "symptoms", argument: true },
    firstCapsule: { kind: "day" },
    during: { kind: "yes-no" },
    pregnancyPossible: { kind: "yes-no" },
  },
  known(record, { values }) {
    const first = record.firstDoseDay;
    const taking = takingOf(record).is;
    const cannot = categoryOf(record, values.postMenopausalAgeYears.value).is === "cannot";
    return {
      ...(first === undefined ? {} : { firstCapsule: first }),
      ...(taking === "taking" ? { during: true } : {}),
      ...(taking === "stopped" ? { during: false } : {}),
      ...(record.last("category-attested") === undefined ? {} : { pregnancyPossible: !cannot }),
    };
  },
  answer({ symptoms: said = [], firstCapsule, during, pregnancyPossible }, asked) {
    const { knowledge, day } = asked;
    const open = openIn(asked.record);
    const heard = hearSymptoms([...said, ...open.map(({ symptom }) => symptom)], knowledge);
    const known = [...new Set(heard.flatMap(({ readAs }) => readAs))];
    const saidNow = new Set(hearSymptoms(said, knowledge).flatMap(({ readAs }) => readAs));
    const onRecord = open.filter(({ symptom }) => known.includes(symptom) && !saidNow.has(symptom));
    const unknown = heard.filter(({ how }) => how === "in-part").map((one) => one.said);
    if (known.length === 0 && unknown.length === 0)
      return answered(
        ask("nothing-named", {}, triageCites, []),
        numbersToCall({ urgency: "next-visit", crisis: false, mood: false }, asked),
      );
    const now = {
      day,
      firstCapsule,
      during,
      pregnancyPossible: pregnancyPossible !== false || attestedAsAble(asked),
    };
    const found: Found = {
      weighed: known.flatMap((id) => {
        const symptom = knowledge.symptoms[id];
        return symptom === undefined ? [] : [weigh(symptom, knowledge, now)];
      }),
      together: combinationsOf(known, knowledge),
      unknown,
      over: isOver(during, asked.record),
    };
    const headline = headlineOf(found, asked);
    return answered(headline, [
      ...found.together.map((one) => togetherRemark(one, found.over)),
      ...found.weighed
        .filter((one) => !isOutweighed(one, found.together))
        .map((one) => symptomRemark(one, found.over)),
      ...onRecord.map(onRecordRemark),
      ...heard.filter(({ how }) => how !== "name").map((one) => readAsRemark(one, day)),
      ...numbersToCall(needOf(found), asked),
      // Where treatment stops, nobody should read first how to ease dry lips.
      ...(headline.verdict === "stop" ? [] : found.weighed.flatMap(ease)),
      ...(firstCapsule !== undefined && firstCapsule > day
        ? [remark("know", advise("first-capsule-ahead", { firstCapsuleDay: firstCapsule }, triageCites))]
        : []),
      ...(during === false ? [remark("know", advise("after-the-last-capsule", {}, triageCites))] : []),
      ...found.weighed.flatMap(saidElsewhere),
    ]);
  },
});

function needOf(found: Found): Need {
  const mood = found.weighed.some(({ symptom }) => symptom.mood);
  return { urgency: worstUrgency(found), crisis: isCrisis(found), mood };
}

/** What was said and is called otherwise here; where nobody knows, or not all of it, a call. */
function readAsRemark({ said, readAs: symptoms, how }: HeardSymptom, day: Day) {
  if (how === "otherwise") return remark("know", advise("read-as", { said, symptoms }, triageCites));
  const call = step("patient", "call-clinic", {}, day);
  return symptoms.length === 0
    ? remark("counts", ask("unknown", { said }, triageCites, [call]))
    : remark("counts", ask("read-in-part", { said, symptoms }, triageCites, [call]));
}

interface OnRecord {
  readonly symptom: string;
  readonly reportedDay: Day;
}

/** What the record holds that no prescriber has assessed: it is there, whatever is asked about today. */
function openIn(record: Record | undefined): readonly OnRecord[] {
  if (record === undefined) return [];
  const assessed = record.of("mood-assessed");
  const alarms = record
    .of("mood-screened")
    .filter(({ body }) => isMoodAlarm(body))
    .filter((alarm) => !isAnswered(alarm, assessed, ({ body }) => body.conclusion === "may-continue"));
  const cells = record.labs.get("wbc")?.at(-1);
  const raised = cells?.body.upperLimit !== undefined && cells.body.value > cells.body.upperLimit;
  return [
    ...[...record.openSymptoms].map(([symptom, { day }]) => ({ symptom, reportedDay: day })),
    ...alarms.map(({ body, happened }) => ({
      symptom: thinksOfSelfHarm(body) ? "self-harm-thoughts" : "mood-change",
      reportedDay: happened.day,
    })),
    ...(raised && cells !== undefined ? [{ symptom: "leucocytosis", reportedDay: cells.happened.day }] : []),
  ];
}

/** Since when something is known that was not said today. */
function onRecordRemark({ symptom, reportedDay }: OnRecord) {
  return remark("counts", pass("on-record", { reportedDay }, triageCites), about(symptom));
}

/** What is harmless alone is not called so beside what it means together. */
function isOutweighed({ symptom, urgency, stops }: Weighed, together: readonly Together[]): boolean {
  return together.some(
    ({ combination, symptoms }) =>
      symptoms.includes(symptom.id) &&
      (isMoreUrgent(combination.urgency, urgency) ||
        (combination.urgency === urgency && combination.stops && !stops)),
  );
}

/** No word ends a course that the record has under way. */
function isOver(during: boolean | undefined, record: Record | undefined): boolean {
  return during === false && (record === undefined || takingOf(record).is !== "taking");
}

/** What to do: of capsules nobody speaks to somebody who takes none any more. */
function doesOf(one: Pick<Symptom, "does" | "afterwards">, over: boolean) {
  return over ? (one.afterwards ?? one.does) : one.does;
}

function togetherRemark({ combination, symptoms }: Together, over: boolean) {
  const facts = { symptoms, does: doesOf(combination, over) };
  return remark(
    "counts",
    combination.stops || combination.urgency === "emergency"
      ? stop("together", facts, combination.cites, [], { floor: true })
      : ask("together", facts, combination.cites, []),
  );
}

function symptomRemark({ symptom, urgency, stops, unread }: Weighed, over: boolean) {
  const { id, cites } = symptom;
  const facts = { symptom: id, does: doesOf(symptom, over) };
  const floor = { floor: true } as const;
  switch (urgency) {
    case "emergency":
      return remark("counts", stop("symptom-now", facts, cites, [], floor), about(id));
    case "today":
      return stops
        ? remark("counts", stop("symptom-stops", facts, cites, [], floor), about(id))
        : remark("counts", ask("symptom-call", facts, cites, []), about(id));
    case "next-visit":
      return unread
        ? remark("counts", ask("symptom-ask", facts, cites, []), about(id))
        : remark("counts", advise("symptom-tell", facts, cites), about(id));
    case "expected":
      return remark("counts", pass("symptom-expected", facts, cites), about(id));
  }
}

function ease({ symptom }: Weighed) {
  if (symptom.ease === undefined) return [];
  return [remark("do", advise("ease", { ease: symptom.ease }, symptom.cites), about(symptom.id))];
}

function saidElsewhere({ symptom }: Weighed) {
  return symptom.saidElsewhere.map(({ says, judged, cites }) =>
    remark("not-applied", advise("said-elsewhere", { says, judged }, cites), about(symptom.id)),
  );
}

function about(id: string): About {
  return { kind: "symptom", id };
}
