/** Everything is there: the prescriber's turn, or the pharmacist's. */
import {
  act,
  authorise,
  beginning,
  bloodBefore,
  consultation,
  dispense,
  months,
  readyFor,
  review,
} from "../blocks.ts";
import { people } from "../people.ts";
import { exactly, type Fictional, type Story, visit } from "../story.ts";

const { kiriko, shiro, nijiko, kazeko, natsuko, akiko, fuyuko, asako, hiruko, nanaro } = people;

const story =
  (group: Story["group"]) =>
  (state: Story["state"], who: Fictional, site: Story["site"], events: Story["events"]): Story => ({
    state,
    who,
    site,
    group,
    events,
  });
const prescribe = story("prescribe");
const dispensing = story("dispense");
const gather = story("gather");

export const prescribeStories: readonly Story[] = [
  prescribe("ready-first", kiriko, "first", [...beginning(kiriko, -1), visit(-1, consultation(kiriko, 0))]),
  prescribe("ready-first-man", shiro, "second", [...beginning(shiro, -1), visit(-1, consultation(shiro, 0))]),
  prescribe("ready-monthly", nijiko, "first", [...months(nijiko, 2, -31), ...readyFor(nijiko, 2, -1)]),
  // The test is the third day old: after today it is too old to prescribe on.
  prescribe("window-closing-today", kazeko, "second", [
    ...months(kazeko, 1, -33),
    bloodBefore(-3),
    exactly(-3, review, consultation(kazeko, 1)),
  ]),
  prescribe("supply-reversed", natsuko, "second", [
    ...months(natsuko, 2, -32),
    ...readyFor(natsuko, 2, -2),
    visit(-2, authorise(), dispense()),
    visit(
      -1,
      act("pharmacist", "reverse-supply", ({ number }) => ({ number, note: "not collected" })),
    ),
  ]),
];

export const dispenseStories: readonly Story[] = [
  dispensing("authorised-at-first-site", akiko, "first", [
    ...months(akiko, 1, -31),
    ...readyFor(akiko, 1, -1),
    visit(-1, authorise()),
  ]),
  dispensing("authorised-at-second-site", fuyuko, "second", [
    ...months(fuyuko, 3, -32),
    ...readyFor(fuyuko, 3, -2),
    visit(-2, authorise()),
  ]),
  dispensing("authorised-closing-today", asako, "second", [
    ...months(asako, 2, -36),
    bloodBefore(-6),
    exactly(-6, review, consultation(asako, 2), authorise()),
  ]),
  // The capsules in hand outlast the authorisation: the prescriber voids it, and authorises anew later.
  gather("authorised-early", hiruko, "first", [
    ...months(hiruko, 1, -20),
    ...readyFor(hiruko, 1, -1),
    visit(-1, authorise()),
  ]),
  dispensing("overridden", nanaro, "second", [
    ...beginning(nanaro, -1),
    visit(
      -1,
      act("prescriber", "record-condition", { condition: "aspirin-asthma" }),
      consultation(nanaro, 0),
      { ...authorise(), refused: "does-not-pass" },
      act("prescriber", "override-finding", {
        rule: "conditions-allow-treatment",
        reason: "excluded-by-clinic",
        because:
          "Agreed with the chest physician, and explained (fictional). 呼吸器内科と相談し、説明済み(架空)。",
      }),
      authorise(),
    ),
  ]),
];
