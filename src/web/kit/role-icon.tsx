import {
  IconBuildingStore,
  IconClipboardCheck,
  IconDesk,
  IconNurse,
  IconStethoscope,
  IconTestPipe,
  IconUser,
  IconUserCog,
  IconUserQuestion,
  IconUserShare,
  IconUsers,
} from "@tabler/icons-react";
import type { ComponentType } from "react";
import type { Role } from "../../core/entry.ts";

const icons: {
  readonly [R in Role]: ComponentType<{ size?: number; stroke?: number; "aria-hidden"?: boolean }>;
} = {
  patient: IconUser,
  guardian: IconUsers,
  prescriber: IconStethoscope,
  designee: IconUserShare,
  nurse: IconNurse,
  lab: IconTestPipe,
  pharmacist: IconBuildingStore,
  "front-desk": IconDesk,
  auditor: IconClipboardCheck,
  administrator: IconUserCog,
  unknown: IconUserQuestion,
};

/** The sign of who does something. The word beside it is the caller's. */
export function RoleIcon({ role, size = 20 }: { role: Role; size?: number }) {
  const Icon = icons[role];
  return <Icon size={size} stroke={1.8} aria-hidden />;
}
