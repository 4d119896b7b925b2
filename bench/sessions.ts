/** Prescribers with accounts, and a session of each, made as the server itself makes them. */
import { createHmac } from "node:crypto";
import { openAccounts } from "../src/http/auth/accounts.ts";
import { appoint } from "./seed.ts";
import { openPlace, type Place } from "./store.ts";

/** @returns what each shows as `Authorization: Bearer …` */
export async function sessionsOf(place: Place, count: number): Promise<string[]> {
  const accounts = await openAccounts(place);
  const { internalAdapter, secret } = accounts.engine.context;
  const tokens: string[] = [];
  const ids: string[] = [];
  const stamp = Date.now().toString(36);
  for (let one = 0; one < count; one++) {
    const person = { name: `架空 ${one}`, email: `${stamp}-${one}@clinic.example`, emailVerified: false };
    const { id } = await internalAdapter.createUser(person, { method: "email-password" });
    const { token } = await internalAdapter.createSession(id, false, { how: "password" });
    const signature = createHmac("sha256", secret).update(token).digest("base64");
    ids.push(id);
    tokens.push(encodeURIComponent(`${token}.${signature}`));
  }
  await accounts.close();
  const practice = await openPlace(place);
  await appoint(practice, ids);
  await practice.ledger.close();
  return tokens;
}
