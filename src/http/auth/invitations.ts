/**
 * One-time links: for the first administrator, for somebody who is invited, and for somebody who lost the way in. The
 * token stands behind the `#` of an address, so that no server, proxy or referrer sees it; what is kept is its hash.
 */
import { hash, randomBytes } from "node:crypto";

export const linkPurposes = ["first-administrator", "invitation", "recovery"] as const;
export type LinkPurpose = (typeof linkPurposes)[number];

/** What a link is good for. */
export interface Link {
  readonly purpose: LinkPurpose;
  /** Whatever the one who makes it wants to find again, such as a role and a clinic; for a recovery, the account. */
  readonly payload: Readonly<Record<string, unknown>>;
  readonly expiresAt: Date;
}

/** Where links are kept: rows under the hash of their token. */
export interface LinkStore {
  put(hash: string, link: Link): Promise<void>;
  find(hash: string): Promise<(Link & { readonly usedAt: Date | null }) | undefined>;
  /** Marks it as used; false where it was already, even by somebody at the same moment. */
  use(hash: string): Promise<boolean>;
  /** It was used for nothing: it is good again for as long as it was. */
  release(hash: string): Promise<void>;
  /** Takes away those of a purpose that nobody used; of an account, where one is named. */
  withdraw(purpose: LinkPurpose, account?: string): Promise<void>;
}

const hourMs = 3_600_000;
const validMs: { readonly [P in LinkPurpose]: number } = {
  "first-administrator": 24 * hourMs,
  invitation: 7 * 24 * hourMs,
  // It opens an account that exists: whoever asked for it waits for it.
  recovery: hourMs,
};

/** Whether whoever made a link may still give what it gives. */
export type LinkHolds = (link: Link) => Promise<boolean>;

export function linksIn(store: LinkStore, holds: LinkHolds = () => Promise.resolve(true)) {
  const open = async (token: string): Promise<Link | undefined> => {
    if (!isToken(token)) return undefined;
    const found = await store.find(hashOf(token));
    const isOver = found === undefined || found.usedAt !== null || found.expiresAt.getTime() <= Date.now();
    return isOver || !(await holds(found)) ? undefined : found;
  };
  return {
    /** @returns the token, which is nowhere kept */
    async make(purpose: LinkPurpose, payload: Link["payload"] = {}): Promise<string> {
      const token = randomBytes(32).toString("base64url");
      await store.put(hashOf(token), {
        purpose,
        payload,
        expiresAt: new Date(Date.now() + validMs[purpose]),
      });
      return token;
    },
    /** What a token is good for, while it is. */
    open,
    /** The same, and from now on for nothing: of two who use it at once, one gets it. */
    async use(token: string): Promise<Link | undefined> {
      const link = await open(token);
      return link !== undefined && (await store.use(hashOf(token))) ? link : undefined;
    },
    release: (token: string) => store.release(hashOf(token)),
    withdraw: (purpose: LinkPurpose, account?: string) => store.withdraw(purpose, account),
  };
}
export type Links = ReturnType<typeof linksIn>;

/** Where the page of a link is: on this machine by its name, for a passkey belongs to no number. */
export function linkAddress(origin: string, token: string): string {
  return `${origin.replace("//127.0.0.1", "//localhost")}/sign-in/first#${token}`;
}

function isToken(text: string): boolean {
  return /^[\w-]{43}$/.test(text);
}

function hashOf(token: string): string {
  return hash("sha256", token, "base64url");
}
