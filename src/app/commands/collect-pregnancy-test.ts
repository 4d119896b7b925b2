import { z } from "zod";
import { bodies } from "../../core/entry.ts";
import { refuse } from "../../core/refusal.ts";
import { whyImplausible } from "../plausible.ts";
import { command, nothing, write } from "./command.ts";
import { about, anybody, fact, isPatients, isSame, whyNotThen } from "./recording.ts";
import { happenedWhen } from "./when.ts";

/** What a laboratory prints on a tube: no room for anybody's name in it. */
export const testName = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._/:-]{0,39}$/, "write the sample's number: letters, digits, . _ / : -");

/**
 * A sample for a pregnancy test. It gets a number of its own where the laboratory gave none. What a patient collects
 * was collected at home.
 */
export const collectPregnancyTest = command({
  name: "collect-pregnancy-test",
  on: "patient",
  roles: ["prescriber", "designee", "nurse", "pharmacist", "lab", "front-desk", "patient", "guardian"],
  input: bodies["pregnancy-test-collected"].extend({ test: testName.optional(), ...about }),
  decide({ happened: when, note, test, ...how }, state, given) {
    const happened = happenedWhen(when, given, state.zone);
    const misdated = whyNotThen(happened, state, given);
    if (misdated !== undefined) return { refusal: misdated };
    const { role } = given.by;
    const setting = how.setting ?? (isPatients(role) ? "home" : undefined);
    if (isPatients(role) && (setting !== "home" || how.supervised === true)) {
      return {
        refusal: refuse("not-your-word", { role, needed: anybody.filter((one) => !isPatients(one)) }),
      };
    }
    const body = { ...how, ...(setting === undefined ? {} : { setting }) };
    const implausible = whyImplausible("pregnancy-test-collected", body);
    if (implausible !== undefined) return { refusal: implausible };
    const samples = state.record.of("pregnancy-test-collected");
    const alike = samples.find(
      ({ body: { test: name, ...before }, happened: then }, index) =>
        (test === undefined ? state.record.tests[index]?.result === undefined : name === test) &&
        then.day === happened.day &&
        (happened.at === undefined || then.at === happened.at) &&
        isSame(before, body),
    );
    if (alike !== undefined && note === undefined) return nothing;
    const taken = samples.find((before) => before.body.test === test);
    if (test !== undefined && taken !== undefined) {
      return { refusal: refuse("already-collected", { test, collectedDay: taken.happened.day }) };
    }
    const whole = { test: test ?? given.newId(), ...body };
    return write(fact("pregnancy-test-collected", whole, { happened, note }, state, given));
  },
});
