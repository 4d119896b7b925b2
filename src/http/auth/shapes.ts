/** What the addresses of sign-in take and answer. */
import { z } from "zod";
import { staffRoles } from "../../core/vocabulary.ts";
import { waysIn } from "./events.ts";
import { linkPurposes } from "./invitations.ts";

const instant = z.iso.datetime({ offset: true });
const password = z.string().min(1).max(1000);
const email = z.email().max(254);
/** As the browser's own `toJSON` gives it. */
const credential = z.looseObject({ id: z.string().max(2000) });

export const signedInShape = z.strictObject({
  account: z.string(),
  name: z.string(),
  email: z.string(),
  session: z.string(),
  how: z.enum(waysIn),
  secondFactor: z.boolean().describe("Whether more than a password was shown."),
  at: instant,
  demo: z.string().nullable().describe("The role that an account of the demo plays; null for every other."),
});

/** Who is signed in, and by what one could be. */
export const signInShape = z.strictObject({
  signedIn: signedInShape.nullable(),
  appointments: z
    .array(
      z.strictObject({ clinic: z.string(), role: z.enum(staffRoles), sites: z.array(z.string()).optional() }),
    )
    .describe("What the person is appointed to; every site where none is named."),
  links: z
    .array(z.strictObject({ patient: z.string(), as: z.enum(["patient", "guardian"]) }))
    .describe("Whose records are their own, or their ward's."),
  demo: z.boolean().describe("Whether accounts of the demo are open to everybody."),
  on: z.boolean().describe("Whether this server has accounts."),
  needed: z.boolean().describe("Whether nothing of a clinic is shown without signing in."),
});

/** After a password: in, or asked for a code. */
export const afterPasswordShape = z.strictObject({
  signedIn: signedInShape.nullable(),
  needs: z.enum(["nothing", "code"]),
});

export const doneShape = z.strictObject({ done: z.literal(true) });

export const linkShape = z.strictObject({
  purpose: z.enum(linkPurposes),
  email: z
    .string()
    .nullable()
    .describe("Whose account is recovered, or who was invited, where the link says it."),
  name: z.string().nullable(),
  until: instant,
});

/** For `navigator.credentials`, as JSON. */
export const challengeShape = z.looseObject({ challenge: z.string() });

export const accountShape = z.strictObject({
  account: z.string(),
  name: z.string(),
  email: z.string(),
  demo: z.boolean(),
  fresh: z.boolean().describe("Whether the sign-in is recent enough to change what guards the account."),
  password: z.boolean().describe("Whether it has one."),
  secondFactor: z.boolean(),
  recoveryCodesLeft: z.int(),
  passkeys: z.array(z.strictObject({ id: z.string(), name: z.string(), since: instant })),
  sessions: z.array(
    z.strictObject({
      session: z.string(),
      current: z.boolean(),
      how: z.enum(waysIn),
      at: instant,
      usedAt: instant,
      until: instant,
      address: z.string(),
      agent: z.string().describe("What the browser or program says it is."),
    }),
  ),
});

export const totpShape = z.strictObject({
  address: z.string().describe("`otpauth://…`: what the code to scan says."),
  secret: z.string().describe("The same to type, in base32."),
  recoveryCodes: z.array(z.string()).describe("Each opens the account once in place of a code."),
});

export const recoveryCodesShape = z.strictObject({ recoveryCodes: z.array(z.string()) });

const token = z.string().min(1).max(100);
const newPerson = { token, name: z.string().trim().min(1).max(120), email };

export const inputs = {
  none: z.strictObject({}),
  password: z.strictObject({ email: z.string().min(1).max(254), password }),
  code: z.strictObject({ code: z.string().trim().min(1).max(40) }),
  passkey: z.strictObject({ passkey: credential }),
  demo: z.strictObject({ role: z.string().max(40) }),
  link: z.strictObject({ token }),
  linkChallenge: z.strictObject(newPerson),
  first: z.strictObject({ ...newPerson, password: password.optional(), passkey: credential.optional() }),
  recovery: z.strictObject({ token, password }),
  newPassword: z.strictObject({ current: password.optional(), password }),
  confirm: z.strictObject({ password: password.optional() }),
  session: z.strictObject({
    session: z.string().max(100).optional().describe("All but this one where left out."),
  }),
  newPasskey: z.strictObject({ passkey: credential, name: z.string().trim().min(1).max(80) }),
  passkeyId: z.strictObject({ id: z.string().max(100) }),
};
