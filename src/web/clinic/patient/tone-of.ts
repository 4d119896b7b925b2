import type { Standing } from "../../../app/views/shapes.ts";
import type { Verdict } from "../../../core/finding.ts";

/** The colour and sign in which a standing is shown: that of the verdict it is most like. */
export function toneOf({ group, verdict, who }: Standing): Verdict {
  switch (group) {
    case "alarm":
      return "stop";
    case "dispense":
      return who.length === 1 && who[0] === "pharmacist" ? "pass" : verdict;
    case "prescribe":
      return "pass";
    case "gather":
    case "wait":
      return verdict;
    case "held":
    case "treated":
    case "ended":
      return "advise";
  }
}
