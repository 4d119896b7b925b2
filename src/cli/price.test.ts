import { tmpdir } from "node:os";
import { expect, test } from "vitest";
import { isowardIn } from "./testing/isoward.ts";

const isoward = isowardIn(tmpdir());
const asked = "--daily-mg 40 --days 30 --visit first --can-become-pregnant yes --on 2026-11-22".split(" ");

test("isoward price prints the lines and the total as JSON, and the same as a bill to read", () => {
  const json = isoward("price", "--clinic", "tokyo-monthly", ...asked, "--json");
  expect(json.err).toBe("");
  expect(json.status).toBe(0);
  const answer = JSON.parse(json.out) as { total: number; lines: { item: string; yen: number }[] };
  expect(answer.total).toBe(33_594);
  expect(answer.lines.map(({ item, yen }) => [item, yen])).toEqual([
    ["consultation-first", 3850],
    ["capsules", 25_080],
    ["blood-test", 3608],
    ["urine-test", 1056],
  ]);
  const read = isoward("price", "--under", "tokyo-monthly", ...asked, "--lang", "ja");
  expect(read.out).toContain("合計: 33,594円 (税込)");
});

test("the example on the help page of isoward price comes to a total", () => {
  const [, example = ""] = /Example:\n {2}isoward (.+)/.exec(isoward("price", "--help").out) ?? [];
  const { status, out } = isoward(...example.split(" "), "--on", "2026-11-22");
  expect(status, example).toBe(0);
  expect(out).toContain("33,594");
});
