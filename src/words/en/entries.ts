/** Every kind of entry as a line of a timeline. */
import type { Body } from "../../core/entry.ts";
import type { Circumstance } from "../../core/steps.ts";
import { conditionName, ruleTitle } from "../names.ts";
import type { EntryWords } from "../record-words.ts";
import type { Say } from "../words.ts";
import { accessEntries } from "./access-entries.ts";
import { count } from "./grammar.ts";
import { rules } from "./rules.ts";

export const entries: EntryWords = {
  registered: ({ birthDate, fictional }, say) =>
    `Registered${fictional === true ? " (fictional)" : ""}, born ${say.day(birthDate)}`,
  "category-attested": ({ canBecomePregnant, basis }, say) =>
    canBecomePregnant
      ? "Can become pregnant"
      : `Cannot become pregnant${basis === undefined ? "" : ` (${say.term(basis)})`}`,
  "name-recorded": () => "Name or telephone changed",
  "person-erased": () => "Personal data erased",
  "guardian-recorded": ({ relation }) => `Parent or guardian takes part${inBrackets(relation)}`,
  "consent-signed": ({ consent, guardianSigned }, say) =>
    `Signed${guardianSigned ? ", by a parent or guardian too" : ""}: ${say.term(consent)}`,
  "circumstances-stated": (body) => `Stated: ${circumstances(body)}`,
  "visit-held": ({ inPerson }) => (inPerson ? "Seen in person" : "Seen remotely"),
  counselled: ({ topics }, say) => `Talked through: ${say.list(topics.map(say.term))}`,
  "comprehension-answered": ({ passed }) =>
    passed ? "Questions on safe use answered" : "Questions on safe use not answered well enough",
  "prior-therapy-recorded": ({ agent, weeks, result }, say) =>
    `Tried before: ${listed([
      agents[agent],
      weeks === undefined ? "" : count(say, weeks, "week"),
      result === undefined ? "" : outcomes[result],
    ])}`,
  "condition-recorded": ({ condition, coding, text, status }, say) =>
    `Illness${status === "history" ? " in the past" : ""}: ${named("condition", condition, { coding, text }, say)}`,
  "condition-ended": ({ condition }, say) => `Illness over: ${conditionName(condition, say)}`,
  "conditions-asked": () => "Asked about illnesses",
  "allergy-recorded": ({ allergen, coding, text }, say) =>
    `Allergy: ${named("allergen", allergen, { coding, text }, say)}`,
  "allergies-asked": () => "Asked about allergies",
  "medicine-started": ({ medicine, coding, text }, say) =>
    `Medicine taken: ${named("medicine", medicine, { coding, text }, say)}`,
  "medicine-ended": ({ medicine }, say) => `Medicine no longer taken: ${say.name("medicine", medicine)}`,
  "medicines-asked": () => "Asked about medicines",
  "procedure-planned": ({ procedure, plannedFor }, say) =>
    `Procedure planned${plannedFor === undefined ? "" : ` for ${say.day(plannedFor)}`}: ${procedureName(procedure)}`,
  "procedure-done": ({ procedure }) => `Procedure done: ${procedureName(procedure)}`,
  "weight-measured": ({ kg }, say) => `Weight ${say.number(kg)} kg`,
  "pregnancy-test-collected": ({ specimen, setting, supervised }, say) => {
    const how = listed([
      specimen ?? "",
      setting === undefined ? "" : say.term(setting),
      supervised === true ? "supervised" : "",
    ]);
    return `Pregnancy test${inBrackets(how)} collected`;
  },
  "pregnancy-test-resulted": ({ result }) => `Pregnancy test: ${results[result]}`,
  "home-testing-permitted": ({ permitted }) =>
    permitted ? "Home pregnancy tests permitted" : "Home pregnancy tests not permitted",
  "menses-recorded": ({ status }) => menses[status],
  "contraception-started": ({ method }, say) => `Contraception started: ${say.name("contraceptive", method)}`,
  "contraception-ended": ({ method }, say) => `Contraception ended: ${say.name("contraceptive", method)}`,
  "contraception-lapsed": ({ what }) => `Contraception lapsed${inBrackets(what)}`,
  "contraception-stated": ({ usedWithoutGap }) =>
    usedWithoutGap ? "Contraception used without a gap" : "Contraception not used all the time",
  "abstinence-attested": ({ committed, compellingReasons }) =>
    committed
      ? `Abstinence${compellingReasons === true ? ", with compelling reasons to rely on it" : ""}`
      : "Abstinence no longer relied on",
  "pregnancy-reported": () => "Pregnancy reported",
  "pregnancy-ended": () => "Pregnancy over",
  "pregnancy-wish-recorded": ({ withinMonths }, say) =>
    withinMonths === null
      ? "No pregnancy planned"
      : `Pregnancy planned within ${count(say, withinMonths, "month")}`,
  "breastfeeding-recorded": ({ breastfeeding }) => (breastfeeding ? "Breastfeeding" : "Not breastfeeding"),
  "lab-resulted": ({ analyte, value, unit, fasting }, say) =>
    `Result: ${say.name("analyte", analyte)} ${say.number(value)} ${unit}${fasting === true ? " (fasting)" : ""}`,
  "result-unread": ({ analyte, written }, say) =>
    `Result that cannot be read: ${say.name("analyte", analyte)}, “${written}”`,
  "results-reviewed": () => "Results read by the prescriber",
  "severity-scored": ({ severity, gags, iga, features }, say) =>
    `Severity: ${listed([
      severity === undefined ? "" : say.term(severity),
      gags === undefined ? "" : `GAGS ${gags}`,
      iga === undefined ? "" : `IGA ${iga}`,
      ...features.map(say.term),
    ])}`,
  "symptom-reported": ({ symptoms }, say) =>
    symptoms.length === 0 ? "No symptoms" : `Symptoms: ${say.names("symptom", symptoms)}`,
  "symptom-assessed": ({ symptom, conclusion }, say) =>
    `Symptom assessed: ${say.name("symptom", symptom)}, ${conclusions[conclusion]}`,
  "mood-screened": ({ selfHarmThoughts, newMoodSymptom, phq9, phq9Item9 }) =>
    `Mood: ${listed([
      yesOrNo(selfHarmThoughts, "thoughts of self-harm", "no thoughts of self-harm"),
      yesOrNo(newMoodSymptom, "a new mood symptom", "no new mood symptom"),
      phq9 === undefined ? "" : `PHQ-9 ${phq9}`,
      phq9Item9 === undefined ? "" : `PHQ-9 item 9: ${phq9Item9}`,
    ])}`,
  "sexual-function-asked": ({ newProblem }) =>
    newProblem ? "Sexual function: a new problem" : "Sexual function: no new problem",
  "mood-assessed": ({ conclusion }) => `Mood assessed: ${conclusions[conclusion]}`,
  "photograph-taken": ({ view }) => `Photograph taken${inBrackets(view)}`,
  "course-started": ({ indication }, say) =>
    `Course started${indication === undefined ? "" : `: ${say.name("indication", indication)}`}`,
  "course-held": ({ because }) => `Course on hold${inBrackets(because)}`,
  "course-resumed": () => "Course resumed",
  "course-ended": ({ because }) => `Course ended${inBrackets(because)}`,
  "judgement-recorded": ({ rule, conclusion }) =>
    `Judged “${ruleTitle(rules, rule)}”: ${conclusions[conclusion]}`,
  "supply-authorised": ({ number, capsules, capsuleMg, days }, say) =>
    `Supply ${number} authorised: ${ofCapsules(capsules, capsuleMg, say)} for ${count(say, days, "day")}`,
  "supply-voided": ({ number, because, rules: failed }, say) =>
    `Authorisation ${number} voided: ${voided[because]}${inBrackets(say.list(failed.map((rule) => ruleTitle(rules, rule))))}`,
  "external-authorisation-recorded": ({ programme, number, doNotDispenseAfter }, say) =>
    `Programme's number ${number} (${say.name("protocol", programme)}): not to be dispensed after ${say.day(doNotDispenseAfter)}`,
  "supply-dispensed": ({ number, capsules, capsuleMg }, say) => {
    const what = capsules === undefined ? "" : `: ${ofCapsules(capsules, capsuleMg, say)}`;
    return `Supply${number === undefined ? "" : ` ${number}`} dispensed${what}`;
  },
  "supply-reversed": ({ number }) => `Supply ${number} taken back`,
  "supply-returned": ({ capsules, capsuleMg }, say) => `${ofCapsules(capsules, capsuleMg, say)} returned`,
  "capsules-counted": ({ capsules, capsuleMg }, say) =>
    `${ofCapsules(capsules, capsuleMg, say)} left at home`,
  "dose-taken": ({ mg }, say) => `${say.number(mg)} mg taken`,
  "dose-missed": () => "Dose missed",
  "last-capsule-recorded": () => "Last capsule taken",
  "finding-overridden": ({ rule, because }) =>
    `Set aside for one supply: “${ruleTitle(rules, rule)}” (${because})`,
  corrected: ({ withdrawn, reason }) =>
    `${withdrawn ? "Entry withdrawn" : "Entry corrected"}${inBrackets(reason)}`,
  "programme-enrolled": ({ programme, party, until }, say) =>
    `Enrolled in ${say.name("protocol", programme)}: ${say.term(party)}${until === undefined ? "" : `, until ${say.day(until)}`}`,
  "programme-left": ({ programme, party }, say) =>
    `No longer enrolled in ${say.name("protocol", programme)}: ${say.term(party)}`,
  "policy-signed": ({ policy, signedBy, fictional, years }, say) =>
    `Policy on ${policies[policy]}${years === undefined ? "" : ` (${count(say, years, "year")})`} signed by ${signedBy}${fictional === true ? " (fictional)" : ""}`,
  "edition-confirmed": ({ protocol, edition }, say) =>
    `Edition of ${say.day(edition)} confirmed: ${say.name("protocol", protocol)}`,
  "task-raised": ({ kind, number }) => `To look at: ${tasks[kind]} (${number})`,
  "task-closed": () => "Looked at and closed",
  "document-imported": ({ format, resource }) => `Document imported: ${resource} (${formats[format]})`,
  "undated-fact-imported": ({ resource }) => `Fact without a day imported: ${resource}`,
  "product-read": ({ product, excipients }, say) =>
    `Pack read: ${say.name("product", product)}, ${count(say, excipients.length, "ingredient")}`,
  ...accessEntries,
};

const agents: { readonly [A in Body<"prior-therapy-recorded">["agent"]]: string } = {
  "systemic-antibiotic": "antibiotic by mouth",
  "topical-retinoid": "retinoid on the skin",
  "topical-antibiotic": "antibiotic on the skin",
  "benzoyl-peroxide": "benzoyl peroxide",
  hormonal: "hormonal treatment",
  isotretinoin: "isotretinoin",
  other: "another treatment",
};
const outcomes: { readonly [O in NonNullable<Body<"prior-therapy-recorded">["result"]>]: string } = {
  failed: "without success",
  partial: "with some success",
  cleared: "cleared",
  "not-tolerated": "not tolerated",
};
const results: { readonly [R in Body<"pregnancy-test-resulted">["result"]]: string } = {
  negative: "negative",
  positive: "positive",
  indeterminate: "unclear",
};
const menses: { readonly [S in Body<"menses-recorded">["status"]]: string } = {
  started: "Period began",
  late: "Period late",
  irregular: "Periods irregular",
  absent: "No periods",
};
const conclusions: { readonly [C in Body<"symptom-assessed">["conclusion"]]: string } = {
  resolved: "resolved",
  "may-continue": "treatment may continue",
  stop: "treatment stops",
};
const voided: { readonly [B in Body<"supply-voided">["because"]]: string } = {
  "no-longer-passes": "it no longer passes",
  withdrawn: "withdrawn",
  replaced: "replaced by another",
};
const policies: { readonly [P in Body<"policy-signed">["policy"]]: string } = {
  laboratory: "laboratory results",
  "pregnancy-test-kit": "the pregnancy test kit",
  "supply-overlap": "overlapping supplies",
  retention: "how long records are kept",
};
const tasks: { readonly [K in Body<"task-raised">["kind"]]: string } = {
  "review-dispensed-supply": "dispensed capsules that would not be given today",
};
const formats: { readonly [F in Body<"document-imported">["format"]]: string } = {
  "fhir-r4": "FHIR R4",
  isoward: "Isoward",
};
const procedures: Readonly<Record<string, string>> = { lasik: "LASIK", prk: "PRK" };

function procedureName(id: string): string {
  return procedures[id] ?? id;
}

interface InWords {
  readonly coding: readonly { readonly code: string; readonly display?: string | undefined }[] | undefined;
  readonly text: string | undefined;
}

/** By the name knowledge has for it; else as it was written. */
function named(
  kind: "condition" | "allergen" | "medicine",
  id: string | undefined,
  { coding, text }: InWords,
  say: Say,
): string {
  if (id === undefined) return text ?? coding?.[0]?.display ?? coding?.[0]?.code ?? "not named";
  return kind === "condition" ? conditionName(id, say) : say.name(kind, id);
}

function ofCapsules(capsules: number, capsuleMg: number | undefined, say: Say): string {
  return `${count(say, capsules, "capsule")}${capsuleMg === undefined ? "" : ` of ${say.number(capsuleMg)} mg`}`;
}

function listed(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(", ");
}

function inBrackets(text: string | undefined): string {
  return text === undefined || text === "" ? "" : ` (${text})`;
}

function yesOrNo(said: boolean | undefined, yes: string, no: string): string {
  return said === undefined ? "" : said ? yes : no;
}

const stated: { readonly [C in Circumstance]: readonly [yes: string, no: string] } = {
  privateImport: ["private import", "no private import"],
  hairRemoval: ["hair removal", "no hair removal"],
  eyeSurgery: ["eye surgery", "no eye surgery"],
  comesRegularly: ["can come", "cannot come"],
  agreesToPrevention: ["prevention agreed", "prevention refused"],
  mayBePregnant: ["may be pregnant", "not pregnant"],
};

function circumstances(body: { readonly [C in Circumstance]?: boolean | undefined }): string {
  const said = (Object.keys(stated) as Circumstance[]).flatMap((one) => {
    const value = body[one];
    return value === undefined ? [] : [stated[one][value ? 0 : 1]];
  });
  return said.length === 0 ? "nothing said" : said.join(", ");
}
