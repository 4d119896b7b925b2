/** Forms that complete what was recorded already: they give a correction of the entry that lacks something. */
import type { TimelineLine } from "../../../app/views/shapes.ts";
import { testSettings } from "../../../core/vocabulary.ts";
import type { Around, Offer, StepJson } from "./for-step.ts";
import { type Filled, type FormSpec, give, said } from "./spec.ts";
import { staff } from "./who.ts";

/** Stands in the correction as its reason: it is data, so it is in one language. */
const completed = "completed";

function stands({ withdrawn }: TimelineLine): boolean {
  return !withdrawn;
}

/** Gives a correction for each of the entries. */
function completing(
  refs: readonly string[],
  fields: FormSpec["fields"],
  become: (filled: Filled) => object = said,
): Offer {
  if (refs.length === 0) return { is: "nothing" };
  const form: FormSpec = {
    command: "correct-entry",
    by: staff,
    when: "none",
    noNote: true,
    fields,
    gives: (filled) =>
      refs.map((ref) => give("correct-entry", { ref, reason: completed, replacement: become(filled) })),
  };
  return { is: "forms", forms: [{ form }] };
}

/** The sample of a day that has no result yet, by the name it goes under. */
export function openTestOf(entries: readonly TimelineLine[] | undefined, day: unknown): string | undefined {
  const resulted = new Set(
    entries?.filter(({ type }) => type === "pregnancy-test-resulted").map(({ body }) => body["test"]),
  );
  const open = entries?.filter(
    (line) => line.type === "pregnancy-test-collected" && stands(line) && !resulted.has(line.body["test"]),
  );
  const found = open?.find(({ happened }) => happened.day === day) ?? open?.[0];
  return found === undefined ? undefined : String(found.body["test"]);
}

export function completeTest(
  lacking: "setting" | "detectsMiuPerMl",
  step: StepJson,
  { entries }: Around,
): Offer {
  const refs = (entries ?? [])
    .filter(
      (line) =>
        line.type === "pregnancy-test-collected" &&
        stands(line) &&
        line.happened.day === step.facts["collectedDay"],
    )
    .map(({ id }) => id);
  return completing(
    refs.slice(0, 1),
    lacking === "setting"
      ? [{ kind: "choice", name: "setting", choices: testSettings, required: true }]
      : [{ kind: "number", name: "detectsMiuPerMl", unit: "mIU/mL", required: true }],
  );
}

/** Whether puberty has begun stands with the registration. */
export function completePuberty({ entries }: Around): Offer {
  const registered = entries?.find(({ type }) => type === "registered");
  return completing(
    registered === undefined ? [] : [registered.id],
    [{ kind: "yes-no", name: "pubertyBegun", required: true }],
    ({ pubertyBegun }) => ({ prepubertal: pubertyBegun !== true }),
  );
}

/** The newest results that are not known to be fasting. */
export function completeFasting(
  facts: Readonly<Record<string, unknown>> | undefined,
  { entries }: Around,
): Offer {
  const analytes = Array.isArray(facts?.["analytes"]) ? (facts["analytes"] as readonly unknown[]) : [];
  const refs = analytes.flatMap((analyte) => {
    const newest = entries?.find(
      (line) => line.type === "lab-resulted" && stands(line) && line.body["analyte"] === analyte,
    );
    return newest === undefined ? [] : [newest.id];
  });
  return completing(refs, [
    { kind: "yes-no", name: "fasting", required: true },
    { kind: "number", name: "hoursSinceAlcohol", unit: "hours" },
  ]);
}
