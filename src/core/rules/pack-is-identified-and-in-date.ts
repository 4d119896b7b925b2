import { plus } from "../calendar.ts";
import { inHandOn } from "../capsules-of.ts";
import { closes } from "../case.ts";
import { ask, pass, stop } from "../finding.ts";
import { rule } from "../rule.ts";
import { step } from "../steps.ts";
import { suppliedDays } from "../supply.ts";

/** Lot and expiry of the pack, which may be used up to its last capsule's day; capsules in hand are taken first. */
export const packIsIdentifiedAndInDate = rule(
  "pack-is-identified-and-in-date",
  ["pass", "ask", "stop"],
  (c) => {
    const { cites } = c.values.packIdentified;
    const { lot, expiresOnDay } = c.question.dispensing ?? {};
    const inHand = inHandOn(c.record, c.day, c.question.dailyMg);
    const first = "unknown" in inHand ? 0 : Math.ceil(inHand.days);
    const lasts = first + (suppliedDays(c) ?? 1) - 1;
    const lastCapsuleDay = plus(c.day, lasts);
    if (expiresOnDay !== undefined && expiresOnDay < lastCapsuleDay) {
      const other = step("pharmacist", "choose-other-pack", { lastCapsuleDay }, c.day, {
        change: { dispensing: { lot: "~", expiresOnDay: lastCapsuleDay } },
      });
      return stop("expires-too-soon", { expiresOnDay, lastCapsuleDay }, cites, [other], { floor: true });
    }
    // Handed out later, it is taken later.
    const until = expiresOnDay === undefined ? undefined : closes(c, plus(expiresOnDay, -lasts));
    if (lot === undefined || expiresOnDay === undefined) {
      const identify = step("pharmacist", "identify-pack", { lastCapsuleDay }, c.day, {
        change: { dispensing: { lot: lot ?? "~", expiresOnDay: expiresOnDay ?? lastCapsuleDay } },
      });
      return ask("not-identified", { lastCapsuleDay }, cites, [identify], { until });
    }
    return pass("identified", { lot, expiresOnDay, lastCapsuleDay }, cites, until);
  },
);
