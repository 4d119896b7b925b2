import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadKnowledgeFolder, problemLines, readKnowledge } from "../../app/knowledge-files.ts";
import { packageFolder } from "../../app/write-schemas.ts";
import { type Day, day } from "../calendar.ts";
import { everyCites } from "./draft.ts";
import { type AnyValue, isLooser, type ParameterId, parameterIds } from "./parameters.ts";
import { editionsOn, resolveValues, type Values } from "./resolve.ts";
import type { Knowledge } from "./schema.ts";

/** The folder as it is; read once, and only where it loads. */
let read: Knowledge | undefined;
const knowledge = (): Knowledge => (read ??= readKnowledge());

describe("The knowledge folder", () => {
  test("loads without a problem", () => {
    const loaded = loadKnowledgeFolder();
    expect("problems" in loaded ? problemLines(loaded.problems) : "").toBe("");
  });

  test("every value cites", () => {
    let values = 0;
    for (const layer of [...Object.values(knowledge().protocols), ...Object.values(knowledge().clinics)]) {
      for (const [id, stated] of Object.entries(layer.values)) {
        for (const { cites } of stated ?? []) {
          values += 1;
          expect(cites.length, `${layer.id} ${id}`).toBeGreaterThan(0);
        }
      }
    }
    expect(values).toBeGreaterThan(150);
  });

  test("every cite exists, and every source is cited", () => {
    const { sources, ...rest } = knowledge();
    const cited = new Set<unknown>();
    let lists = 0;
    for (const { cites } of everyCites(rest)) {
      lists += 1;
      for (const id of cites) cited.add(id);
    }
    expect([...cited].filter((id) => !Object.hasOwn(sources, String(id)))).toEqual([]);
    // A decision on how something is reckoned is cited where it is reckoned.
    const code = globSync("src/core/**/*.ts", { cwd: packageFolder, exclude: ["**/*.test.ts"] });
    for (const file of code)
      for (const [, id] of readFileSync(join(packageFolder, file), "utf8").matchAll(/"(decision-[a-z-]+)"/g))
        cited.add(id);
    expect(Object.keys(sources).filter((id) => !cited.has(id))).toEqual([]);
    expect(code.length).toBeGreaterThan(150);
    expect(lists).toBeGreaterThan(350);
    expect(Object.keys(sources).length).toBeGreaterThan(100);
  });

  test("the digest is a SHA-256, and the same each time", () => {
    expect(knowledge().digest).toMatch(/^[0-9a-f]{64}$/);
    expect(readKnowledge().digest).toBe(knowledge().digest);
  });

  test("no protocol but jp-selfpay lets a longer supply be signed for", () => {
    const allow = Object.values(knowledge().protocols).filter(
      ({ mayLoosen }) => mayLoosen["supplyDaysIfPregnancyImpossible"] !== undefined,
    );
    expect(allow.map(({ id }) => id)).toEqual(["jp-selfpay"]);
  });
});

const registry = "a step of the US programme, not a clinical requirement: nobody in Japan could take it";
const decidedLength = "decided: page 004 goes to 8 months, past the US 20 weeks with an advice";

/** Where jp-selfpay may be looser than a foreign label, and why (clinical facts, section 12.1). */
const looserOnPurpose: { readonly [P in ParameterId]?: string } = {
  missedFirstWindowWaitDays:
    "the lockout is a penalty of the programme, which the programme itself gave up on 15 Nov 2026",
  enrolments: registry,
  programmeAuthorisation: registry,
  pretreatmentTestsInCertifiedLaboratory: registry,
  laterTestsInCertifiedLaboratory: registry,
  comprehensionEverySupplyIfPregnancyPossible: registry,
  prescriptionWindowDaysIfPregnancyImpossible: registry,
  windowZone: "windows end in the clinic's own zone",
  wholeBlisterCapsules:
    "blisters of ten are how US packs come; nobody has read those of the Japanese products",
  secondPrescriberUnderAgeYears: "the programme itself dropped it on 22 Jan 2026",
  courseUsual: decidedLength,
  courseLongest: decidedLength,
};

/** The programme's own forms and topics, which no clinic in Japan could sign or teach; it has consents of its own. */
const namedByProgramme = new Set([
  "informed-consent",
  "birth-defects-consent",
  "programme-requirements",
  "acknowledgement-of-risk",
  "acknowledgement-of-risk-revised",
  "reminder-card",
]);

describe("jp-selfpay is value by value the strictest of the foreign labels", () => {
  const today = day("2026-11-22");

  test.each(["label-us", "us-ipledge", "label-eu", "eu-ppp", "uk-mhra"])(
    "as strict as every edition of %s",
    (foreign) => {
      const looser: string[] = [];
      let compared = 0;
      for (const own of editions("jp-selfpay", today)) {
        const ours = valuesOf("jp-selfpay", own, today);
        for (const edition of editions(foreign, today)) {
          const theirs = valuesOf(foreign, edition, today);
          for (const id of parameterIds) {
            compared += 1;
            if (looserOnPurpose[id] !== undefined) continue;
            const asked = withoutForms(theirs[id].value);
            if (!isLooser(id, ours[id].value, asked)) continue;
            looser.push(
              `${id}: ${JSON.stringify(ours[id].value)} is looser than ${JSON.stringify(asked)} of ${theirs[id].from}`,
            );
          }
        }
      }
      expect([...new Set(looser)]).toEqual([]);
      expect(compared).toBeGreaterThanOrEqual(parameterIds.length);
    },
  );
});

function withoutForms(value: AnyValue | null): AnyValue | null {
  return Array.isArray(value) ? value.filter((item) => !namedByProgramme.has(item)) : value;
}

function editions(protocol: string, on: Day): readonly Day[] {
  const found = knowledge().protocols[protocol];
  return found === undefined ? [] : editionsOn(found, on).map(({ since }) => since);
}

function valuesOf(protocol: string, edition: Day, on: Day): Values {
  return resolveValues(knowledge(), { protocol, edition, on });
}
