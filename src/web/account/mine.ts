/** One's own account, as the server shows it, and what can be changed in it. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { request } from "../api/request.ts";

export interface Account {
  readonly name: string;
  readonly email: string;
  readonly demo: boolean;
  /** Signed in recently enough to change what guards it. */
  readonly fresh: boolean;
  readonly password: boolean;
  readonly secondFactor: boolean;
  readonly recoveryCodesLeft: number;
  readonly passkeys: readonly { readonly id: string; readonly name: string; readonly since: string }[];
  readonly sessions: readonly Session[];
}

export interface Session {
  readonly session: string;
  readonly current: boolean;
  readonly how: "password" | "passkey" | "link" | "demo";
  readonly at: string;
  readonly usedAt: string;
  readonly until: string;
  readonly address: string;
  readonly agent: string;
}

const key = ["account"];

export function useMine() {
  return useQuery({ queryKey: key, queryFn: ({ signal }) => request<Account>("/api/account", { signal }) });
}

/** Changes something of the account, and looks at it anew. */
export function useChange() {
  const client = useQueryClient();
  return async <T>(what: string, body: object): Promise<T> => {
    try {
      return await request<T>(`/api/account/${what}`, { method: "POST", body });
    } finally {
      await client.invalidateQueries({ queryKey: key });
    }
  };
}
