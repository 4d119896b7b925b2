/** Random moments at the counter: a supply that was authorised, and what may have become of it since. */
import fc from "fast-check";
import { type At, day, plus, startOf } from "../calendar.ts";
import type { HandedOut } from "../decide-dispensing.ts";
import type { Body, Entry, EntryOf, EntryType, Role } from "../entry.ts";
import { calmScenes, type Scene, sceneDay, scenes, usually } from "./scenes.ts";

export interface DispensingScene extends Scene {
  readonly handed: HandedOut;
}

export const number = "A-1";
const other = "A-2";

/** What may become of an authorisation, or stand beside it. */
const turns: readonly (readonly [EntryType, Body<EntryType>, Role])[] = [
  ["supply-voided", { number, because: "withdrawn", rules: [] }, "prescriber"],
  ["supply-dispensed", { number, capsules: 60, capsuleMg: 20, dailyMg: 40, days: 30 }, "pharmacist"],
  ["supply-reversed", { number }, "pharmacist"],
  [
    "corrected",
    { ref: "authorised", reason: "wrong amount", withdrawn: false, replacement: { days: 31 } },
    "prescriber",
  ],
  ["corrected", { ref: "turn0", reason: "another patient", withdrawn: true }, "prescriber"],
  ["capsules-counted", { capsules: 6, capsuleMg: 20 }, "patient"],
  ["capsules-counted", { capsules: 0, capsuleMg: 20 }, "patient"],
  ["dose-missed", {}, "patient"],
  ["supply-returned", { capsules: 4, capsuleMg: 20 }, "pharmacist"],
  ["supply-voided", { number: other, because: "replaced", rules: [] }, "nurse"],
  ["policy-signed", { policy: "supply-overlap", signedBy: "A", overlapDays: 4, rows: [] }, "prescriber"],
];

const mostly = usually(8);
const often = usually(2);

export const dispensingScenes: fc.Arbitrary<DispensingScene> = fc
  .record({
    scene: fc.oneof(scenes, calmScenes),
    daysBefore: often(0, fc.integer({ min: -2, max: 12 })),
    wait: often(0, fc.integer({ min: -1, max: 9 })),
    window: mostly<number | undefined>(undefined, fc.integer({ min: 0, max: 8 })),
    another: mostly(false, fc.constant(true)),
    programme: mostly(true, fc.constant(false)),
    lastDay: mostly(6, fc.integer({ min: -1, max: 6 })),
    happened: often(
      [],
      fc.array(fc.record({ what: fc.nat(turns.length - 1), daysAgo: fc.integer({ min: -2, max: 10 }) }), {
        minLength: 1,
        maxLength: 3,
      }),
    ),
    product: mostly<string | undefined>("claravis", fc.constantFrom(undefined, "amnesteem")),
    capsules: mostly<number | "as-authorised" | undefined>(
      "as-authorised",
      fc.constantFrom(undefined, 10, 35, 90),
    ),
    lot: mostly<string | undefined>("L1", fc.constant(undefined)),
    expires: mostly<number | undefined>(400, fc.constantFrom(undefined, 5, 29, 30)),
    asked: mostly(number, fc.constant("A-9")),
  })
  .map((made): DispensingScene => {
    const { scene } = made;
    const authorisedDay = plus(sceneDay, -made.daysBefore);
    const at = (startOf(plus(scene.day, made.wait), scene.zone) +
      (scene.at - startOf(scene.day, scene.zone))) as At;
    const { product, capsuleMg, capsules, dailyMg, dosesPerDay, days } = scene.question;
    const amount = { product, capsuleMg, capsules, dailyMg, dosesPerDay, days };
    const given = (id: string, own: string): Entry =>
      entry(id, "supply-authorised", authorisedDay, "prescriber", {
        ...amount,
        number: own,
        edition: day(scene.setting.protocol === "label-eu" ? "2018-03-22" : "2021-12-13"),
        ...(made.window === undefined
          ? {}
          : { dispenseBefore: startOf(plus(authorisedDay, made.window), scene.zone) }),
      } as Body<"supply-authorised">);
    const programme = entry("programme", "external-authorisation-recorded", authorisedDay, "pharmacist", {
      programme: "us-ipledge",
      number: "R-1",
      doNotDispenseAfter: plus(authorisedDay, made.lastDay),
      authorisation: number,
    });
    const since = made.happened.map(({ what, daysAgo }, index): Entry => {
      const [type, body, actor] = turns[what]!;
      return entry(`turn${index}`, type, plus(scene.day, -daysAgo), actor, body);
    });
    return {
      ...scene,
      at,
      day: plus(scene.day, made.wait),
      entries: [
        ...scene.entries,
        given("authorised", number),
        ...(made.another ? [given("authorised-other", other)] : []),
        ...(made.programme ? [programme] : []),
        ...since,
      ],
      handed: Object.fromEntries(
        Object.entries({
          number: made.asked,
          product: made.product,
          capsuleMg: 20,
          capsules: made.capsules === "as-authorised" ? capsules : made.capsules,
          lot: made.lot,
          expiresOn: made.expires === undefined ? undefined : plus(scene.day, made.expires),
        }).filter(([, value]) => value !== undefined),
      ) as unknown as HandedOut,
    };
  });

function entry<T extends EntryType>(
  id: string,
  type: T,
  on: Scene["day"],
  actor: Role,
  body: Body<T>,
): Entry {
  return { id, type, happened: { day: on }, actor, source: "manual", body } as EntryOf<T> as Entry;
}
