import {
  IconAlertTriangleFilled,
  IconCalendarClock,
  IconChecklist,
  IconFlag,
  IconPill,
  IconPlayerPause,
  IconPrescription,
  IconShoppingBag,
} from "@tabler/icons-react";
import type { ComponentType } from "react";
import type { Group } from "../../../app/views/standing.ts";

const icons: {
  readonly [G in Group]: ComponentType<{ size?: number; stroke?: number; "aria-hidden"?: boolean }>;
} = {
  alarm: IconAlertTriangleFilled,
  dispense: IconShoppingBag,
  prescribe: IconPrescription,
  gather: IconChecklist,
  wait: IconCalendarClock,
  held: IconPlayerPause,
  treated: IconPill,
  ended: IconFlag,
};

/** The sign of a kind of turn: its shape says what its colour says. */
export function GroupIcon({ group, size = 20 }: { group: Group; size?: number }) {
  const Icon = icons[group];
  return <Icon size={size} stroke={2} aria-hidden />;
}
