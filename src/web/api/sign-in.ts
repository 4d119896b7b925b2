/** Who is signed in, as the server says. */
import { type Query, type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { Appointment, Link } from "../../app/access.ts";
import { changingSession, request, signedOutEvent } from "./request.ts";

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

/** Told to the page before somebody else comes in on it, and where nobody else came. */
export const leavingEvent = "isoward:leaving";
export const stayedEvent = "isoward:stayed";

/** What somebody has asked for is not answered to the next. */
async function leave(client: QueryClient): Promise<void> {
  dispatchEvent(new Event(leavingEvent));
  await client.cancelQueries();
}

/** In the demo: goes on as its person in a role, on the same page. */
export async function comeInAs(client: QueryClient, role: string): Promise<void> {
  try {
    await changingSession(async () => {
      await leave(client);
      await signIn("demo", { role });
      await somebodyElse(client);
    });
  } catch (cause) {
    dispatchEvent(new Event(stayedEvent));
    throw cause;
  }
}

/** What one person has read is not there for the next. */
export async function somebodyElse(client: QueryClient): Promise<void> {
  const state = await request<SignInState>("/api/sign-in");
  client.setQueryData(key, state);
  const others = { predicate: ({ queryKey }: Query) => queryKey[0] !== key[0] };
  client.removeQueries({ ...others, type: "inactive" });
  for (const query of client.getQueryCache().findAll(others)) query.reset();
  // The page drops first what the next one may not see, or that would be asked for in their name and refused.
  await new Promise((resolve) => setTimeout(resolve));
  // A page that stands open is asked for anew: it may go on in another role of the demo.
  void client.refetchQueries({ ...others, type: "active" }, { cancelRefetch: false });
}

export function signIn(by: string, body: object): Promise<AfterPassword> {
  return request<AfterPassword>(`/api/sign-in/${by}`, { method: "POST", body });
}

export async function signOut(client: QueryClient): Promise<void> {
  await leave(client);
  await request("/api/sign-out", { method: "POST", body: {} });
  await somebodyElse(client);
}
