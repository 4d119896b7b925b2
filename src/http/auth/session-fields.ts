/** What a session says of itself beyond whose it is: how it began, whether with a second factor, and when. */

import type { WayIn } from "./events.ts";
import type { SessionLimits } from "./limits.ts";

interface Fields {
  readonly [field: string]: unknown;
  readonly how?: unknown;
  readonly secondFactor?: unknown;
  readonly startedAt?: unknown;
}

interface Context {
  readonly path?: string;
  readonly context?: { readonly session?: { readonly session: Fields } | null };
}

/** Told where a session is made. One that takes another's place goes on from it: a new password begins no new shift. */
export function wayInOf(session: Fields, context: Context | null, { absoluteMs }: SessionLimits) {
  const path = context?.path ?? "";
  const before = context?.context?.session?.session;
  const given = typeof session.how === "string" ? session : before;
  const startedAt = given?.startedAt instanceof Date ? given.startedAt : new Date();
  const expiresAt = new Date(startedAt.getTime() + absoluteMs);
  return { how: given?.how ?? howOf(path), secondFactor: secondFactorOf(path, given), startedAt, expiresAt };
}

function howOf(path: string): WayIn {
  return path.startsWith("/passkey/") ? "passkey" : "password";
}

/** A passkey is two: the device, and what unlocks it. */
function secondFactorOf(path: string, given: Fields | undefined): boolean {
  if (path.startsWith("/two-factor/verify-") || path.startsWith("/passkey/verify-")) return true;
  return path !== "/two-factor/disable" && given?.secondFactor === true;
}
