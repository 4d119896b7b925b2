import { expect, test } from "vitest";
import { reportKindOf } from "./report-kind.ts";

const line = (type: string, body = {}) => ({ type, body, withdrawn: false, correctedBy: null });
const positive = line("pregnancy-test-resulted", { result: "positive" });

test("a positive test or a reported pregnancy is reported as an exposure", () => {
  expect(reportKindOf([line("symptom-reported"), positive])).toBe("pregnancy-exposure");
  expect(reportKindOf([line("pregnancy-reported")])).toBe("pregnancy-exposure");
});

test("everything else is an adverse event, and so is a sign that was withdrawn or corrected", () => {
  const negative = line("pregnancy-test-resulted", { result: "negative" });
  expect(reportKindOf([])).toBe("adverse-event");
  expect(reportKindOf([negative, line("symptom-reported")])).toBe("adverse-event");
  expect(
    reportKindOf([
      { ...positive, withdrawn: true },
      { ...positive, correctedBy: "e-2" },
    ]),
  ).toBe("adverse-event");
});
