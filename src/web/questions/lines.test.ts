import { expect, test } from "vitest";
import { readKnowledge } from "../../app/knowledge-files.ts";
import { askOn, isProblems, questionNamed } from "../../app/questions/ask.ts";
import { settingUnder } from "../../app/questions/under.ts";
import { day } from "../../core/calendar.ts";
import { whomToCall } from "./lines.ts";

const knowledge = readKnowledge();

function called(id: string, given: object) {
  const question = questionNamed(id);
  const setting = settingUnder("jp-selfpay", knowledge);
  if (question === undefined || setting === undefined) throw new Error(id);
  const answer = askOn(question, given, { knowledge, setting, day: day("2026-11-22") }, {});
  if (isProblems(answer)) throw new Error(JSON.stringify(answer.problems));
  const whom = whomToCall(answer, "JP", knowledge);
  return { clinic: whom?.clinic, lines: whom?.lines.map(({ line, how }) => `${line.number} ${how}`) };
}

test("an ambulance is loud where help is needed now", () => {
  expect(called("triage", { symptoms: ["headache", "blurred vision"] }).lines).toEqual(["119 now"]);
});

test("a headache sends to the clinic first, with the ambulance quiet beside it and no crisis line", () => {
  expect(called("triage", { symptoms: ["headache"] })).toEqual({ clinic: true, lines: ["119 beside"] });
});

test("somebody to talk to comes first where that is what is needed, and nowhere else", () => {
  expect(called("triage", { symptoms: ["死にたい"] }).lines?.[0]).toBe("0120-279-338 now");
  const trouble = called("contraception-trouble", { what: ["condom-broke"], phase: "during" });
  expect(trouble).toEqual({ clinic: true, lines: ["119 beside"] });
});

test("what sends nobody to a telephone names no number", () => {
  expect(called("triage", { symptoms: ["dry lips"], firstCapsule: "2026-11-01" }).lines).toBeUndefined();
});
