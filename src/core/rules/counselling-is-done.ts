import { citesOf } from "../cites.ts";
import { ask, pass } from "../finding.ts";
import { rule } from "../rule.ts";
import { draft, step } from "../steps.ts";

/** Counselled on every topic: before each supply or once a course, as the edition has it for the category. */
export const counsellingIsDone = rule("counselling-is-done", ["pass", "ask"], (c) => {
  const { counsellingTopics, counsellingTopicsIfPregnancyPossible } = c.values;
  const frequency = c.pregnancyPossible
    ? c.values.counsellingEverySupplyIfPregnancyPossible
    : c.values.counsellingEverySupplyIfPregnancyImpossible;
  const every = frequency.value === true;
  const topics = [
    ...(counsellingTopics.value ?? []),
    ...(c.pregnancyPossible ? (counsellingTopicsIfPregnancyPossible.value ?? []) : []),
  ];
  const cites = citesOf(counsellingTopics, frequency);
  const since = every ? c.record.sinceDay : c.record.earlierCourse?.overDay;
  const covered = new Set(
    c.record
      .of("counselled")
      .filter(({ happened }) => since === undefined || happened.day > since)
      .flatMap(({ body }) => body.topics),
  );
  const missing = topics.filter((topic) => !covered.has(topic));
  if (missing.length === 0) return pass("counselled", { topics, every }, cites);
  return ask("missing", { missing, every }, cites, [
    step("prescriber", "counsel", { topics: missing }, c.day, {
      entries: [draft("counselled", { topics: missing }, "prescriber", c.day)],
    }),
  ]);
});
