/** Capsules in hand, a pause, a rest, the end. */
import {
  act,
  authorise,
  blood,
  dispense,
  intake,
  months,
  pregnancyTest,
  readyFor,
  review,
} from "../blocks.ts";
import { people } from "../people.ts";
import { atHome, type Fictional, type Story, visit } from "../story.ts";
import { demoBy } from "../tell.ts";

const { yuko, hachiro, umeko, sakurako, momoko, takeko, saburo, matsuko, juro } = people;
const { yukiko, kumoko, kikuko, kuro, yoruko, toichi, hajime } = people;

const story =
  (group: Story["group"]) =>
  (state: Story["state"], who: Fictional, site: Story["site"], events: Story["events"]): Story => ({
    state,
    who,
    site,
    group,
    events,
  });
const treated = story("treated");
const wait = story("wait");
const held = story("held");
const ended = story("ended");

/** Under the account with which the demo signs in as a patient or a guardian. */
const opensRecordTo = (as: "patient" | "guardian") =>
  act("front-desk", "link-account", { account: demoBy(as).id, as });

/** The course is over, and the day of the last capsule known. */
const endedAfter = (lastCapsuleOn: number) =>
  act("prescriber", "end-course", ({ day }) => ({ lastCapsuleDay: day(lastCapsuleOn) }));

export const treatedStories: readonly Story[] = [
  treated("month-1", yuko, "first", months(yuko, 1, -5)),
  treated("month-2", hachiro, "second", months(hachiro, 2, -10)),
  treated("month-3", umeko, "first", [...months(umeko, 3, -15), visit(-14, opensRecordTo("patient"))]),
  treated("month-4", sakurako, "second", months(sakurako, 4, -5)),
  treated("month-5", momoko, "first", months(momoko, 5, -20)),
  treated("month-6", takeko, "second", months(takeko, 6, -5)),
  // At 14 growth is discussed, and a parent signs.
  treated("minor-with-guardian", saburo, "second", [
    visit(
      -25,
      act("prescriber", "record-judgement", { rule: "growth-is-discussed", conclusion: "may-continue" }),
    ),
    ...months(saburo, 1, -10),
  ]),
  treated("part-supply", matsuko, "first", [
    ...months(matsuko, 1, -40),
    ...readyFor(matsuko, 1, -10),
    visit(-10, authorise(), dispense({ capsules: 40 })),
  ]),
  treated("held-and-resumed", juro, "second", [
    ...months(juro, 2, -55),
    visit(
      -45,
      act("prescriber", "hold-course", { because: "an operation" }),
      act("pharmacist", "return-capsules", { capsules: 40, capsuleMg: 20 }),
    ),
    visit(-12, act("prescriber", "resume-course")),
    ...readyFor(juro, 2, -10),
    visit(-10, authorise(), dispense()),
  ]),
];

export const waitStories: readonly Story[] = [
  wait("contraception-month", yukiko, "first", [
    visit(-15, intake(yukiko), pregnancyTest("screening")),
    visit(-12, blood()),
    visit(-11, review),
  ]),
  wait("contraception-month-minor", kumoko, "second", [
    visit(-5, intake(kumoko), pregnancyTest("screening"), opensRecordTo("guardian")),
  ]),
  wait("resting", kuro, "first", [
    ...months(kuro, 3, -50),
    visit(-18, endedAfter(-21)),
    visit(
      -3,
      act("prescriber", "start-course", { indication: "acne" }),
      act("nurse", "ask-medicines"),
      act("nurse", "ask-conditions"),
    ),
  ]),
];

export const heldStories: readonly Story[] = [
  held("held", toichi, "second", [
    ...months(toichi, 2, -25),
    visit(-4, blood({ alt: 130 })),
    visit(-3, review, act("prescriber", "hold-course", { because: "liver values" })),
  ]),
  held("held-by-herself", kikuko, "first", [
    ...months(kikuko, 1, -15),
    atHome(-2, act("patient", "hold-course", { because: "a journey" })),
  ]),
];

export const endedStories: readonly Story[] = [
  ended("ended", yoruko, "second", [...months(yoruko, 4, -40), visit(-8, endedAfter(-11))]),
  ended("ended-long-ago", hajime, "first", [...months(hajime, 3, -115), visit(-80, endedAfter(-86))]),
];
