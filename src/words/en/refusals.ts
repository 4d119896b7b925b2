/** Why something was not written down, and what would be right. */

import { mostAlike } from "../../core/alike.ts";
import type { FieldName, Refusals } from "../../core/refusal.ts";
import { conditionName, ruleTitle } from "../names.ts";
import type { RefusalText, RefusalWords } from "../record-words.ts";
import type { Say } from "../words.ts";
import { accessRefusals } from "./access-refusals.ts";
import { erasureRefusals } from "./erasure-refusals.ts";
import { fields } from "./fields.ts";
import { count, sentences } from "./grammar.ts";
import { rules } from "./rules.ts";
import { roles } from "./terms.ts";

export const refusals: RefusalWords = {
  ...accessRefusals,
  ...erasureRefusals,
  "not-your-word": ({ role, needed }) => ({
    says:
      role === "unknown"
        ? "It is not recorded who is doing this."
        : `${roles[role]}: this cannot be done in that role.`,
    remedy: `Have it done by: ${needed
      .filter((one) => one !== "unknown")
      .map((one) => roles[one].toLowerCase())
      .join(", ")}.`,
  }),
  "dated-ahead": ({ happenedDay, todayDay }, say) => ({
    says:
      happenedDay > todayDay
        ? `${say.day(happenedDay)} has not come yet: today is ${say.day(todayDay)}.`
        : `That time of ${say.day(happenedDay)} has not come yet.`,
    remedy: "Give the day on which it happened: today or earlier.",
  }),
  "before-birth": ({ happenedDay, birthDay }, say) => ({
    says: `${say.day(happenedDay)} is before the patient was born (${say.day(birthDay)}).`,
    remedy: "Check the day. If the date of birth is wrong, correct that first.",
  }),
  "unknown-id": ({ field, given, known }, say) => ({
    says: `${sentenceCase(fields[field])}: “${given}” is not known.`,
    remedy: sentences(
      choices(given, known, say),
      inWords.has(field) ? "Or record it in words, as text." : "",
    ),
  }),
  "unknown-patient": ({ patient }) => ({
    says: `No patient has the number ${patient}.`,
    remedy: "Check the number, or look for the name. A new patient is registered first.",
  }),
  "possible-duplicates": ({ patients }, say) => ({
    says: `This patient may be registered already: ${say.list(patients)}.`,
    remedy: "Open and compare. If it is somebody else, register again and say so.",
  }),
  "implausible-value": ({ field, value, least, most, unit }, say) => ({
    says: `${sentenceCase(fields[field])} ${amount(value, unit, say)} cannot be right: ${
      most === Number.POSITIVE_INFINITY
        ? `it is ${amount(least, unit, say)} or more`
        : `it lies between ${say.number(least)} and ${amount(most, unit, say)}`
    }.`,
    remedy: sentences(
      "Check the number and its unit, and record it again.",
      field === "value" ? "If the laboratory wrote it so, record it as a result that cannot be read." : "",
    ),
  }),
  "nothing-said": ({ fields: needed }) => {
    const names = needed.map((field) => fields[field]).join(", ");
    return needed.length === 1
      ? { says: `This is missing: ${names}.`, remedy: "Fill it in." }
      : {
          says: "Nothing was said that could be recorded.",
          remedy: `Fill in at least one of these: ${names}.`,
        };
  },
  "unreadable-unit": ({ analyte, unit, readable }, say) => ({
    says: `The unit “${unit}” cannot be read for ${say.name("analyte", analyte)}.`,
    remedy: `Give the result in ${say.list(readable)}, or record it as a result that cannot be read.`,
  }),
  "planned-for-the-past": ({ plannedDay }, say) => ({
    says: `${say.day(plannedDay)} is over.`,
    remedy: "Give a day to come, or record that the procedure was done.",
  }),
  "already-collected": ({ test, collectedDay }, say) => ({
    says: `A sample with the number ${test} was recorded as collected on ${say.day(collectedDay)}.`,
    remedy: "Give this sample a number of its own, or none. If the earlier entry is wrong, correct it.",
  }),
  "result-without-sample": ({ test }) => ({
    says: `No sample with the number ${test} is recorded for that time.`,
    remedy: "Record the sample first, with the day on which it was collected.",
  }),
  "already-resulted": ({ test, result }) => ({
    says: `The sample ${test} already has the result “${results[result] ?? result}”.`,
    remedy: "If that result is wrong, correct its entry: a second result does not take its place.",
  }),
  "not-started": ({ field, what }, say) => notStarted[field](what, say),
  "no-such-entry": ({ ref }) => ({
    says: `There is no entry ${ref} that still stands in this record.`,
    remedy: "Choose the entry from the record's timeline.",
  }),
  "not-yours-to-correct": ({ role, writtenBy }) => ({
    says: `${roles[role]}: this entry cannot be corrected in that role.`,
    remedy:
      writtenBy === "unknown"
        ? "Ask the prescriber to correct it."
        : `Ask somebody in the role that wrote it (${roles[writtenBy].toLowerCase()}), or the prescriber, to correct it.`,
  }),
  "not-your-entry": ({ role }) => ({
    says: "Somebody else wrote this entry, so it cannot be corrected here.",
    remedy:
      role === "patient" || role === "guardian"
        ? "Ask the clinic to correct it, or tell them what you know."
        : "Ask the clinic that wrote it, or the patient’s own clinic, to correct it. What you know is recorded as a new entry.",
  }),
  "replacement-does-not-fit": ({ problem }) => ({
    says: `This correction does not fit the entry (${problem}).`,
    remedy: "Write a correction in the shape of the entry, or withdraw the entry.",
  }),
  "speaks-against-treatment": ({ role }) => ({
    says: `${roles[role]}: this entry speaks against treatment, and cannot be taken back or changed in that role.`,
    remedy:
      "Record what is known now as a new entry. The prescriber decides what it means for the treatment.",
  }),
  "registration-stays": () => ({
    says: "A registration cannot be withdrawn.",
    remedy:
      "Correct what is wrong in it. For a patient who is registered twice, go on with one of the records.",
  }),
  "no-such-rule": ({ rule, known }, say) => ({
    says: `There is no rule “${rule}”.`,
    remedy: choices(rule, known, say),
  }),
  "nothing-to-settle": ({ rule }) => ({
    says: `“${ruleTitle(rules, rule)}” does not stop this supply for that reason.`,
    remedy: "Look at the findings as they are now: the record may have changed.",
  }),
  "floor-stands": ({ rule }) => ({
    says: `“${ruleTitle(rules, rule)}” is a limit that nobody can set aside.`,
    remedy: "Follow the steps that are shown for it.",
  }),
  "no-course": () => ({
    says: "No course is under way.",
    remedy: "Start a course first. For treatment elsewhere, record the day of the last capsule.",
  }),
  "course-under-way": ({ sinceDay }, say) => ({
    says: `A course has been under way since ${say.day(sinceDay)}.`,
    remedy: "End it before another begins.",
  }),
  "already-held": ({ sinceDay }, say) => ({
    says: `The course has been on hold since ${say.day(sinceDay)}.`,
    remedy: "The prescriber can resume it or end it.",
  }),
  "not-held": () => ({
    says: "The course was not on hold at that time.",
    remedy: "Nothing has to be resumed. Check the day, if a pause was meant that began earlier.",
  }),
  "does-not-pass": ({ verdict }) => ({
    says: doesNotPass[verdict],
    remedy: "The findings say why; the steps say what is to be done, by whom and from when.",
  }),
  "not-a-number": ({ given }) => ({
    says: `“${given}” is not the number of an authorisation.`,
    remedy: "Check it letter by letter; it looks like K7QX-2M9P-4TR8.",
  }),
  "no-such-authorisation": ({ number }) => ({
    says: `No authorisation with the number ${number} was found.`,
    remedy: "Check the number letter by letter. Where a patient was named as well, check that too.",
  }),
  "authorisation-used": ({ number, state }) => ({
    says: `The authorisation ${number} ${used[state]}.`,
    remedy: "It cannot be used again: a new authorisation is needed.",
  }),
  "never-dispensed": ({ number }) => ({
    says: `Nothing has been dispensed on the authorisation ${number}.`,
    remedy: "To take back an authorisation that was not used, void it.",
  }),
  "handed-out-elsewhere": ({ number }) => ({
    says: `Nothing was handed out here on the authorisation ${number}, so it cannot be taken back here.`,
    remedy:
      "Only the clinic or pharmacy that handed it out, or the patient's own clinic, takes it back. Ask one of them.",
  }),
  "not-unopened": ({ number, because }) => ({
    says: `The supply on the authorisation ${number} cannot be taken back as never handed out: ${notUnopened[because]}.`,
    remedy:
      "Record the capsules that came back as returned. If what was recorded since is wrong, the prescriber withdraws that first.",
  }),
  "numbers-used-up": ({ most }, say) => ({
    says: `All ${say.number(most)} numbers for authorisations of this patient were given.`,
    remedy: "Register the patient anew for further supplies, and end this record.",
  }),
  "no-such-task": ({ task }) => ({
    says: `There is no task ${task}.`,
    remedy: "Choose the task from the patient's open tasks.",
  }),
  "personal-data-erased": () => ({
    says: "This patient's personal data were erased.",
    remedy: "Names cannot be kept here any more. For new treatment, register the patient anew.",
  }),
  "more-than-given": ({ capsules, given }, say) => ({
    says: `${count(say, capsules, "capsule")} cannot have come back: ${say.number(given)} of that strength ${given === 1 ? "is" : "are"} out.`,
    remedy: "Count again and check the strength. If a supply is missing from the record, record it first.",
  }),
};

/** Fields that can also be said in words. */
const inWords: ReadonlySet<FieldName> = new Set(["allergen", "condition", "medicine"]);
const mostShown = 12;

/** All there is to choose from, or what is likest to what was given. */
function choices(given: string, known: readonly string[], say: Say): string {
  if (known.length === 0) return "There is nothing to choose from yet.";
  if (known.length <= mostShown) return `Choose from: ${known.join(", ")}.`;
  return `Did you mean one of these: ${mostAlike(given, known, 3).join(", ")}? There are ${say.number(known.length)} to choose from.`;
}

type NotStarted = Refusals["not-started"]["field"];
const notStarted: { readonly [F in NotStarted]: (what: string, say: Say) => RefusalText } = {
  condition: (what, say) => ({
    says: `This illness is not recorded as standing at that time: ${conditionName(what, say)}.`,
    remedy: "Check the illness and the day. One that was recorded in words is withdrawn by a correction.",
  }),
  medicine: (what, say) => ({
    says: `This medicine is not recorded as taken at that time: ${say.name("medicine", what)}.`,
    remedy: "Check the medicine and the day. One that was recorded in words is withdrawn by a correction.",
  }),
  method: (what, say) => ({
    says: `This method of contraception is not recorded as in use at that time: ${say.name("contraceptive", what)}.`,
    remedy: "Check the method and the day. If it was in use, record its start first.",
  }),
  symptom: (what, say) => ({
    says: `This symptom is not open at that time: ${say.name("symptom", what)}.`,
    remedy: "Check the symptom and the day, or record the symptom first. It may have been assessed already.",
  }),
  pregnancy: () => ({
    says: "No pregnancy and no positive test is open at that time.",
    remedy: "Check the day. If one was recorded by mistake, correct that entry.",
  }),
  programme: (what, say) => ({
    says: `No enrolment in this programme stands at that time: ${say.name("protocol", what)}.`,
    remedy: "Check the programme and the day.",
  }),
};

const results: Readonly<Record<string, string>> = {
  negative: "negative",
  positive: "positive",
  indeterminate: "unclear",
};

const doesNotPass: { readonly [V in Refusals["does-not-pass"]["verdict"]]: string } = {
  pass: "The supply is not in order.",
  advise: "The supply is not in order.",
  ask: "This cannot be done yet: something is missing that someone can supply.",
  wait: "This cannot be done yet: only a later day can change that.",
  stop: "This cannot be done as things stand.",
};

const notUnopened: { readonly [B in Refusals["not-unopened"]["because"]]: string } = {
  "doses-taken": "doses were taken since",
  "capsules-counted": "its capsules were counted since",
  "capsules-returned": "capsules of it came back since",
  "later-supply": "a later supply was handed out since",
};

const used: { readonly [S in Refusals["authorisation-used"]["state"]]: string } = {
  dispensed: "has been used",
  reversed: "was used and its supply taken back",
  voided: "has been voided",
  expired: "has expired",
};

function amount(value: number, unit: string | undefined, say: Say): string {
  return unit === undefined ? say.number(value) : `${say.number(value)} ${unit}`;
}

function sentenceCase(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
