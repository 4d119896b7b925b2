import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readKnowledge } from "../../../app/knowledge-files.ts";
import { at, day } from "../../calendar.ts";
import { verdicts } from "../../finding.ts";
import { urgencies } from "../../knowledge/topics/urgency.ts";
import { namesOf, sameName } from "../../names/find-by-name.ts";
import { foldRecord } from "../../record.ts";
import { entry } from "../../testing/entries.ts";
import { askedOf, askedOn } from "../asked.ts";
import type { InputOf } from "../fields.ts";
import { readSymptoms } from "./read-symptoms.ts";
import { triage } from "./triage.ts";

const knowledge = readKnowledge();
const setting = { protocol: "jp-selfpay", confirmedEditions: [] };
const asked = askedOn(knowledge, setting, day("2026-11-22"));
const answer = (input: InputOf<typeof triage.fields>) => triage.answer(input, asked);
const all = Object.values(knowledge.symptoms);
const combinations = Object.values(knowledge.symptomCombinations);

/** The two orders together: a verdict, and within it how soon. */
const soonness = [
  "expected",
  "tell-at-visit",
  "ask-at-visit",
  "not-understood",
  "call-today",
  "dermatologist-today",
  "stop-and-call-today",
  "crisis",
  "emergency",
] as const;
const howSoon = (reason: string) => {
  const place = soonness.findIndex((one) => one === reason);
  expect(place, reason).toBeGreaterThanOrEqual(0);
  // Not understood or a call, a dermatologist or the clinic, a crisis or an ambulance: equally soon.
  return [0, 1, 2, 3, 3, 4, 4, 5, 5][place] ?? 0;
};

const anySaid = fc.array(fc.constantFrom(...all.map(({ id }) => id), "my elbow glows", "ひじが光る"), {
  minLength: 1,
  maxLength: 6,
});
const anyMore = fc.record(
  {
    firstCapsule: fc.constantFrom(day("2026-11-20"), day("2026-01-01"), day("2027-01-01")),
    during: fc.boolean(),
    pregnancyPossible: fc.boolean(),
  },
  { requiredKeys: [] },
);

describe("How soon a symptom has to be seen", () => {
  test("another symptom never makes it less urgent", () => {
    fc.assert(
      fc.property(anySaid, anySaid, anyMore, (some, more, rest) => {
        const one = answer({ ...rest, symptoms: some });
        const both = answer({ ...rest, symptoms: [...some, ...more] });
        expect(verdicts.indexOf(both.verdict)).toBeGreaterThanOrEqual(verdicts.indexOf(one.verdict));
        expect(howSoon(both.headline.reason)).toBeGreaterThanOrEqual(howSoon(one.headline.reason));
      }),
      { numRuns: 500 },
    );
  });

  test("together is never less than the worst alone", () => {
    fc.assert(
      fc.property(anySaid, anyMore, (some, rest) => {
        const together = answer({ ...rest, symptoms: some });
        for (const one of some) {
          const alone = answer({ ...rest, symptoms: [one] });
          expect(howSoon(together.headline.reason)).toBeGreaterThanOrEqual(howSoon(alone.headline.reason));
        }
      }),
      { numRuns: 300 },
    );
  });

  test("what nobody knows is never waved through", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 30 }), anyMore, (text, rest) => {
        const got = answer({ ...rest, symptoms: [text] });
        const known = all.some((symptom) =>
          namesOf(symptom).some((name) => sameName(name) === sameName(text)),
        );
        if (!known) expect(["ask", "stop"]).toContain(got.verdict);
      }),
      { numRuns: 150 },
    );
    expect(answer({}).verdict).toBe("ask");
    expect(answer({ symptoms: [] }).headline.reason).toBe("nothing-named");
  });

  test("a mild word in a sentence nobody understood does not make it mild", () => {
    const got = answer({ symptoms: ["dry lips after my tongue turned green"] });
    expect(got.headline.reason).toBe("not-understood");
    expect(got.remarks.map(({ about }) => about?.id)).toContain("dry-lips");
  });

  test("a symptom inside a longer sentence counts, in both languages", () => {
    expect(answer({ symptoms: ["since yesterday my head hurts a lot"] }).headline.reason).toBe(
      "stop-and-call-today",
    );
    expect(answer({ symptoms: ["昨日からとても頭が痛いです"] }).headline.reason).toBe("stop-and-call-today");
    expect(answer({ symptoms: ["頭が痛くて、目がかすむ"] }).verdict).toBe("stop");
    expect(answer({ symptoms: ["dry lips, headache and blurred vision"] }).headline.reason).toBe("emergency");
  });

  test.each(["歯が痛い", "足が痛い", "首が痛い", "頭皮が痛い"])(
    "%s is no other place written wrongly",
    (said) => {
      const heard = readSymptoms([said], knowledge);
      expect(heard).toEqual({ known: [], unknown: [said] });
    },
  );

  test("a slip in the kana is still heard", () => {
    expect(readSymptoms(["死にたいい"], knowledge).known).toContain("self-harm-thoughts");
  });

  test("each stop symptom of the list acts alone, for everybody and at any time", () => {
    const stopping = all.filter(({ stops, onlyIfPregnancyPossible }) => stops && !onlyIfPregnancyPossible);
    for (const { id } of stopping) {
      for (const rest of [{}, { pregnancyPossible: false }, { during: false }]) {
        expect(answer({ ...rest, symptoms: [id] }).verdict, id).toBe("stop");
      }
    }
    expect(stopping.length).toBeGreaterThanOrEqual(27);
  });

  test("every symptom is found by each of its names, and no name means two", () => {
    const seen = new Map<string, string>();
    let names = 0;
    for (const symptom of all) {
      for (const name of namesOf(symptom)) {
        const same = sameName(name);
        expect(seen.get(same) ?? symptom.id, `${name} is ${symptom.id}`).toBe(symptom.id);
        seen.set(same, symptom.id);
        const got = answer({ symptoms: [name] });
        expect(got.remarks.filter(({ reason }) => reason === "unknown")).toEqual([]);
        expect(
          got.remarks.filter(({ about }) => about?.kind === "symptom").map(({ about }) => about?.id),
        ).toContain(symptom.id);
        names += 1;
      }
    }
    expect(all.length).toBe(61);
    expect(names).toBeGreaterThanOrEqual(450);
  });

  test("every symptom has a lay name in both languages", () => {
    const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
    for (const { id, aliases } of all) {
      expect(aliases.filter((alias) => japanese.test(alias)).length, id).toBeGreaterThan(0);
      expect(aliases.filter((alias) => !japanese.test(alias)).length, id).toBeGreaterThan(0);
    }
  });

  test("what rests on unread sources alone is asked about at best", () => {
    const unread = all.filter(({ cites }) =>
      cites.every((id) => knowledge.sources[id]?.checked === "unread"),
    );
    for (const { id } of unread) expect(["ask", "stop"], id).toContain(answer({ symptoms: [id] }).verdict);
    expect(unread.map(({ id }) => id).toSorted()).toEqual(["hair-thinning", "insomnia", "period-change"]);
  });

  test("what is only expected says how it is eased", () => {
    const expected = all.filter(({ urgency }) => urgency === "expected");
    for (const { id, ease, stops } of expected) {
      expect(ease, id).toBeDefined();
      expect(stops, id).toBe(false);
    }
    expect(expected.length).toBe(10);
  });
});

describe("How bad it is", () => {
  const degrees = [
    (name: string) => `severe ${name}`,
    (name: string) => `I have a terrible ${name}`,
    (name: string) => `すごく${name}`,
    (name: string) => `ひどい${name}です`,
  ];

  test("makes no symptom less urgent than its name alone", () => {
    for (const { id, name } of all) {
      for (const words of degrees) {
        for (const said of [words(name.en), words(name.ja)]) {
          const heard = answer({ symptoms: [said] });
          const alone = answer({ symptoms: [id] });
          expect(howSoon(heard.headline.reason), said).toBeGreaterThanOrEqual(howSoon(alone.headline.reason));
        }
      }
    }
  });

  test.each(["severe headache", "can't breathe", "頭が割れそうに痛い", "お腹がすごく痛い", "目が見えません"])(
    "%s is understood, and said to be",
    (said) => {
      const { verdict, remarks } = answer({ symptoms: [said] });
      expect(verdict).toBe("stop");
      expect(remarks.map(({ reason }) => reason)).toContain("read-as");
      expect(remarks.map(({ reason }) => reason)).not.toContain("unknown");
    },
  );

  test("what was read as something is never said to be on no list", () => {
    for (const said of ["no headache", "頭痛はない", "headche"]) {
      const reasons = answer({ symptoms: [said] }).remarks.map(({ reason }) => reason);
      expect(reasons, said).toContain("read-in-part");
      expect(reasons, said).not.toContain("unknown");
    }
  });
});

describe("Words people use in danger", () => {
  test.each(["死にたくなる", "消えてしまいたいです", "飛び降りたい"])(
    "%s is heard as danger to oneself",
    (said) => {
      expect(answer({ symptoms: [said] }).headline.reason).toBe("crisis");
    },
  );

  test.each(["my lips are swollen", "throat closing", "胸が苦しい"])("%s is an emergency", (said) => {
    expect(answer({ symptoms: [said] }).headline.reason).toBe("emergency");
  });

  test("who is in danger from themselves and from an illness is told to talk to somebody as well", () => {
    const { headline } = answer({ symptoms: ["死にたい", "abdominal pain"] });
    const steps = headline.wayOut === "never" ? [] : headline.wayOut.map(({ action }) => action);
    expect(steps).toEqual(expect.arrayContaining(["get-help-now", "talk-to-someone-now"]));
  });
});

test("after the last capsule nothing is to be expected of it any more", () => {
  for (const { id } of all.filter(({ urgency }) => urgency === "expected"))
    expect(answer({ symptoms: [id], during: false }).headline.reason, id).not.toBe("expected");
});

describe("What is said in more pieces than anybody names", () => {
  const pieces = [...Array.from({ length: 60 }, (_, index) => `z${index}`), "死にたい"].join("、");

  test("is heard as a whole: nothing in it is lost, and nobody waits for it", () => {
    expect(readSymptoms([pieces], knowledge)).toEqual({ known: ["self-harm-thoughts"], unknown: [pieces] });
  });

  test("is read once, however often it is said", () => {
    const begun = performance.now();
    readSymptoms(
      Array.from({ length: 100 }, () => pieces),
      knowledge,
    );
    expect(performance.now() - begun).toBeLessThan(500);
  });
});

describe("Symptoms together", () => {
  test("name symptoms that there are, and raise what at least one choice of them is alone", () => {
    for (const { id, oneOfEach, urgency, stops } of combinations) {
      for (const symptom of oneOfEach.flat())
        expect(knowledge.symptoms[symptom], `${id}: ${symptom}`).toBeDefined();
      const mildest = oneOfEach.map((list) =>
        Math.min(...list.map((one) => urgencies.indexOf(knowledge.symptoms[one]?.urgency ?? "emergency"))),
      );
      const raises = urgencies.indexOf(urgency) > Math.max(...mildest);
      const newlyStops =
        stops && oneOfEach.every((list) => list.some((one) => knowledge.symptoms[one]?.stops === false));
      expect(raises || newlyStops, id).toBe(true);
    }
    expect(combinations.length).toBe(5);
  });

  test("every choice of each combination is heard", () => {
    let heard = 0;
    for (const { id, oneOfEach, urgency } of combinations) {
      for (const first of oneOfEach[0] ?? []) {
        for (const second of oneOfEach[1] ?? []) {
          const got = answer({ symptoms: [first, second] });
          expect(got.verdict, `${id}: ${first}, ${second}`).toBe("stop");
          expect(got.remarks.some(({ reason }) => reason === "together")).toBe(true);
          if (urgency === "emergency") expect(["emergency", "crisis"]).toContain(got.headline.reason);
          heard += 1;
        }
      }
    }
    expect(heard).toBe(19);
  });

  test("a flare with fever is never met with a higher dose or with patience", () => {
    const got = answer({ symptoms: ["flare", "fever"], firstCapsule: day("2026-11-10") });
    expect(got.headline.reason).toBe("dermatologist-today");
    expect(got.remarks.some(({ reason }) => reason === "ease" || reason === "symptom-expected")).toBe(false);
    const told = got.remarks.filter(({ section }) => section === "not-applied");
    expect(told.length).toBe(2);
    expect(told.every(({ verdict }) => verdict === "advise")).toBe(true);
  });
});

describe("Whom to call", () => {
  test.each([
    ["jp-selfpay", ["119", "0120-279-338"]],
    ["label-us", ["911", "988"]],
    ["uk-mhra", ["999", "111", "116 123"]],
    ["label-eu", ["112", "116 123"]],
  ])("the numbers of %s, and that nobody reads alarms", (protocol, numbers) => {
    const there = askedOn(knowledge, { ...setting, protocol }, day("2026-11-22"));
    const told = (symptoms: readonly string[]) => {
      const { remarks } = triage.answer({ symptoms }, there);
      const lines = remarks.filter(({ about }) => about?.kind === "helpline");
      const of = (section: string) =>
        lines
          .filter((one) => one.section === section)
          .map(({ about }) => knowledge.helplines[about?.id ?? ""]);
      const first = remarks.filter(({ section }) => section === "do");
      return { first: first.map(({ reason }) => reason), now: of("do"), lines };
    };
    for (const symptoms of [
      ["anaphylaxis"],
      ["headache"],
      ["my elbow glows"],
      ["死にたい"],
      ["depression"],
    ]) {
      const { first, lines } = told(symptoms);
      expect(first[0]).toBe("nobody-reads-alarms");
      const given = lines.map(({ facts }) => ("number" in facts ? facts.number : undefined));
      expect(given).toHaveLength(numbers.length);
      expect(new Set(given)).toEqual(new Set(numbers));
    }
    const kinds = (symptoms: readonly string[]) => told(symptoms).now.map((line) => line?.kind);
    expect(kinds(["anaphylaxis"])[0]).toBe("ambulance");
    expect(kinds(["anaphylaxis"])).not.toContain("crisis");
    for (const symptoms of [["headache"], ["my elbow glows"]]) {
      expect(told(symptoms).first[1]).toBe("clinic-number");
      expect(kinds(symptoms).filter((kind) => kind !== "urgent-advice")).toEqual([]);
    }
    expect(kinds(["depression"])).toContain("crisis");
    expect(kinds(["死にたい"])[0]).toBe("crisis");
    const crisis = triage.answer({ symptoms: ["死にたい"] }, there);
    expect(crisis.headline.reason).toBe("crisis");
    const first = crisis.remarks.find(({ reason }) => reason === "helpline");
    expect(first?.facts).toMatchObject({ kind: "crisis" });
  });

  test("an ambulance comes first where the danger is not only to oneself", () => {
    const got = answer({ symptoms: ["want to die", "cannot breathe"] });
    expect(got.headline.reason).toBe("emergency");
    expect(got.remarks.find(({ reason }) => reason === "helpline")?.facts).toMatchObject({
      kind: "ambulance",
    });
  });
});

describe("What the record says", () => {
  const of = (...entries: Parameters<typeof foldRecord>[0]) =>
    askedOf(
      knowledge,
      setting,
      foldRecord(entries, { at: at("2026-11-22T12:00:00+09:00"), zone: "Asia/Tokyo" }),
    );

  test("a symptom that no prescriber has assessed counts with what is said today", () => {
    const open = of(entry("symptom-reported", "2026-11-20", { symptoms: ["headache"] }, "patient"));
    expect(triage.answer({ symptoms: ["blurred vision"] }, open).headline.reason).toBe("emergency");
    expect(triage.answer({ symptoms: ["dry lips"] }, open).verdict).toBe("stop");
  });

  test("an alarm of mood counts until it has been assessed", () => {
    const alarm = entry(
      "mood-screened",
      "2026-11-20",
      { selfHarmThoughts: true, newMoodSymptom: false },
      "nurse",
    );
    expect(triage.answer({ symptoms: ["dry lips"] }, of(alarm)).headline.reason).toBe("crisis");
    const calm = entry("mood-assessed", "2026-11-21", { conclusion: "may-continue" });
    expect(triage.answer({ symptoms: ["dry lips"] }, of(alarm, calm)).verdict).toBe("pass");
  });

  test("raised white cells beside a flare are a sign of acne fulminans", () => {
    const cells = entry(
      "lab-resulted",
      "2026-11-18",
      { analyte: "wbc", value: 16.4, unit: "10*3/uL", upperLimit: 8.6 },
      "lab",
    );
    expect(triage.answer({ symptoms: ["acne worse"] }, of(cells)).headline.reason).toBe(
      "dermatologist-today",
    );
  });

  test("the first capsule and who can become pregnant are not asked again", () => {
    const record = foldRecord(
      [
        entry("category-attested", "2026-09-01", {
          canBecomePregnant: false,
          basis: "hysterectomy",
          documented: [],
        }),
      ],
      { at: at("2026-11-22T12:00:00+09:00"), zone: "Asia/Tokyo" },
    );
    expect(triage.known?.(record, asked)).toEqual({ pregnancyPossible: false });
  });
});

describe("After the last capsule", () => {
  const speaksOfTaking =
    /(?:stop|take no|further|no) (?:the )?capsule|カプセルを(?:直ちに)?中止|飲まないで|治療を中止|stops treatment|means? stop|before the next one|次を飲む/i;

  test.each([...all, ...combinations])("$id: nobody is told to stop capsules, and the call stays", (one) => {
    // Who took too many has some in hand.
    if (one.id === "overdose") return;
    const symptoms = "oneOfEach" in one ? one.oneOfEach.flatMap((list) => list.slice(0, 1)) : [one.id];
    const now = answer({ symptoms });
    const later = answer({ symptoms, during: false });
    const { en, ja } = one.afterwards ?? one.does;
    expect(en).not.toMatch(speaksOfTaking);
    expect(ja).not.toMatch(speaksOfTaking);
    expect(verdicts.indexOf(later.verdict)).toBeGreaterThanOrEqual(verdicts.indexOf(now.verdict));
    const steps = later.headline.wayOut === "never" ? [] : later.headline.wayOut;
    expect(steps.map(({ action }) => action)).not.toContain("take-no-capsule");
    if (later.verdict === "stop") expect(steps.length).toBeGreaterThan(0);
  });

  test("no word ends a course that the record has under way", () => {
    const record = foldRecord(
      [
        entry("supply-dispensed", "2026-11-02", {
          product: "isotroin",
          capsules: 30,
          capsuleMg: 20,
          days: 30,
        }),
      ],
      { at: at("2026-11-22T12:00:00+09:00"), zone: "Asia/Tokyo" },
    );
    const said = triage.answer(
      { symptoms: ["headache"], during: false },
      askedOf(knowledge, setting, record),
    );
    expect(said.headline).toMatchObject({ reason: "stop-and-call-today", facts: { over: false } });
  });
});
