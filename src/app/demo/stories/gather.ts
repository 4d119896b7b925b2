/** Something is missing, and someone can supply it now. */
import {
  act,
  authorise,
  beginning,
  blood,
  consultation,
  intake,
  months,
  readyFor,
  review,
} from "../blocks.ts";
import { people } from "../people.ts";
import { atHome, type Fictional, type Story, visit } from "../story.ts";

const { hanako, ichiro, hoshiko, tsukiko, kawako, shimako, jiro, hamako, rokuro } = people;

const gather = (
  state: Story["state"],
  who: Fictional,
  site: Story["site"],
  events: Story["events"],
): Story => ({
  state,
  who,
  site,
  group: "gather",
  events,
});

export const gatherStories: readonly Story[] = [
  gather("just-registered", hanako, "first", [visit(-1)]),
  gather("baseline-missing", ichiro, "second", [
    visit(-6, intake(ichiro)),
    atHome(-5, act("patient", "report-symptoms", { symptoms: [] })),
  ]),
  // She is under age: her own signature is not enough, and nobody else's is there yet.
  gather("guardian-missing", hoshiko, "first", [
    visit(
      -1,
      act("nurse", "ask-conditions"),
      act("nurse", "ask-allergies"),
      act("prescriber", "attest-category", { canBecomePregnant: true }),
      act("patient", "sign-consent", { consent: "treatment-consent" }),
      {
        ...act("patient", "sign-consent", { consent: "treatment-consent", guardianSigned: true }),
        refused: "not-your-word",
      },
    ),
  ]),
  gather("second-test-due", tsukiko, "second", [...beginning(tsukiko, 1)]),
  // The test that the authorisation rested on had been done at home.
  gather("voided-by-correction", kawako, "second", [
    ...months(kawako, 1, -32),
    ...readyFor(kawako, 1, -2),
    visit(-2, authorise()),
    visit(
      -1,
      act("prescriber", "correct-entry", ({ last }) => ({
        ref: last("pregnancy-test-collected"),
        reason: "the sample was brought from home",
        replacement: { setting: "home" },
      })),
    ),
  ]),
  gather("category-corrected", shimako, "first", [
    visit(
      -9,
      act("nurse", "ask-conditions"),
      act("nurse", "ask-allergies"),
      act("nurse", "ask-medicines"),
      act("prescriber", "attest-category", { canBecomePregnant: false, basis: "tubal-sterilisation" }),
    ),
    visit(
      -8,
      act("prescriber", "correct-entry", ({ last }) => ({
        ref: last("category-attested"),
        reason: "sterilisation does not settle it",
        withdrawn: true,
      })),
      act("prescriber", "attest-category", { canBecomePregnant: true }),
    ),
  ]),
  // Grade 3, for which the signed policy asks; without it the supply would stop.
  gather("high-triglycerides", jiro, "first", [
    ...months(jiro, 1, -31),
    visit(-4, blood({ triglycerides: 560 })),
    visit(-1, review, consultation(jiro, 1)),
  ]),
  gather("reported-herself", hamako, "second", [
    ...months(hamako, 1, -25),
    atHome(
      -1,
      act("patient", "report-symptoms", { symptoms: ["dry-lips", "dry-skin"] }),
      act("patient", "screen-mood", { selfHarmThoughts: false, newMoodSymptom: false }),
      act("patient", "state-contraception", { usedWithoutGap: true }),
      act("patient", "miss-dose"),
    ),
  ]),
  // The pack that was read holds soya: another product is to be chosen.
  gather("soy-allergy", rokuro, "first", [
    ...beginning(rokuro, -1),
    visit(-1, consultation(rokuro, 0), act("nurse", "record-allergy", { allergen: "soy" }), {
      ...authorise(),
      refused: "does-not-pass",
    }),
  ]),
];
