/** Who is signed in, as the server says. */
import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { Appointment, Link } from "../../app/access.ts";
import { request, signedOutEvent } from "./request.ts";

export interface SignedIn {
  readonly account: string;
  readonly name: string;
  readonly email: string;
  readonly session: string;
  readonly how: "password" | "passkey" | "link" | "demo";
  readonly secondFactor: boolean;
  readonly at: string;
  /** The role that an account of the demo plays. */
  readonly demo: string | null;
}

interface SignInState {
  readonly signedIn: SignedIn | null;
  /** What the person is appointed to; every site where none is named. */
  readonly appointments: readonly Appointment[];
  readonly links: readonly Link[];
  readonly demo: boolean;
  readonly on: boolean;
  readonly needed: boolean;
}

/** After a password: in, or asked for a code. */
export interface AfterPassword {
  readonly signedIn: SignedIn | null;
  readonly needs: "nothing" | "code";
}

const key = ["sign-in"];

export function useSignIn() {
  const client = useQueryClient();
  useEffect(() => {
    const again = () => void client.invalidateQueries({ queryKey: key });
    addEventListener(signedOutEvent, again);
    return () => removeEventListener(signedOutEvent, again);
  }, [client]);
  return useQuery({
    queryKey: key,
    queryFn: ({ signal }) => request<SignInState>("/api/sign-in", { signal }),
    staleTime: 60_000,
  });
}

/** What one person has read is not there for the next. */
export async function somebodyElse(client: QueryClient): Promise<void> {
  const state = await request<SignInState>("/api/sign-in");
  client.clear();
  client.setQueryData(key, state);
}

export function signIn(by: string, body: object): Promise<AfterPassword> {
  return request<AfterPassword>(`/api/sign-in/${by}`, { method: "POST", body });
}

export async function signOut(client: QueryClient): Promise<void> {
  await request("/api/sign-out", { method: "POST", body: {} });
  await somebodyElse(client);
}
