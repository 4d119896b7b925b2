import { judged, lastThisCourse } from "../case.ts";
import { citesOf } from "../cites.ts";
import { ask, pass, stop } from "../finding.ts";
import type { Indication } from "../knowledge/schema.ts";
import { rule } from "../rule.ts";
import { draft, step } from "../steps.ts";

/** No contraindication; conditions the protocol or the clinic wants judged have been judged. */
export const conditionsAllowTreatment = rule("conditions-allow-treatment", ["pass", "ask", "stop"], (c) => {
  const { conditionsThatStop, conditionsThatAsk, historyThatAsks, conditionsAsked } = c.values;
  const named = c.record.conditions.flatMap(({ body }) =>
    body.condition === undefined ? [] : [{ id: body.condition, active: body.status === "active" }],
  );
  const active = named.filter((condition) => condition.active).map((condition) => condition.id);
  const past = named.filter((condition) => !condition.active).map((condition) => condition.id);
  const concerned = (ids: readonly string[]) =>
    c.record.conditions.filter(({ body }) => body.condition !== undefined && ids.includes(body.condition));
  const within = (list: readonly string[] | null, of: readonly string[]) =>
    of.filter((id) => list?.includes(id));

  const contraindicated = within(c.protocolValues.conditionsThatStop.value, active);
  if (contraindicated.length > 0) {
    return stop("contraindicated", { conditions: contraindicated }, conditionsThatStop.cites, "never", {
      floor: true,
    });
  }
  const judge = (conditions: readonly string[]) => [
    step("prescriber", "judge-conditions", { conditions }, c.today, {
      when: "now",
      entries: [
        draft(
          "judgement-recorded",
          { rule: "conditions-allow-treatment", conclusion: "may-continue" },
          "prescriber",
          c.today,
        ),
      ],
    }),
  ];
  const excludedHere = within(conditionsThatStop.value, active);
  if (excludedHere.length > 0) {
    return stop(
      "excluded-by-clinic",
      { conditions: excludedHere },
      conditionsThatStop.cites,
      [step("prescriber", "override-conditions", { conditions: excludedHere }, c.day)],
      { since: concerned(excludedHere) },
    );
  }
  const asking = [
    ...within(conditionsThatAsk.value, active),
    ...within(historyThatAsks.value, [...active, ...past]),
  ];
  const cites = citesOf(conditionsThatAsk, historyThatAsks);
  if (asking.length > 0 && !judged(c, "conditions-allow-treatment", "needs-judgement", concerned(asking))) {
    return ask("needs-judgement", { conditions: [...new Set(asking)] }, cites, judge([...new Set(asking)]));
  }
  const unknown = c.record.conditions.filter(
    ({ body }) =>
      body.condition === undefined ||
      (c.knowledge.conditions[body.condition] === undefined &&
        !isTreated(c.knowledge.indications[body.condition]?.class)),
  );
  if (unknown.length > 0 && !judged(c, "conditions-allow-treatment", "unknown-to-us", unknown)) {
    const conditionTexts = unknown.map(
      ({ body }) => body.text ?? body.coding?.[0]?.display ?? body.condition ?? "?",
    );
    return ask("unknown-to-us", { conditionTexts }, conditionsAsked.cites, judge(conditionTexts));
  }
  if (lastThisCourse(c, "conditions-asked") === undefined && conditionsAsked.value === true) {
    const asked = draft("conditions-asked", {}, "nurse", c.today);
    return ask("not-asked", {}, conditionsAsked.cites, [
      step("nurse", "ask-conditions", {}, c.today, { when: "now", entries: [asked] }),
    ]);
  }
  return pass("none-excludes", { judged: [...new Set(asking)] }, conditionsAsked.cites);
});

/** What isotretinoin may be given for is no reason against it. */
function isTreated(treated: Indication["class"] | undefined): boolean {
  return treated === "labelled" || treated === "off-label" || treated === "off-label-strong";
}
