import type { RuleWords } from "../../words.ts";
import { count } from "../grammar.ts";

/** What is asked before anybody is treated at all. */
export const beforehand: Pick<
  RuleWords,
  | "earlier-treatment-has-failed"
  | "pregnancy-has-been-asked"
  | "prevention-is-agreed"
  | "allergies-allow-treatment"
  | "eye-surgery-has-been-asked"
  | "hair-removal-is-paused"
  | "capsules-come-by-prescription"
  | "visits-can-be-kept"
> = {
  "earlier-treatment-has-failed": {
    title: "Earlier treatment",
    reasons: {
      "not-asked-for": () => "Earlier treatment is not asked about here.",
      "not-recorded": () =>
        "What has been tried against the acne is not recorded yet: agent, weeks and result. Isotretinoin comes after other treatment.",
      judged: () => "A prescriber has recorded why isotretinoin is right as earlier treatment stands.",
      "none-failed": () =>
        "No earlier treatment is recorded as failed. Whether isotretinoin is right all the same, a prescriber decides and records.",
      "antibiotic-not-tried": () =>
        "Other treatment has failed, but no antibiotic by mouth is recorded as tried without success, which is what the US label asks for. A prescriber decides and records why.",
      failed: () => "Earlier treatment has failed, as it should before isotretinoin.",
      "failed-long-enough": ({ triedWeeks, weeks }, say) =>
        `Earlier treatment has failed after ${count(say, triedWeeks, "week")}; at least ${say.number(weeks)} are asked for.`,
      "weeks-unknown": ({ weeks }, say) =>
        `Earlier treatment has failed, but for how long it was tried is not recorded; ${count(say, weeks, "week")} are asked for.`,
      "implausibly-short": ({ leastWeeks }, say) =>
        `Earlier treatment is recorded as failed after less than ${count(say, leastWeeks, "week")}. Nothing shows in so short a time: check how long it was tried.`,
      "too-short": ({ triedWeeks, weeks }, say) =>
        `Earlier treatment was tried for ${count(say, triedWeeks, "week")}; ${say.number(weeks)} are asked for. It may need more time.`,
    },
  },
  "pregnancy-has-been-asked": {
    title: "Pregnancy asked about",
    reasons: {
      "not-possible": () => "Pregnancy is not possible.",
      "may-be": () =>
        "The patient may be pregnant. Isotretinoin is never taken in pregnancy; a test and a prescriber come first.",
      tested: ({ testedDay }, say) => `The pregnancy test of ${say.day(testedDay)} was negative.`,
      "not-pregnant": () =>
        "The patient says that there is no pregnancy. The tests before treatment come on top.",
      "not-asked": () => "Nobody has asked whether the patient may be pregnant.",
    },
  },
  "prevention-is-agreed": {
    title: "Pregnancy will be prevented",
    reasons: {
      "not-needed": () => "Pregnancy is not possible, so none has to be prevented.",
      refused: () =>
        "The patient does not agree to prevent pregnancy before, during and after treatment. Nobody who can become pregnant is treated without that.",
      "not-asked": () =>
        "Nobody has asked yet whether the patient agrees to contraception before, during and after treatment, and to the tests.",
      agreed: () => "The patient agrees to prevent pregnancy before, during and after treatment.",
    },
  },
  "allergies-allow-treatment": {
    title: "Allergies that exclude",
    reasons: {
      "named-against": ({ allergens }, say) =>
        `An allergy to ${say.names("allergen", allergens)} is named here as a reason against treatment. A product that was read and is free of it would be the way out.`,
      "none-named": () => "No allergy that excludes is on record.",
    },
  },
  "eye-surgery-has-been-asked": {
    title: "Eye surgery asked about",
    reasons: {
      "not-asked-for": () => "Eye surgery is not asked about here.",
      "on-record": () => "Eye surgery is on record, and how far off it is has been looked at.",
      none: () => "No LASIK or PRK was done or is planned.",
      "not-asked": () => "Nobody has asked whether a LASIK or PRK was done or is planned.",
      "day-unknown": () => "Eye surgery was done or is planned, and its day is not recorded.",
    },
  },
  "hair-removal-is-paused": {
    title: "Hair removal paused",
    reasons: {
      "not-asked-for": () => "Hair removal is not asked about here.",
      "not-asked": () => "Nobody has asked whether laser or light hair removal goes on.",
      "goes-on": () =>
        "Laser or light hair removal goes on. It pauses during treatment and for a while after, for the skin scars and marks more easily.",
      paused: () => "No laser or light hair removal goes on.",
    },
  },
  "capsules-come-by-prescription": {
    title: "No privately imported capsules",
    reasons: {
      "not-asked-for": () => "Private import is not asked about here.",
      "not-asked": () => "Nobody has asked whether the patient takes capsules of their own import.",
      imported: () =>
        "The patient takes or means to take privately imported capsules. No doctor answers for those, and treatment goes only by prescription.",
      "prescribed-only": () => "Only prescribed capsules are taken.",
    },
  },
  "visits-can-be-kept": {
    title: "Regular visits",
    reasons: {
      "not-asked-for": () => "Regular visits are not asked about here; every supply asks for its own.",
      "not-asked": () => "Nobody has asked whether the patient can come regularly.",
      "cannot-come": () =>
        "The patient cannot come regularly. Checks and tests belong to treatment, so a clinic nearer home is the better place.",
      "can-come": () => "The patient can come regularly.",
    },
  },
};
