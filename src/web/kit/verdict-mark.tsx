import {
  IconCircleCheckFilled,
  IconClockHour4Filled,
  IconHandStop,
  IconHelpCircleFilled,
  IconInfoCircle,
} from "@tabler/icons-react";
import type { ComponentType } from "react";
import type { Verdict } from "../../core/finding.ts";
import classes from "./verdict-mark.module.css";

const icons: {
  readonly [V in Verdict]: ComponentType<{ size?: number; stroke?: number; "aria-hidden"?: boolean }>;
} = {
  pass: IconCircleCheckFilled,
  advise: IconInfoCircle,
  ask: IconHelpCircleFilled,
  wait: IconClockHour4Filled,
  stop: IconHandStop,
};

/** A verdict's sign: its shape says what its colour says. The word beside it is the caller's. */
export function VerdictMark({ verdict, size = 24 }: { verdict: Verdict; size?: number }) {
  const Icon = icons[verdict];
  return (
    <span className={classes.mark} data-verdict={verdict}>
      <Icon size={size} stroke={2} aria-hidden />
    </span>
  );
}
