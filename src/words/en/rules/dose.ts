import type { RuleWords, Say } from "../../words.ts";
import { count } from "../grammar.ts";

/** How much, how often, for how long. */
export const dose: Pick<
  RuleWords,
  | "dose-is-within-limits"
  | "dose-is-divided"
  | "supply-is-short-enough"
  | "first-supply-is-small-enough"
  | "no-refills"
  | "no-other-order-is-open"
  | "cumulative-dose-is-useful"
> = {
  "dose-is-within-limits": {
    title: "Daily dose within its limits",
    reasons: {
      "dose-unknown": () => "The order does not say how many milligrams a day are meant.",
      "weight-unknown": ({ dailyMg }, say) =>
        `${say.number(dailyMg)} mg a day cannot be judged: a current body weight is missing.`,
      "above-maximum": (facts, say) =>
        `${given(facts, say)}; at most ${limit(facts, facts.maximumMgPerKg, say)}.`,
      "above-ordinary-age-unknown": (facts, say) =>
        `${given(facts, say)}, above the ordinary maximum of ${limit(facts, facts.ordinaryMgPerKg, say)}. More is for adults only, and the age is not known.`,
      "above-ordinary-for-minor": (facts, say) =>
        `${given(facts, say)}; at most ${limit(facts, facts.ordinaryMgPerKg, say)}. More is for adults only.`,
      "above-ordinary-justified": (facts, say) =>
        `${given(facts, say)}, above the ordinary maximum of ${limit(facts, facts.ordinaryMgPerKg, say)}. The reason is on record.`,
      "above-ordinary": (facts, say) =>
        `${given(facts, say)}, above the ordinary maximum of ${limit(facts, facts.ordinaryMgPerKg, say)}. More needs very severe, scarring or truncal acne on record.`,
      "below-label": (facts, say) =>
        `${given(facts, say)}, below the label's range, which begins at ${limit(facts, facts.minimumMgPerKg, say)}. Low doses are in wide use, but off-label in the US.`,
      within: (facts, say) => {
        const most = facts.ordinaryMgPerKg ?? facts.maximumMgPerKg;
        return most === null
          ? `${given(facts, say)}.`
          : `${given(facts, say)}; at most ${limit(facts, most, say)}.`;
      },
    },
  },
  "dose-is-divided": {
    title: "Doses a day",
    reasons: {
      "once-or-twice": () => "The daily dose may be taken once or in parts.",
      "not-stated": ({ wanted }, say) =>
        `The order does not say how many doses a day are meant; this protocol's label has ${say.number(wanted)}.`,
      "fewer-doses": ({ stated, wanted }, say) =>
        `${count(say, stated, "dose")} a day; the label has ${say.number(wanted)}. Fewer is not established there.`,
      divided: ({ stated }, say) => `${count(say, stated, "dose")} a day, as the label has it.`,
    },
  },
  "supply-is-short-enough": {
    title: "Length of the supply",
    reasons: {
      "amount-unreadable": ({ parts }, say) =>
        `Part of the order's amount cannot be read: ${say.list(parts)}. Please state days and capsules.`,
      "days-unknown": ({ mostDays }, say) =>
        mostDays === null
          ? "How many days the supply lasts is not known."
          : `How many days the supply lasts is not known; at most ${say.number(mostDays)}.`,
      "too-long": ({ days, mostDays }, say) =>
        `${count(say, days, "day")}; at most ${say.number(mostDays)}. Where pregnancy is possible, every further supply follows a new negative test.`,
      "too-long-for-protocol": ({ days, mostDays }, say) =>
        `${count(say, days, "day")}; at most ${say.number(mostDays)} under this protocol.`,
      "longer-by-deviation": ({ days, signedBy }, say) =>
        `${count(say, days, "day")}, longer than the protocol's own limit. The clinic allows it by a deviation signed by ${signedBy}.`,
      "short-enough": ({ days, mostDays }, say) =>
        mostDays === null
          ? `${count(say, days, "day")}; no limit is set here.`
          : `${count(say, days, "day")}; at most ${say.number(mostDays)}.`,
    },
  },
  "first-supply-is-small-enough": {
    title: "A small first supply",
    reasons: {
      "not-asked-for": () => "No smaller first supply is asked for here.",
      "treatment-under-way": () => "This is not the first supply of the course.",
      "amount-unknown": ({ mostDays, mostMg }, say) =>
        `The first supply here is ${firstSupply(mostDays, mostMg, say)}, and this one does not say its dose or days.`,
      "dose-too-high": ({ dailyMg, mostMg }, say) =>
        `${say.number(dailyMg)} mg a day. This clinic begins with at most ${say.number(mostMg)} mg a day, its own rule.`,
      "too-many-days": ({ days, mostDays }, say) =>
        `${count(say, days, "day")}. This clinic's first supply is for at most ${count(say, mostDays, "day")}; the next one follows once the patient has been seen again.`,
      "small-enough": ({ mostDays, mostMg }, say) =>
        `The first supply keeps within ${firstSupply(mostDays, mostMg, say)}.`,
    },
  },
  "no-other-order-is-open": {
    title: "One order at a time",
    reasons: {
      "only-one": () => "There is no other open order for isotretinoin.",
      "authorisation-open": ({ numbers }, say) =>
        `${numbers.length === 1 ? "Another authorisation is" : "Other authorisations are"} still open: ${say.list(numbers)}. Only one supply is handed out at a time.`,
      others: ({ others }, say) =>
        `${say.number(others)} more ${others === 1 ? "order" : "orders"} for isotretinoin ${others === 1 ? "is" : "are"} open. Together they may be more than either alone.`,
    },
  },
  "no-refills": {
    title: "No refills",
    reasons: {
      refills: ({ refills, allowed }, say) =>
        `${count(say, refills, "refill")} ordered; ${allowed === 0 ? "none allowed" : `at most ${say.number(allowed)}`}. Every supply is decided anew.`,
      none: ({ refills }, say) =>
        refills === 0
          ? "No refills: the next supply is decided anew."
          : `${count(say, refills, "refill")}, as allowed.`,
    },
  },
  "cumulative-dose-is-useful": {
    title: "Total dose of the course",
    reasons: {
      "not-reckoned": () => "The total dose of the course is not reckoned here.",
      unknown: () =>
        "The total dose of the course cannot be reckoned: an earlier supply is recorded without its amount.",
      beyond: ({ mgPerKg, mostMgPerKg }, say) =>
        `With this supply the course reaches about ${say.number(mgPerKg)} mg/kg. Past ${say.number(mostMgPerKg)} mg/kg little is gained, by the label.`,
      useful: ({ mgPerKg, mostMgPerKg }, say) =>
        `With this supply the course reaches about ${say.number(mgPerKg)} mg/kg; past ${say.number(mostMgPerKg)} mg/kg little is gained.`,
    },
  },
};

interface Dose {
  readonly dailyMg: number;
  readonly weightKg: number;
  readonly mgPerKg: number;
}

function given({ dailyMg, weightKg, mgPerKg }: Dose, say: Say): string {
  return `${say.number(dailyMg)} mg a day is ${say.number(mgPerKg)} mg/kg at ${say.number(weightKg)} kg`;
}

/** A limit, in milligrams as well: 2.004 mg/kg rounds to the limit it exceeds. */
function limit({ weightKg }: Dose, mgPerKg: number | null, say: Say): string {
  if (mgPerKg === null) return "no set limit";
  const mg = Math.floor(mgPerKg * weightKg * 10 + 1e-6) / 10;
  return `${say.number(mgPerKg)} mg/kg (${say.number(mg)} mg)`;
}

/** "10 days at 20 mg a day": what a clinic's first supply keeps within. */
function firstSupply(mostDays: number | null, mostMg: number | null, say: Say): string {
  const days = mostDays === null ? "" : `at most ${count(say, mostDays, "day")}`;
  const dose = mostMg === null ? "" : `at most ${say.number(mostMg)} mg a day`;
  return say.list([days, dose].filter((part) => part !== ""));
}
