import { type Body, bodies, type EntryOf } from "../../core/entry.ts";
import { notBefore } from "../../core/happened.ts";
import { refuse } from "../../core/refusal.ts";
import type { PatientState } from "../patient-state.ts";
import { testName } from "./collect-pregnancy-test.ts";
import { command, nothing, write } from "./command.ts";
import { about, anybody, fact, isPatients, whyNotThen } from "./recording.ts";
import { happenedWhen } from "./when.ts";

/**
 * What a sample showed. Only a negative result can be refused: a positive or unclear one is written down whatever is
 * wrong with it, on a sample of its own where none is known, and over a better result that was written before.
 */
export const resultPregnancyTest = command({
  name: "result-pregnancy-test",
  on: "patient",
  roles: anybody,
  input: bodies["pregnancy-test-resulted"].extend(about),
  isAlarm: ({ result }) => result !== "negative",
  decide({ happened: when, note, test: named, result }, state, given) {
    const asked = happenedWhen(when, given, state.zone);
    const misdated = whyNotThen(asked, state, given);
    const happened = misdated === undefined ? asked : given.now;
    const sample = state.record
      .of("pregnancy-test-collected")
      .findLast((one) => one.body.test === named && notBefore(happened, one.happened));
    // A sample nobody knew gets a number of its own where what was written is none: it could be anybody's name.
    const test = sample === undefined && !testName.safeParse(named).success ? given.newId() : named;
    const before = sample === undefined ? undefined : resultOf(sample, state);
    if (before === result && note === undefined) return nothing;
    if (result === "negative") {
      if (misdated !== undefined) return { refusal: misdated };
      if (sample === undefined) return { refusal: refuse("result-without-sample", { test }) };
      const { role } = given.by;
      if (isPatients(role) && sample.body.setting !== "home") {
        const needed = anybody.filter((one) => !isPatients(one));
        return { refusal: refuse("not-your-word", { role, needed }) };
      }
    }
    if (before !== undefined && worstFirst.indexOf(before) < worstFirst.indexOf(result)) {
      return { refusal: refuse("already-resulted", { test, result: before }) };
    }
    const found = fact("pregnancy-test-resulted", { test, result }, { happened, note }, state, given);
    return sample === undefined
      ? write(fact("pregnancy-test-collected", { test }, { happened }, state, given), found)
      : write(found);
  },
});

type TestResult = Body<"pregnancy-test-resulted">["result"];
const worstFirst: readonly TestResult[] = ["positive", "indeterminate", "negative"];

function resultOf(sample: EntryOf<"pregnancy-test-collected">, { record }: PatientState) {
  return record.tests[record.of("pregnancy-test-collected").indexOf(sample)]?.result;
}
