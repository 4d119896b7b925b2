/**
 * Who acts: whoever is signed in, in a role they are appointed to. In the demo that is a person in a role; while a server
 * asks nobody who they are, whoever looks chooses a role.
 */
import { useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import type { Role } from "../../core/entry.ts";
import { comeInAs, useSignIn } from "../api/sign-in.ts";
import { remember, remembered } from "./stored.ts";

export type ActingRole = Exclude<Role, "unknown">;

export const demoRoles = [
  "prescriber",
  "designee",
  "nurse",
  "pharmacist",
  "front-desk",
  "lab",
  "patient",
  "guardian",
  "administrator",
  "auditor",
] as const satisfies readonly ActingRole[];

const kept = "isoward.role";

interface Acting {
  readonly role: ActingRole;
  /** Among which one may choose. */
  readonly roles: readonly ActingRole[];
  /** Over once it counts. */
  readonly act: (role: ActingRole) => Promise<void>;
}
const RoleContext = createContext<Acting | undefined>(undefined);

export function InRole({ children }: { children: ReactNode }) {
  const [chosen, choose] = useState(() => remembered(kept) ?? "nurse");
  const client = useQueryClient();
  const { data } = useSignIn();
  const acting = useMemo((): Acting => {
    const signedIn = data?.signedIn ?? null;
    const isPlayed = signedIn !== null && signedIn.demo !== null;
    // Whoever has no right yet is asked for nothing that they could not do: the server says what is missing.
    const own = [
      ...(data?.appointments ?? []).map(({ role }) => role),
      ...(data?.links ?? []).map(({ as }) => as),
    ];
    const roles: readonly ActingRole[] =
      signedIn === null || isPlayed || own.length === 0 ? demoRoles : [...new Set(own)];
    const wanted = isPlayed ? signedIn.demo : chosen;
    return {
      role: roles.find((known) => known === wanted) ?? roles[0] ?? "nurse",
      roles,
      async act(next) {
        remember(kept, next);
        choose(next);
        if (isPlayed) await comeInAs(client, next);
      },
    };
  }, [chosen, data, client]);
  return <RoleContext value={acting}>{children}</RoleContext>;
}

export function useActing(): Acting {
  const acting = useContext(RoleContext);
  if (acting === undefined) throw new Error("useActing is used outside <InRole>");
  return acting;
}

export function useRole(): ActingRole {
  return useActing().role;
}

/** Whether somebody works nowhere, and reads their own record or their child's: they have no clinic to look around in. */
export function useIsOwn(): boolean {
  const { data } = useSignIn();
  return (
    data !== undefined && data.signedIn !== null && data.appointments.length === 0 && data.links.length > 0
  );
}
