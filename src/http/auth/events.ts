/** What happened to an account, for the audit trail: who, when, from where; never a password, a code or a token. */

export const happenings = [
  "signed-in",
  "sign-in-failed",
  "signed-out",
  "session-ended",
  "password-changed",
  "passkey-added",
  "passkey-removed",
  "second-factor-set-up",
  "second-factor-removed",
  "recovery-codes-made",
  "recovery-code-used",
  "account-made",
  "account-removed",
  "link-made",
  "recovery-link-made",
  "link-refused",
  "recovered",
] as const;
export type Happened = (typeof happenings)[number];

/** How somebody signed in. `link` made the account or recovered it. */
export const waysIn = ["password", "passkey", "link", "demo"] as const;
export type WayIn = (typeof waysIn)[number];

export interface AccountEvent {
  readonly what: Happened;
  /** UTC. */
  readonly at: string;
  /** Unknown where somebody tried an e-mail address that is nobody's. */
  readonly account?: string;
  /** Its id, which opens nothing. */
  readonly session?: string;
  readonly how?: WayIn | "on-machine";
  /** From where, as far as the server can tell. */
  readonly address?: string;
  /** What a link is for. */
  readonly purpose?: string;
  /** Whose account it was done to, where it is somebody else's. */
  readonly of?: string;
}
