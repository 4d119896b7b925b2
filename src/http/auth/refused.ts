/** What the engine refuses, as problems of the API. */
import type { Problem } from "../problem.ts";
import { doesNotFitAsTold, problem } from "../problem.ts";
import type { ProblemId } from "../problem-words.ts";
import type { Told } from "./exchange.ts";
import { wrongWithPassword } from "./password.ts";

const byCode: Readonly<Record<string, ProblemId>> = {
  INVALID_EMAIL: "sign-in-refused",
  INVALID_EMAIL_OR_PASSWORD: "sign-in-refused",
  PASSWORD_TOO_LONG: "sign-in-refused",
  INVALID_PASSWORD: "wrong-password",
  INVALID_CODE: "code-refused",
  INVALID_BACKUP_CODE: "code-refused",
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: "code-refused",
  INVALID_TWO_FACTOR_COOKIE: "code-refused",
  TOTP_NOT_ENABLED: "code-refused",
  BACKUP_CODES_NOT_ENABLED: "code-refused",
  CHALLENGE_NOT_FOUND: "passkey-refused",
  PASSKEY_NOT_FOUND: "passkey-refused",
  AUTHENTICATION_FAILED: "passkey-refused",
  FAILED_TO_VERIFY_REGISTRATION: "passkey-refused",
  USER_NOT_VERIFIED: "passkey-refused",
  LINK_REFUSED: "link-refused",
  EMAIL_TAKEN: "email-taken",
  NO_DEMO: "no-demo",
  UNAUTHORIZED: "not-signed-in",
};

/** After ten wrong codes in a row, as better-auth has it. */
const lockedS = 15 * 60;

/** @throws where the engine failed in a way that nobody's input explains */
export function refusedBy(told: Told): Problem {
  const { status, code, retryAfterS } = told;
  if (code === "ACCOUNT_TEMPORARILY_LOCKED") return tooMany(lockedS);
  if (status === 429) return tooMany(retryAfterS);
  const id = byCode[code];
  if (id === undefined) throw new Error(`the accounts answered ${status} ${code}`);
  return problem(id);
}

export function tooMany(seconds: number): Problem {
  return problem("too-many-tries", { seconds }, {}, { "Retry-After": String(seconds) });
}

/** What is wrong with a password that somebody chooses. */
export function unfitPassword(password: string, whose: { name: string; email: string }): Problem | undefined {
  const says = wrongWithPassword(password, whose);
  return says === undefined ? undefined : doesNotFitAsTold([{ at: "password", says }]);
}
