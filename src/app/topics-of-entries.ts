/** What an entry tells, and what is left of it for those who see only a part of that. */
import { type Body, type Entry, type EntryType, entryTypes } from "../core/entry.ts";
import { withoutOwnWords } from "./free-text.ts";
import { type Topic, topicOf } from "./topics.ts";
import { topicsOfRule } from "./topics-of-rules.ts";
import { topicsOfCondition, topicsOfMedicine, topicsOfSymptom, topicsOfWords } from "./topics-of-things.ts";

type Said = { readonly [T in EntryType]: { readonly type: T; readonly body: Body<T> } }[EntryType];

/**
 * Everything an entry tells: whoever does not see all of it does not see the entry.
 *
 * @param named the entry of an id, for a correction is about what it mends
 */
export function topicsOfEntry(
  { type, body }: Said,
  named: (id: string) => Said | undefined,
): readonly Topic[] {
  if (type === "judgement-recorded" || type === "finding-overridden") return topicsOfRule(body.rule);
  if (type === "condition-recorded" || type === "condition-ended")
    return body.condition === undefined ? topicsOfWords : topicsOfCondition(body.condition);
  if (type === "medicine-started" || type === "medicine-ended")
    return body.medicine === undefined ? topicsOfWords : topicsOfMedicine(body.medicine);
  if (type === "symptom-assessed") return topicsOfSymptom(body.symptom);
  if (type === "undated-fact-imported") {
    const fact = { type: body.type, body: body.body };
    return isSaid(fact) ? topicsOfEntry(fact, named) : topicsOfWords;
  }
  return type === "corrected" ? topicsOfCorrection(body, named) : [topicOf(type)];
}

/** Of what it mends, as that was and as it is put. */
function topicsOfCorrection(
  { ref, replacement }: Body<"corrected">,
  named: (id: string) => Said | undefined,
): readonly Topic[] {
  const wrong = named(ref);
  if (wrong === undefined) return topicsOfWords;
  // A correction of a correction is about what that one mends.
  const before = topicsOfEntry(wrong, (id) => (id === ref ? undefined : named(id)));
  if (replacement === undefined || wrong.type === "corrected") return before;
  const mended = { type: wrong.type, body: { ...wrong.body, ...replacement } } as Said;
  return [...before, ...topicsOfEntry(mended, named)];
}

function isSaid(fact: { readonly type: string; readonly body: unknown }): fact is Said {
  return (entryTypes as readonly string[]).includes(fact.type);
}

/** What an entry is about first of all, by which another clinic sees it or not. */
export function subjectOf({ type, body }: Said, named: (id: string) => Said | undefined): Topic {
  if (type === "undated-fact-imported") return topicOf(body.type as EntryType);
  if (type === "judgement-recorded" || type === "finding-overridden")
    return topicsOfRule(body.rule)[0] ?? topicOf(type);
  if (type !== "corrected") return topicOf(type);
  const wrong = named(body.ref);
  return wrong === undefined || wrong.type === "corrected" ? "health" : subjectOf(wrong, named);
}

/** The entry without people's own words and without what is not seen; undefined where nothing is left that it says. */
export function partOf(entry: Entry, sees: (topics: readonly Topic[]) => boolean): Entry | undefined {
  const coded = withoutOwnWords(entry);
  const { type, body } = coded;
  if (type === "symptom-reported") {
    const symptoms = body.symptoms.filter((id) => sees(topicsOfSymptom(id)));
    return symptoms.length === 0 && body.symptoms.length > 0
      ? undefined
      : { ...coded, type, body: { symptoms } };
  }
  const seen = (rules: readonly string[]) => rules.filter((rule) => sees(topicsOfRule(rule)));
  if (type === "supply-voided") return { ...coded, type, body: { ...body, rules: seen(body.rules) } };
  if (type === "task-raised") return { ...coded, type, body: { ...body, rules: seen(body.rules) } };
  if (type === "category-attested" && !sees(["sexual-history"])) {
    const { basis: _basis, ...rest } = body;
    return { ...coded, type, body: { ...rest, documented: [] } };
  }
  return coded;
}
