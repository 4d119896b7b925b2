/** In a demo nobody has to sign in by hand: a command is given by the demo's person in the role it names. */
import type { Role } from "../core/entry.ts";

type Ask = (path: string, init: RequestInit) => Promise<Response>;

/** A token of the demo's person in a role; undefined where the server is no demo, or has nobody in it. */
export async function demoToken(ask: Ask, role: Role): Promise<string | undefined> {
  const asked = await ask("/api/sign-in", { headers: { accept: "application/json" } });
  const { demo } = (await asked.json()) as { readonly demo?: boolean };
  if (demo !== true) return undefined;
  const signedIn = await ask("/api/sign-in/demo", {
    method: "POST",
    headers: { accept: "application/json", "content-type": "application/json" },
    body: JSON.stringify({ role }),
  });
  const cookie = signedIn.headers.getSetCookie().find((one) => /\.session_token=[^;]/.test(one));
  return cookie === undefined ? undefined : decodeURIComponent(/=([^;]*)/.exec(cookie)?.[1] ?? "");
}
