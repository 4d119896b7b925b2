import { describe, expect, test } from "vitest";
import type { KnowledgeText } from "./load.ts";
import { changed, harbour, load, only, problem, problemsOf, strict } from "./small-knowledge.ts";

function digest(texts: readonly KnowledgeText[]): unknown {
  const read = load(texts);
  return "digest" in read ? read.digest : read;
}

describe("Knowledge that loads", () => {
  test("a sound knowledge loads, with its values in order of their days", () => {
    const first = "    - { since: 2001-01-01, value: 7, cites: [label] }\n";
    const second = "    - { since: 2011-01-01, value: 6, cites: [label] }\n";
    const read = load(changed([strict, first + second, second + first]));
    if ("problems" in read) throw new Error(JSON.stringify(read.problems));
    const days = read.protocols["strict"]?.values["testWindowDays"]?.map(({ since }) => since);
    expect(days).toEqual(["2001-01-01", "2011-01-01"]);
    expect(read.products["constructor"]).toBeUndefined();
  });

  test("the digest is of what the files say, not of how they are laid out", () => {
    const plain = digest(changed());
    const laidOut = changed([
      "symptoms.yaml",
      "    stops: true\n    urgency: today\n",
      "    # seen\n    urgency: 'today'\n    stops: true\n",
    ]);
    expect(digest(laidOut.toReversed())).toBe(plain);
    expect(digest(changed(["symptoms.yaml", "urgency: today", "urgency: emergency"]))).not.toBe(plain);
  });

  test("examples beside a protocol are none of the loader's business", () => {
    const texts = [...changed(), { path: "protocols/strict.examples.yaml", text: "- anything" }];
    expect(problemsOf(texts)).toEqual([]);
  });

  test("a signed deviation within what the protocol allows loads", () => {
    const value = `  supplyDaysIfPregnancyImpossible:
    - { since: 2012-01-01, value: 90, cites: [label], deviation: { signedBy: Dr A, because: distance } }\n`;
    expect(problemsOf(changed([harbour, "values:\n", `values:\n${value}`]))).toEqual([]);
  });

  test("an unread source may tighten", () => {
    expect(problemsOf(changed([strict, "value: 6, cites: [label]", "value: 6, cites: [hearsay]"]))).toEqual(
      [],
    );
  });

  test("every problem is collected, in order of file and line", () => {
    const problems = problemsOf(
      changed(
        [harbour, "[claravis]", "[claro]"],
        [strict, "value: 30", "value: many"],
        ["symptoms.yaml", "stops: true", "stop: true"],
      ),
    );
    expect(problems.map(({ file, line }) => `${file}:${line}`)).toEqual([
      "clinics/harbour.yaml:9",
      "protocols/strict.yaml:18",
      "symptoms.yaml:2",
      "symptoms.yaml:4",
    ]);
  });
});

describe("Files and their shape", () => {
  test("broken YAML names its line", () => {
    expect(only(changed(["medicines.yaml", "verdict: stop", "verdict: stop: now"]))).toEqual(
      problem("medicines.yaml", "verdict", /not sound YAML/, /quotes/),
    );
  });
  test("an anchor nobody sets does not load, and does not throw", () => {
    expect(only(changed(["medicines.yaml", "class: tetracycline", "class: *tetra"]))).toEqual(
      problem("medicines.yaml", "class:", /anchor/, /Quote/),
    );
  });
  test("a key that is not known", () => {
    expect(only(changed(["symptoms.yaml", "stops: true", "stops: true\n    severe: true"]))).toEqual(
      problem("symptoms.yaml", "severe", /`severe` is not a key/, /spelling/),
    );
  });
  test("a text cut in two by a comma", () => {
    const texts = changed(["symptoms.yaml", "{ en: Headache,", "{ en: Headache, bad,"]);
    expect(only(texts)).toEqual(
      problem("symptoms.yaml", "{ en: Headache", /`bad` is not a key/, /Quote the text/),
    );
  });
  test("a parameter that is not known", () => {
    expect(only(changed([strict, "testAgeAtPrescriptionDays", "testAge"]))).toEqual(
      problem(strict, "testAge:", /`testAge` is not a key/, /spelling/),
    );
  });
  test("a value of the wrong kind says which unit is wanted", () => {
    expect(only(changed([strict, "value: 30", "value: thirty"]))).toEqual(
      problem(strict, "value: thirty", /not as it should be/, /number in d/),
    );
  });
  test("a span of the wrong kind says what a span is", () => {
    const rest = "  rest:\n    - { since: 2001-01-01, value: { month: 2 }, cites: [label] }\n";
    expect(only(changed([strict, "values:\n", `values:\n${rest}`]))).toEqual(
      problem(strict, "month: 2", /rest/, /\{ months: n \}/),
    );
  });
  test("a missing entry stands at the thing that lacks it", () => {
    expect(only(changed(["symptoms.yaml", "    stops: true\n", ""]))).toEqual(
      problem("symptoms.yaml", "id: headache", /`symptoms.0.stops` is missing/, /Add `stops`/),
    );
  });
  test("a value without cites", () => {
    expect(only(changed([strict, "value: 30, cites: [label]", "value: 30"]))).toEqual(
      problem(strict, "value: 30", /cites` is missing/, /Name the source/),
    );
    expect(only(changed([strict, "value: 30, cites: [label]", "value: 30, cites: []"]))).toEqual(
      problem(strict, "value: 30", /cites/, /Name the source/),
    );
  });
  test("a missing file", () => {
    const texts = changed().filter(({ path }) => path !== "symptoms.yaml");
    expect(problemsOf(texts)).toEqual([
      {
        file: "symptoms.yaml",
        line: 1,
        says: "the file is missing",
        remedy: "Add it, with `symptoms`, `combinations`.",
      },
    ]);
  });
  test.each(["recipes.yaml", "protocols/deep/floor.yaml", "products.yml"])(
    "a file nobody reads: %s",
    (path) => {
      expect(only([...changed(), { path, text: "" }])).toEqual(problem(path, "", /nobody reads/, /Rename/));
    },
  );
  test("an empty file", () => {
    const texts = changed().map((file) => (file.path === "symptoms.yaml" ? { ...file, text: "" } : file));
    expect(only(texts)).toEqual(problem("symptoms.yaml", "", /the file/, /object/));
  });
});
