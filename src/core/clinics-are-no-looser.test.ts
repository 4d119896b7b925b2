/** What a clinic may do: ask for more than its protocol, and less only where somebody signed and the protocol lets it. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { knowledgeTexts, readKnowledge } from "../app/knowledge-files.ts";
import { type Verdict, verdicts } from "./finding.ts";
import { judgeSupply } from "./judge.ts";
import { loadKnowledge } from "./knowledge/load.ts";
import { isLooser, type Parameter, parameterIds, parameters } from "./knowledge/parameters.ts";
import { editionsOn, resolveValues } from "./knowledge/resolve.ts";
import { foldRecord } from "./record.ts";
import { calmScenes, runs, type Scene, sceneDay, scenes } from "./testing/scenes.ts";

const knowledge = readKnowledge();
const clinics = Object.values(knowledge.clinics);
const rank = (verdict: Verdict) => verdicts.indexOf(verdict);

/** The scene under a protocol, with a clinic's house rules or without. */
function judged(scene: Scene, protocol: string, clinic?: string) {
  const { confirmedEditions } = scene.setting;
  return judgeSupply(scene.question, {
    knowledge,
    setting: { protocol, confirmedEditions, ...(clinic === undefined ? {} : { clinic }) },
    record: foldRecord(scene.entries, { at: scene.at, zone: scene.zone }),
  });
}

describe("A clinic's verdict", () => {
  test.each(clinics.map(({ id, on }) => [id, on] as const))(
    "at %s is never more permissive than its protocol's, but for what was signed for",
    (clinic, protocol) => {
      let compared = 0;
      fc.assert(
        fc.property(fc.oneof(scenes, calmScenes), (scene) => {
          const plain = judged(scene, protocol);
          const house = judged(scene, protocol, clinic);
          const byRule = new Map(house.findings.map((finding) => [finding.rule, finding]));
          for (const { rule, verdict, reason } of plain.findings) {
            const own = byRule.get(rule);
            if (own === undefined) throw new Error(`${rule} is not judged at ${clinic}`);
            compared += 1;
            if (own.reason === "longer-by-deviation") {
              // Only the length for somebody who cannot become pregnant was signed for, never the floor.
              expect(reason).toBe("too-long-for-protocol");
              continue;
            }
            expect(rank(own.verdict), `${rule}: ${reason}, ${own.reason}`).toBeGreaterThanOrEqual(
              rank(verdict),
            );
          }
          const signed = house.findings.some(({ reason }) => reason === "longer-by-deviation");
          if (!signed) expect(rank(house.verdict)).toBeGreaterThanOrEqual(rank(plain.verdict));
        }),
        runs(60),
      );
      expect(compared).toBeGreaterThan(2_000);
    },
  );

  test("beside any other protocol is never more permissive than that protocol's, whatever was signed", () => {
    const others = Object.values(knowledge.protocols).filter(({ usable }) => usable);
    fc.assert(
      fc.property(
        fc.oneof(scenes, calmScenes),
        fc.constantFrom(...clinics),
        fc.constantFrom(...others),
        (scene, clinic, { id }) => {
          if (clinic.on === id) return;
          const plain = judged(scene, id);
          const house = judged(scene, id, clinic.id);
          expect(rank(house.verdict)).toBeGreaterThanOrEqual(rank(plain.verdict));
        },
      ),
      runs(150),
    );
  });
});

describe("A clinic's values", () => {
  test("loosen no floor, and nothing else without a signature", () => {
    let looked = 0;
    for (const { id: clinic, on: protocol } of clinics) {
      for (const { since: edition } of editionsOn(knowledge.protocols[protocol]!, sceneDay)) {
        const plain = resolveValues(knowledge, { protocol, edition, on: sceneDay });
        const house = resolveValues(knowledge, { protocol, clinic, edition, on: sceneDay });
        for (const id of parameterIds) {
          looked += 1;
          if (!isLooser(id, house[id].value, plain[id].value)) continue;
          const { floor }: Parameter = parameters[id];
          expect(floor, `${clinic} ${id}`).toBeUndefined();
          expect(house[id].deviation, `${clinic} ${id}`).toBeDefined();
        }
      }
    }
    expect(looked).toBeGreaterThan(400);
  });

  // What each page would do, and what keeps it from being written down as a house rule.
  test.each([
    [
      "page 000 ends contraception with the last capsule",
      "ten-day-start",
      "contraceptionMonthsAfter",
      "0",
      /floor/,
    ],
    ["page 000 begins on results nobody has read", "ten-day-start", "baselineAnalytes", "[]", /floor/],
    [
      "page 001 gives everybody three months",
      "three-month-supply",
      "supplyDaysIfPregnancyPossible",
      "90",
      /floor/,
    ],
    [
      "page 001 has one month of tests for a supply of three",
      "three-month-supply",
      "testEveryMonth",
      "false",
      /floor/,
    ],
    [
      "page 002 names no month of contraception before",
      "pore-care",
      "contraceptionMonthsBefore",
      "0",
      /floor/,
    ],
    [
      "page 002 calls six months the usual course",
      "pore-care",
      "courseUsual",
      "{ months: 6 }",
      /lets nobody loosen/,
    ],
    ["page 004 gives two months at once", "tokyo-monthly", "supplyDaysIfPregnancyPossible", "60", /floor/],
    [
      "page 004 gives men two months at once, unsigned",
      "tokyo-monthly",
      "supplyDaysIfPregnancyImpossible",
      "60",
      /nobody has signed/,
    ],
  ])("do not load where %s", (_what, clinic, parameter, value, says) => {
    const path = `clinics/${clinic}.yaml`;
    const texts = knowledgeTexts().map((one) => {
      if (one.path !== path) return one;
      const own = one.text
        .split("\n")
        .filter((line) => !line.startsWith(`  ${parameter}:`))
        .join("\n");
      const wish = `values:\n  ${parameter}: [{ since: 2021-12-13, value: ${value}, cites: [decision-bases] }]\n`;
      return { path, text: own.replace("values:\n", wish) };
    });
    const read = loadKnowledge(texts, () => "0".repeat(64));
    const problems = "problems" in read ? read.problems : [];
    expect(problems.map(({ file, says: text }) => `${file}: ${text}`)).toContainEqual(
      expect.stringMatching(new RegExp(`^${path}: .*${parameter}.*${says.source}`)),
    );
  });
});
