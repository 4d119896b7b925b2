/**
 * Who acts: whoever is signed in. In the demo that is a person in a role; while a server asks nobody who they are,
 * whoever looks chooses a role.
 */
import { useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import type { Role } from "../../core/entry.ts";
import { signIn, somebodyElse, useSignIn } from "../api/sign-in.ts";
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
  const [chosen, choose] = useState<DemoRole>(
    () => demoRoles.find((known) => known === remembered(kept)) ?? "nurse",
  );
  const client = useQueryClient();
  const played = useSignIn().data?.signedIn?.demo ?? null;
  const acting = useMemo(
    () => ({
      role: demoRoles.find((known) => known === played) ?? chosen,
      act: (next: DemoRole) => {
        remember(kept, next);
        choose(next);
        if (played !== null) void signIn("demo", { role: next }).then(() => somebodyElse(client));
      },
    }),
    [chosen, played, client],
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
