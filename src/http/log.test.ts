import { expect, test } from "vitest";
import { described } from "./log.ts";

test("The log says what went wrong and where, and quotes nothing of the record", () => {
  const cause = new RangeError(
    'patient/K7 entry 3 cannot be read: "61.5 kg" of 2026-11-20 is not “架空 花子”',
  );
  const { error, says, stack } = described(cause);
  expect(error).toBe("RangeError");
  expect(says).toBe("patient/K… entry … cannot be read: … of … is not …");
  expect(stack?.[0]).toContain("log.test.ts");
  expect(described("text")).toEqual({ error: "string" });
});
