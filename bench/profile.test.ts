import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { timesIn } from "./profile.ts";

const folder = mkdtempSync(join(tmpdir(), "isoward-profile-"));
afterAll(() => rmSync(folder, { recursive: true }));

const node = (id: number, functionName: string, url: string, ...children: number[]) => ({
  id,
  callFrame: { functionName, url },
  children,
});
const nodes = [
  node(1, "(root)", "", 2, 3, 5),
  node(2, "(idle)", ""),
  node(3, "judge", "file:///x/src/core/judge.ts", 4),
  node(4, "map", "node:internal/x"),
  node(5, "(garbage collector)", ""),
];

test("A sample belongs to the innermost stage that is known, and counts within what was watched alone", () => {
  const path = join(folder, "main.cpuprofile");
  // Each sample lasts until the next: 10 ms idle, 20 in what deciding called, 10 of garbage; the first is before.
  const profile = {
    nodes,
    startTime: 0,
    samples: [3, 2, 4, 5, 2],
    timeDeltas: [0, 5000, 10_000, 20_000, 10_000],
  };
  writeFileSync(path, JSON.stringify(profile));
  const [main, ...others] = timesIn([path], 4000, 36_000);
  expect(others).toEqual([]);
  expect(main).toMatchObject({ thread: "main", busy: 0.75 });
  expect(main?.stages.map(({ stage, share }) => [stage, Math.round(share * 3)])).toEqual([
    ["deciding", 2],
    ["collecting garbage", 1],
  ]);
});

test("Where no sample was taken, nobody was busy, and there is no stage", () => {
  const path = join(folder, "none.cpuprofile");
  writeFileSync(path, JSON.stringify({ nodes, startTime: 0, samples: [], timeDeltas: [] }));
  expect(timesIn([path], 0, 1)).toEqual([{ thread: "main", busy: 0, stages: [] }]);
});
