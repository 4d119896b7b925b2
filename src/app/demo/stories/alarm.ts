/** Something must be looked at now. */
import {
  act,
  authorise,
  bloodBefore,
  consultation,
  months,
  pregnancyTest,
  questions,
  review,
} from "../blocks.ts";
import { people } from "../people.ts";
import { atHome, type Fictional, type Story, visit } from "../story.ts";

const { amiko, fuko, moriko, namiko, sorako, niwako, goro, tanako, mineko } = people;

const alarm = (
  state: Story["state"],
  who: Fictional,
  site: Story["site"],
  events: Story["events"],
): Story => ({
  state,
  who,
  site,
  group: "alarm",
  events,
});

export const alarmStories: readonly Story[] = [
  alarm("pregnancy-test-positive", amiko, "second", [
    ...months(amiko, 2, -31),
    bloodBefore(-1),
    visit(-1, review, questions(amiko, 2), pregnancyTest("supply-2", "positive"), {
      ...authorise(),
      refused: "does-not-pass",
    }),
  ]),
  alarm("contraception-lapsed", fuko, "first", [
    ...months(fuko, 1, -15),
    atHome(-2, act("patient", "report-contraception-lapse", { what: "forgot the pill on a journey" })),
  ]),
  alarm("period-late", moriko, "second", [
    ...months(moriko, 3, -20),
    atHome(-1, act("patient", "record-menses", { status: "late" })),
  ]),
  alarm("mood-alarm", namiko, "first", [
    ...months(namiko, 1, -31),
    bloodBefore(-1),
    visit(-1, review, act("nurse", "screen-mood", { phq9: 14, phq9Item9: 1, newMoodSymptom: true })),
  ]),
  alarm("headache-with-visual-change", sorako, "second", [
    ...months(sorako, 2, -10),
    atHome(-1, act("patient", "report-symptoms", { symptoms: ["headache", "visual-disturbance"] })),
  ]),
  alarm("abdominal-pain", niwako, "first", [
    ...months(niwako, 1, -15),
    visit(-1, act("nurse", "report-symptoms", { symptoms: ["abdominal-pain"] })),
  ]),
  alarm("acne-fulminans", goro, "second", [
    ...months(goro, 1, -20),
    visit(-1, act("nurse", "report-symptoms", { symptoms: ["severe-flare", "fever", "joint-pain"] })),
  ]),
  // The weight that the dose was reckoned with was somebody else's.
  alarm("task-after-dispensing", tanako, "first", [
    ...months(tanako, 2, -10),
    visit(
      -1,
      act("prescriber", "correct-entry", ({ last }) => ({
        ref: last("weight-measured"),
        reason: "read from another patient's sheet",
        replacement: { kg: 38 },
      })),
    ),
  ]),
  alarm("doxycycline", mineko, "second", [
    ...months(mineko, 2, -25),
    visit(-2, act("nurse", "start-medicine", { medicine: "doxycycline" })),
    visit(-1, consultation(mineko, 2), { ...authorise(), refused: "does-not-pass" }),
  ]),
];
