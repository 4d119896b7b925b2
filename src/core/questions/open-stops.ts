/** What a record leaves open that has stopped treatment: until it is closed no answer tells anybody to take a capsule. */
import type { Day } from "../calendar.ts";
import type { Entry } from "../entry.ts";
import { type Finding, judge } from "../judge.ts";
import type { Record } from "../record.ts";
import { goingOnGate } from "../rules/index.ts";
import type { Asked } from "./question.ts";
import { combinationsOf } from "./triage/weigh.ts";

type GoingOnRule = (typeof goingOnGate.rules)[number]["id"];

/** What each rule that can stop is about, and the entries that its stop can come of. */
const about = {
  "patient-is-not-pregnant": ["pregnancy", ["pregnancy-reported", "pregnancy-test-resulted"]],
  "patient-is-not-breastfeeding": ["breastfeeding", ["breastfeeding-recorded"]],
  "no-late-period-is-open": ["late-period", ["menses-recorded"]],
  "no-contraception-lapse-is-open": ["lapse", ["contraception-lapsed"]],
  "medicines-do-not-conflict": ["medicine", ["medicine-started"]],
  "product-is-free-of-allergens": ["allergy", ["allergy-recorded"]],
  "conditions-allow-treatment": ["condition", ["condition-recorded"]],
  "results-are-acceptable": ["result", ["lab-resulted"]],
  "no-stop-symptom-is-open": ["symptom", ["symptom-reported"]],
  "no-sign-of-acne-fulminans": ["symptom", ["symptom-reported"]],
  "mood-allows-treatment": ["mood", ["mood-screened", "mood-assessed"]],
} as const satisfies { readonly [R in GoingOnRule]: readonly [string, readonly Entry["type"][]] };

/** Kinds of things that stop, as they are named in sentences. */
export type OpenStop = "held" | (typeof about)[GoingOnRule][0];

interface Open {
  readonly what: OpenStop;
  readonly day: Day;
  /** The supply rule's own, where one stops. */
  readonly finding?: Finding;
}

/** Everything that is open, the latest last: what stops the next supply stops the next capsule. */
export function openStops(record: Record, asked: Asked): readonly Open[] {
  return [
    ...(record.heldDay === undefined ? [] : [{ what: "held" as const, day: record.heldDay }]),
    ...stopsOfSupply(record, asked),
    ...symptomsBeside(record, asked),
  ].toSorted((a, b) => a.day - b.day);
}

/** Stops of the supply's own rules that no prescriber has set aside. */
function stopsOfSupply(record: Record, { knowledge, setting }: Asked): readonly Open[] {
  const product = record.supplies.at(-1)?.product;
  const supply = { refills: 0, ...(product === undefined ? {} : { product }) };
  const { findings } = judge(goingOnGate, supply, { knowledge, setting, record });
  return findings.flatMap((finding) => {
    if (finding.verdict !== "stop" || finding.overridden !== undefined || !isGoingOn(finding.rule)) return [];
    const [what, types] = about[finding.rule];
    return [{ what, day: sinceOf(record, finding, types), finding }];
  });
}

function isGoingOn(rule: Finding["rule"]): rule is GoingOnRule {
  return Object.hasOwn(about, rule);
}

/** The day that the finding names, else that of the newest entry it can have come of. */
function sinceOf(record: Record, { facts }: Finding, types: readonly Entry["type"][]): Day {
  for (const [name, value] of Object.entries(facts))
    if (name.endsWith("Day") && typeof value === "number") return value as Day;
  const named = new Set(Object.values(facts).flatMap((value) => (Array.isArray(value) ? value : [])));
  const found = record.entries.filter(({ type }) => types.includes(type));
  const ofIt = found.filter(({ body }) =>
    Object.values(body)
      .flat()
      .some((value) => named.has(value)),
  );
  const days = (ofIt.length > 0 ? ofIt : found).map(({ happened }) => happened.day);
  return days.length > 0 ? (Math.max(...days) as Day) : record.day;
}

/** A sign nobody knows, and signs that stop only together: the rules of a supply ask about them. */
function symptomsBeside(record: Record, { knowledge }: Asked): readonly Open[] {
  const together = combinationsOf([...record.openSymptoms.keys()], knowledge).filter(
    ({ combination }) => combination.stops,
  );
  return [...record.openSymptoms]
    .filter(
      ([id]) => knowledge.symptoms[id] === undefined || together.some((one) => one.symptoms.includes(id)),
    )
    .map(([, { day }]): Open => ({ what: "symptom", day }));
}
