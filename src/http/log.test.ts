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

test("The log holds no more of a message than anybody reads, and no part of a quotation that was cut", () => {
  for (const [open, close] of [
    ['"', '"'],
    ["'", "'"],
    ["“", "”"],
  ]) {
    const { says = "" } = described(new Error(`cannot read ${open}${"架空".repeat(100_000)}${close}`));
    expect(says.length).toBeLessThan(2100);
    expect(says).toMatch(/^cannot read …/);
    expect(says).not.toContain("架空");
  }
});

test("A line of the log is one line, whatever stands in what went wrong", () => {
  const line = JSON.stringify(described(new Error('a\n{"id":"forged"}\r\u2028\u001b[2J')));
  expect(line.split(/[\n\r]/)).toHaveLength(1);
  expect(line).not.toContain("\u001b");
});
