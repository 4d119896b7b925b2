/** Answers as the description shows them. */

const signedIn = {
  account: "Zs1kQw0yVt4bJr7LpE9x",
  name: "架空 礼子",
  email: "reiko@clinic.example",
  session: "mB8rT2nKcV5hYq0DfW3s",
  how: "password",
  secondFactor: true,
  at: "2026-11-20T00:05:00Z",
  demo: null,
};

const credential = { id: "3q2-7w", rawId: "3q2-7w", type: "public-key", response: {} };
const token = "q8o1Yk2mXw0T5rJb7cN4vZ6hLd9fGs3aPe1uQiKxVyE";

export const authExamples = {
  signIn: {
    signedIn,
    appointments: [{ clinic: "tokyo-monthly", role: "prescriber" }],
    links: [],
    demo: false,
    on: true,
    needed: true,
  },
  afterPassword: { signedIn: null, needs: "code" },
  in: { signedIn, needs: "nothing" },
  done: { done: true },
  link: { purpose: "first-administrator", email: null, name: null, until: "2026-11-21T00:00:00Z" },
  challenge: { challenge: "dGhpcyBpcyBvbmUtdGltZQ", rpId: "localhost", timeout: 60_000 },
  account: {
    account: signedIn.account,
    name: signedIn.name,
    email: signedIn.email,
    demo: false,
    fresh: true,
    password: true,
    secondFactor: true,
    recoveryCodesLeft: 9,
    passkeys: [{ id: "Pk3vB1", name: "診察室のパソコン", since: "2026-11-01T01:00:00Z" }],
    sessions: [
      {
        session: signedIn.session,
        current: true,
        how: "password",
        at: signedIn.at,
        usedAt: "2026-11-20T01:29:00Z",
        until: "2026-11-20T12:05:00Z",
        address: "203.0.113.7",
        agent: "Mozilla/5.0",
      },
    ],
  },
  totp: {
    address: "otpauth://totp/Isoward:reiko%40clinic.example?secret=JBSWY3DPEHPK3PXP&issuer=Isoward",
    secret: "JBSWY3DPEHPK3PXP",
    recoveryCodes: ["a1B2c-D3e4F", "g5H6i-J7k8L"],
  },
  recoveryCodes: { recoveryCodes: ["a1B2c-D3e4F", "g5H6i-J7k8L"] },
  inputs: {
    none: {},
    password: { email: signedIn.email, password: "harbour lantern ninety" },
    code: { code: "123456" },
    passkey: { passkey: credential },
    demo: { role: "prescriber" },
    link: { token },
    linkChallenge: { token, name: signedIn.name, email: signedIn.email },
    first: { token, name: signedIn.name, email: signedIn.email, password: "harbour lantern ninety" },
    recovery: { token, password: "harbour lantern ninety" },
    newPassword: { current: "harbour lantern ninety", password: "meadow clock seventeen" },
    confirm: { password: "harbour lantern ninety" },
    session: { session: signedIn.session },
    newPasskey: { passkey: credential, name: "診察室のパソコン" },
    passkeyId: { id: "Pk3vB1" },
  },
};
