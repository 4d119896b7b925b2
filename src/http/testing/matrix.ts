/** The table of who may do what, as it is agreed on (access/matrix.yaml), and everybody who is asked against it. */
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { type Doing, mayDo, type Person, type StaffRole, type Subject } from "../../app/access.ts";
import { commandNamed } from "../../app/commands/index.ts";
import { staffRoles } from "../../core/vocabulary.ts";
import type { Route } from "../route.ts";

const roles = z.array(z.enum(staffRoles)).default([]);
const row = z.strictObject({
  does: z.string().min(5),
  own: roles,
  emergency: roles,
  before: roles,
  counter: roles,
  elsewhere: roles,
  patient: z.literal("yes").optional(),
  guardian: z.literal("yes").optional(),
});
const agreedShape = z.strictObject({
  open: z.array(z.string()),
  "own-account": z.array(z.string()),
  rows: z.record(z.string(), row),
});

export type Row = z.output<typeof row>;
export type Agreed = z.output<typeof agreedShape>;

export function readMatrix(): Agreed {
  return agreedShape.parse(parse(readFileSync("src/http/access/matrix.yaml", "utf8")));
}

/** How staff stand to the patient of the test: by the clinic at which they work. */
export const clinics = {
  own: "tokyo-monthly",
  emergency: "three-month-supply",
  before: "ten-day-start",
  elsewhere: "pore-care",
} as const;
type Standing = keyof typeof clinics;
const standings = Object.keys(clinics) as readonly Standing[];

/** Somebody who asks. */
export interface Asker {
  /** Undefined where nobody is signed in. */
  readonly account: string | undefined;
  readonly says: string;
  readonly staff?: { readonly role: StaffRole; readonly at: Standing };
  readonly linked?: { readonly as: "patient" | "guardian"; readonly own: boolean };
}

const breakers: ReadonlySet<StaffRole> = new Set(["prescriber", "nurse", "pharmacist"]);

/** Every role at every clinic, patients and guardians of this record and of another, a stranger, and nobody. */
export const askers: readonly Asker[] = [
  ...standings.flatMap((at) =>
    staffRoles.map(
      (role): Asker => ({ account: `${role}-${at}`, says: `${role}, ${at}`, staff: { role, at } }),
    ),
  ),
  ...(["patient", "guardian"] as const).flatMap((as) => [
    { account: `${as}-own`, says: `${as} of this record`, linked: { as, own: true } },
    { account: `${as}-other`, says: `${as} of another record`, linked: { as, own: false } },
  ]),
  { account: "stranger", says: "an account without rights" },
  { account: undefined, says: "nobody signed in" },
];

/** Whether somebody broke the glass: only these roles can. */
export function breaksGlass({ staff }: Asker): boolean {
  return staff?.at === "emergency" && breakers.has(staff.role);
}

/** What the agreed table says of somebody who asks; `of` as the route declares it. */
export function isAgreed(agreed: Row, of: Subject["of"] | "number", asker: Asker): boolean {
  const { staff, linked } = asker;
  if (linked !== undefined) return agreed[linked.as] === "yes" && (linked.own || of === "all");
  if (staff === undefined) return false;
  const { role, at } = staff;
  if (of === "all") return agreed.own.includes(role);
  if (at === "own") return agreed.own.includes(role);
  if (of === "clinic") return agreed.elsewhere.includes(role);
  const here = at === "emergency" && !breaksGlass(asker) ? "elsewhere" : at;
  return agreed[here].includes(role) || (of === "number" && agreed.counter.includes(role));
}

/** The name of a row. */
export function rowOf(doing: Doing): string {
  return doing.startsWith("command:") ? doing.slice("command:".length) : doing;
}

/** What is wrong with the routes before anybody asks: one that is in no list or row, one that is in the wrong one, and rows of nothing. */
export function undeclared(routes: readonly Route[], agreed: Agreed): string[] {
  const wrong: string[] = [];
  const done = new Set<string>();
  for (const { operationId, access } of routes) {
    if (typeof access === "string") {
      if (!agreed[access].includes(operationId)) wrong.push(`${operationId} is declared ${access}`);
      continue;
    }
    const name = rowOf(access.doing);
    done.add(name);
    if (agreed.rows[name] === undefined) wrong.push(`${operationId}: there is no row "${name}"`);
  }
  const known = new Set(routes.map(({ operationId }) => operationId));
  const lost = [...agreed.open, ...agreed["own-account"]].filter((one) => !known.has(one));
  const empty = Object.keys(agreed.rows).filter(
    (name) => !done.has(name) && commandNamed(name) !== undefined,
  );
  return [...wrong, ...lost.map((one) => `${one} is gone`), ...empty.map((one) => `no route does ${one}`)];
}

export type Decide = typeof mayDo;

/** Everybody for whom the table of access says something else than was agreed. */
export function againstTable(agreed: Agreed, routes: readonly Route[], decide: Decide = mayDo): string[] {
  const patient = "K7QX2M9P";
  return routes.flatMap(({ operationId, access }) => {
    if (typeof access === "string") return [];
    const { doing, of } = access;
    const expected = agreed.rows[rowOf(doing)];
    if (expected === undefined) return [];
    return askers.flatMap((asker) => {
      const subject = subjectOf(of, asker, patient);
      const { granted } = decide(personOf(asker, patient), doing, subject);
      return granted === isAgreed(expected, of, asker) ? [] : [`${operationId}, ${asker.says}`];
    });
  });
}

function personOf({ account = "", staff, linked }: Asker, patient: string): Person {
  return {
    account,
    appointments: staff === undefined ? [] : [{ clinic: clinics[staff.at], role: staff.role }],
    links: linked === undefined ? [] : [{ patient: linked.own ? patient : "ZZZZZZZZ", as: linked.as }],
  };
}

function subjectOf(of: "all" | "clinic" | "patient" | "number", asker: Asker, patient: string): Subject {
  if (of === "all") return { of };
  if (of === "clinic") return { of, clinic: clinics.own };
  return {
    of: "patient",
    patient,
    treatedAt: [clinics.own],
    treatedBefore: [clinics.before],
    brokenFor: breaksGlass(asker) ? [clinics.emergency] : [],
    byNumber: of === "number",
  };
}
