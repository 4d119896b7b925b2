/** Who acts. Until there is sign-in, whoever looks chooses: a demo with fictional people. */
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import type { Role } from "../../core/entry.ts";
import { remember, remembered } from "./stored.ts";

export const demoRoles = [
  "prescriber",
  "nurse",
  "pharmacist",
  "front-desk",
  "lab",
  "patient",
  "administrator",
] as const satisfies readonly Role[];
export type DemoRole = (typeof demoRoles)[number];

const kept = "isoward.role";

interface Acting {
  readonly role: DemoRole;
  readonly act: (role: DemoRole) => void;
}
const RoleContext = createContext<Acting | undefined>(undefined);

export function InRole({ children }: { children: ReactNode }) {
  const [role, setRole] = useState<DemoRole>(
    () => demoRoles.find((known) => known === remembered(kept)) ?? "nurse",
  );
  const acting = useMemo(
    () => ({
      role,
      act: (next: DemoRole) => {
        remember(kept, next);
        setRole(next);
      },
    }),
    [role],
  );
  return <RoleContext value={acting}>{children}</RoleContext>;
}

export function useActing(): Acting {
  const acting = useContext(RoleContext);
  if (acting === undefined) throw new Error("useActing is used outside <InRole>");
  return acting;
}

export function useRole(): DemoRole {
  return useActing().role;
}
