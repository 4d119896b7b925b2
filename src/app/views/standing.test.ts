import { describe, expect, test } from "vitest";
import { at, type Day } from "../../core/calendar.ts";
import type { Entry } from "../../core/entry.ts";
import { newNumber } from "../authorisation-number.ts";
import { happening } from "../practice.ts";
import { now, patientOf, read, route, type WrittenEntry, was, zone } from "../testing/given.ts";
import { exampleOf } from "../testing/ready-patient.ts";
import { standingOf } from "./standing.ts";

/** An example's patient, moved so that today is their day, without some of their entries and with others. */
function standing(name: string, without: RegExp | undefined, further: readonly WrittenEntry[] = []) {
  const { entries, day } = exampleOf(name);
  const shift = happening(now, zone).day - day;
  const moved = entries
    .filter(({ type }) => without === undefined || !without.test(type))
    .map((one): Entry => ({ ...one, happened: { day: (one.happened.day + shift) as Day } }));
  const { group, who, turns, headline, until, decision } = standingOf(
    patientOf([...moved, ...read(further.map((one, index) => ({ ...one, id: `f${index}` })))]),
  );
  return { group, who, turns: turns.map((turn) => turn.who), headline, until, verdict: decision.verdict };
}

const begun = [
  was("contraception-started", "2026-11-18", { method: "combined-pill" }, "patient"),
  was("contraception-started", "2026-11-18", { method: "male-condom" }, "patient"),
];
const sample = was(
  "pregnancy-test-collected",
  "2026-11-18",
  { test: "s", setting: "medical-setting", detectsMiuPerMl: 25 },
  "nurse",
);
const negative = was("pregnancy-test-resulted", "2026-11-19", { test: "s", result: "negative" }, "lab");

describe("While the month on contraception runs", () => {
  const early = /^(pregnancy-test|contraception-started)/;

  test("a step that is due today is somebody's turn", () => {
    const { verdict, group, who, turns, headline } = standing("ready-can", early, begun);
    expect(verdict).toBe("wait");
    expect({ group, who, turns }).toEqual({ group: "gather", who: ["lab"], turns: ["lab"] });
    expect(headline.text.en).toContain("Collect the first pregnancy test");
  });

  test("so is a result that is awaited", () => {
    const { group, who, headline } = standing("ready-can", early, [...begun, sample]);
    expect({ group, who }).toEqual({ group: "gather", who: ["lab"] });
    expect(headline.text.en).toContain("Record the result");
  });

  test("nobody has a turn once only a later day helps", () => {
    const { group, who } = standing("ready-can", early, [...begun, sample, negative]);
    expect({ group, who }).toEqual({ group: "wait", who: [] });
  });
});

describe("An authorisation given while capsules are in hand", () => {
  const number = newNumber(route, new Set()) ?? "";
  const given = was(
    "supply-dispensed",
    "2026-11-10",
    {
      product: "isotroin",
      capsules: 60,
      capsuleMg: 20,
      dailyMg: 40,
      days: 30,
    },
    "pharmacist",
  );
  const authorised = (dispenseBefore: string) =>
    was("supply-authorised", "2026-11-20T09:00:00+09:00", {
      number,
      product: "isotroin",
      capsuleMg: 20,
      capsules: 60,
      dailyMg: 40,
      dosesPerDay: 2,
      days: 30,
      edition: "2021-12-13",
      dispenseBefore,
    });

  test("is nobody's to hand out where it closes before they are used up, but the prescriber's to void", () => {
    const { group, who, turns, headline, until } = standing("ready-cannot", undefined, [
      given,
      authorised("2026-12-10T00:00:00+09:00"),
    ]);
    expect({ group, who, turns }).toEqual({ group: "gather", who: ["prescriber"], turns: ["prescriber"] });
    expect(until).toBe(at("2026-12-10T00:00:00+09:00"));
    expect(headline.text).toEqual({
      en: "This authorisation can be used until 9 Dec 2026, 23:59 (Asia/Tokyo), but nothing may be handed out before 10 Dec 2026. It will never be used: void it, and authorise anew once that day has come.",
      ja: "この承認の期限は2026年12月9日 23:59(Asia/Tokyo)ですが、2026年12月10日より前にはお渡しできないため、使われないまま期限が切れます。この承認を取り消し、その日以降に改めて承認してください。",
    });
  });

  test("waits for the pharmacist where it closes a day later", () => {
    const { group } = standing("ready-cannot", undefined, [given, authorised("2026-12-11T00:00:00+09:00")]);
    expect(group).toBe("dispense");
  });
});
