/** What is felt, and how soon it has to be seen. The worst counts; more symptoms never make it less urgent. */
import { categoryOf } from "../../category.ts";
import { advise, ask, pass, stop } from "../../finding.ts";
import { isAnswered } from "../../happened.ts";
import type { Urgency } from "../../knowledge/topics/symptoms.ts";
import { isMoodAlarm, thinksOfSelfHarm } from "../../mood.ts";
import type { Record } from "../../record.ts";
import { step } from "../../steps.ts";
import { type Asked, answered, question, remark } from "../question.ts";
import { numbersToCall } from "./numbers.ts";
import { readSymptoms } from "./read-symptoms.ts";
import { combinationsOf, moreUrgent, type Weighed, weigh } from "./weigh.ts";

const cites = ["decision-triage", "decision-symptoms"];

export const triage = question({
  id: "triage",
  record: "helps",
  fields: {
    symptoms: { kind: "texts", suggest: "symptoms", argument: true },
    firstCapsule: { kind: "day" },
    during: { kind: "yes-no" },
    pregnancyPossible: { kind: "yes-no" },
  },
  known(record, { values }) {
    const first = record.firstDoseDay;
    const cannot = categoryOf(record, values.postMenopausalAgeYears.value).is === "cannot";
    return {
      ...(first === undefined ? {} : { firstCapsule: first, during: true }),
      ...(record.last("category-attested") === undefined ? {} : { pregnancyPossible: !cannot }),
    };
  },
  answer({ symptoms: said = [], firstCapsule, during, pregnancyPossible }, asked) {
    const { knowledge, day } = asked;
    const heard = readSymptoms([...said, ...openIn(asked.record)], knowledge);
    if (heard.known.length === 0 && heard.unknown.length === 0)
      return answered(ask("nothing-named", {}, cites, []), numbersToCall("next-visit", false, asked));
    const now = { day, firstCapsule, pregnancyPossible: pregnancyPossible !== false };
    const weighed = heard.known.flatMap((id) => {
      const symptom = knowledge.symptoms[id];
      return symptom === undefined ? [] : [weigh(symptom, knowledge, now)];
    });
    const together = combinationsOf(heard.known, knowledge);
    const worst = [
      ...weighed.map(({ urgency }) => urgency),
      ...together.map(({ combination }) => combination.urgency),
      ...heard.unknown.map((): Urgency => "today"),
    ].reduce(moreUrgent, "expected");
    const crisis = weighed.some(({ symptom }) => symptom.crisis);
    const counts = [
      ...together.map((one) => togetherRemark(one)),
      ...weighed.map(symptomRemark),
      ...heard.unknown.map((said) =>
        remark("counts", ask("unknown", { said }, cites, [step("patient", "call-clinic", {}, day)])),
      ),
    ];
    return answered(headlineOf(worst, { weighed, together, unknown: heard.unknown, crisis }, asked), [
      ...counts,
      ...numbersToCall(worst, crisis, asked),
      ...weighed.flatMap(easeRemarks),
      ...(during === false ? [remark("know", advise("after-the-last-capsule", {}, cites))] : []),
      ...weighed.flatMap(elsewhere),
    ]);
  },
});

/** What the record holds that no prescriber has assessed: it is there, whatever is asked about today. */
function openIn(record: Record | undefined): readonly string[] {
  if (record === undefined) return [];
  const assessed = record.of("mood-assessed");
  const alarms = record
    .of("mood-screened")
    .filter(({ body }) => isMoodAlarm(body))
    .filter((alarm) => !isAnswered(alarm, assessed, ({ body }) => body.conclusion === "may-continue"));
  const counted = record.labs.get("wbc")?.at(-1)?.body;
  const raised = counted?.upperLimit !== undefined && counted.value > counted.upperLimit;
  return [
    ...record.openSymptoms.keys(),
    ...alarms.map(({ body }) => (thinksOfSelfHarm(body) ? "self-harm-thoughts" : "mood-change")),
    ...(raised ? ["leucocytosis"] : []),
  ];
}

type Together = ReturnType<typeof combinationsOf>[number];

function togetherRemark({ combination, symptoms }: Together) {
  const facts = { symptoms, does: combination.does };
  return remark(
    "counts",
    combination.urgency === "emergency" || combination.stops
      ? stop("together", facts, combination.cites, [], { floor: true })
      : ask("together", facts, combination.cites, []),
  );
}

function symptomRemark({ symptom, urgency, stops, unread }: Weighed) {
  const { id, does } = symptom;
  const facts = { symptom: id, does };
  const about = { kind: "symptom", id } as const;
  if (urgency === "emergency")
    return remark("counts", stop("symptom-now", facts, symptom.cites, [], floor), about);
  if (urgency === "today" && stops)
    return remark("counts", stop("symptom-stops", facts, symptom.cites, [], floor), about);
  if (urgency === "today") return remark("counts", ask("symptom-call", facts, symptom.cites, []), about);
  if (urgency === "expected") return remark("counts", pass("symptom-expected", facts, symptom.cites), about);
  return unread
    ? remark("counts", ask("symptom-ask", facts, symptom.cites, []), about)
    : remark("counts", advise("symptom-tell", facts, symptom.cites), about);
}
const floor = { floor: true } as const;

function easeRemarks({ symptom }: Weighed) {
  return symptom.ease === undefined
    ? []
    : [
        remark("do", advise("ease", { ease: symptom.ease }, symptom.cites), {
          kind: "symptom",
          id: symptom.id,
        }),
      ];
}

function elsewhere({ symptom }: Weighed) {
  return symptom.saidElsewhere.map(({ says, judged, cites: from }) =>
    remark("not-applied", advise("said-elsewhere", { says, judged }, from), {
      kind: "symptom",
      id: symptom.id,
    }),
  );
}

interface Found {
  readonly weighed: readonly Weighed[];
  readonly together: readonly Together[];
  readonly unknown: readonly string[];
  readonly crisis: boolean;
}

function headlineOf(worst: Urgency, { weighed, together, unknown, crisis }: Found, { day }: Asked) {
  const symptoms = weighed.filter(({ urgency }) => urgency === worst).map(({ symptom }) => symptom.id);
  const joined = together.filter(({ combination }) => combination.urgency === worst);
  const of = [...new Set([...joined.flatMap((one) => one.symptoms), ...symptoms])];
  const from = [
    ...new Set([
      ...joined.flatMap(({ combination }) => combination.cites),
      ...weighed.filter(({ symptom }) => of.includes(symptom.id)).flatMap(({ symptom }) => symptom.cites),
      ...cites,
    ]),
  ];
  const take = step("patient", "take-no-capsule", {}, day);
  const call = step("patient", "call-clinic", {}, day);
  const assessed = weighed
    .filter(({ symptom }) => symptom.stops)
    .map(({ symptom }) => step("prescriber", "assess-symptom", { symptom: symptom.id }, day));
  if (worst === "emergency") {
    return crisis
      ? stop(
          "crisis",
          { symptoms: of },
          from,
          [take, step("patient", "talk-to-someone-now", {}, day), ...assessed],
          floor,
        )
      : stop(
          "emergency",
          { symptoms: of },
          from,
          [take, step("patient", "get-help-now", {}, day), ...assessed],
          floor,
        );
  }
  if (worst === "today") {
    if (joined.some(({ combination }) => combination.sees === "dermatologist") || weighed.some(isFulminans)) {
      const see = step("prescriber", "see-dermatologist-today", {}, day);
      return stop("dermatologist-today", { symptoms: of }, from, [take, call, see], floor);
    }
    if (weighed.some(({ stops }) => stops) || joined.some(({ combination }) => combination.stops))
      return stop("stop-and-call-today", { symptoms: of }, from, [take, call, ...assessed], floor);
    return of.length > 0
      ? ask("call-today", { symptoms: of }, from, [call])
      : ask("not-understood", { unknown }, cites, [call]);
  }
  if (worst === "expected") return pass("expected", { symptoms: of }, from);
  return weighed.some(({ urgency, unread }) => urgency === worst && unread)
    ? ask("ask-at-visit", { symptoms: of }, from, [])
    : advise("tell-at-visit", { symptoms: of }, from);
}

function isFulminans({ symptom }: Weighed): boolean {
  return symptom.fulminans === "alone";
}
