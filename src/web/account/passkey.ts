/** Passkeys through the browser's own API, in JSON as the server speaks it. */
import { request } from "../api/request.ts";

/** Whether this browser has them at this address: they belong to a name, which an IP address is not. */
export type Passkeys = "here" | "at-localhost" | "nowhere";

export function passkeys(): Passkeys {
  const { hostname } = location;
  if (/^(\d+\.){3}\d+$|^\[/.test(hostname))
    return hostname.startsWith("127.") || hostname === "[::1]" ? "at-localhost" : "nowhere";
  // A page that did not come safely has none, and an old browser speaks no JSON with them.
  const has = "PublicKeyCredential" in globalThis && "parseCreationOptionsFromJSON" in PublicKeyCredential;
  return has ? "here" : "nowhere";
}

/** Where the same server has passkeys. */
export function atLocalhost(): string {
  const { protocol, port, pathname, search, hash } = location;
  return `${protocol}//localhost${port === "" ? "" : `:${port}`}${pathname}${search}${hash}`;
}

/** Whoever closes the browser's window has decided: that is no mistake. */
export class NoPasskey extends Error {}

/** Has the device make a passkey. @param at where the challenge comes from */
export async function makePasskey(at: string, body: object): Promise<unknown> {
  const options = await request<PublicKeyCredentialCreationOptionsJSON>(at, { method: "POST", body });
  return taken(() =>
    navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) }),
  );
}

/** Has the device show a passkey that it holds for this server. */
export async function showPasskey(): Promise<unknown> {
  const options = await request<PublicKeyCredentialRequestOptionsJSON>("/api/sign-in/passkey/challenge", {
    method: "POST",
    body: {},
  });
  return taken(() =>
    navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) }),
  );
}

async function taken(ask: () => Promise<Credential | null>): Promise<unknown> {
  let credential: Credential | null;
  try {
    credential = await ask();
  } catch (cause) {
    throw new NoPasskey("no passkey", { cause });
  }
  if (!(credential instanceof PublicKeyCredential)) throw new NoPasskey("no passkey");
  return credential.toJSON();
}
