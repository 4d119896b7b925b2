/** Accounts of the demo: one for each role, of people who do not exist. */
import { rolesToChoose } from "../role/role.ts";

const prefix = "demo-";

/** Names that say themselves that nobody has them. */
const names: Readonly<Record<string, string>> = {
  prescriber: "見本 礼子 (Reiko Mihon)",
  nurse: "見本 看太 (Kanta Mihon)",
  pharmacist: "見本 薬美 (Kusumi Mihon)",
  "front-desk": "見本 受子 (Ukeko Mihon)",
  lab: "見本 検一 (Kenichi Mihon)",
  // Those whose record the demo links them to.
  patient: "仮名 梅子 (Umeko Kamei)",
  guardian: "模擬 守子 (Moriko Mogi)",
  administrator: "見本 管理 (Kanri Mihon)",
  designee: "見本 任 (Makoto Mihon)",
  auditor: "見本 正 (Tadashi Mihon)",
};

export interface DemoPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** The account that plays a role; undefined where it is no role that a person can have. */
export function demoPerson(role: string): DemoPerson | undefined {
  if (!rolesToChoose.some((known) => known === role)) return undefined;
  // `.invalid` is reserved for addresses that never exist (RFC 2606).
  return { id: prefix + role, name: names[role] ?? "見本 (Mihon)", email: `${role}@demo.invalid` };
}

/** The role that an account of the demo plays; undefined for every other account. */
export function demoRoleOf(account: string): string | undefined {
  return account.startsWith(prefix) ? account.slice(prefix.length) : undefined;
}
