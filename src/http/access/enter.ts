/**
 * What stands before every route: who asks, and whether they may. A route says what is done there and of whom; the table
 * in app/access.ts says who may. Where the API is asked without accounts (a test, another program of this package), the
 * role is the one that is named, and what is written says that nobody vouched for it.
 */
import type { Context } from "hono";
import {
  type Access,
  type Denial,
  type Doing,
  mayDo,
  type Person,
  type Subject,
  type Through,
} from "../../app/access.ts";
import { readNumber, readRoute } from "../../app/authorisation-number.ts";
import type { Eyes } from "../../app/behind-the-wall.ts";
import type { By } from "../../app/entries.ts";
import { patientSubject, personOf } from "../../app/people.ts";
import { patientStream } from "../../app/practice.ts";
import type { Viewer } from "../../app/sight.ts";
import type { Role } from "../../core/entry.ts";
import { refuse } from "../../core/refusal.ts";
import { roles } from "../../core/vocabulary.ts";
import { Problem, problem, refused } from "../problem.ts";
import { clinicHeader, roleHeader } from "../role/role.ts";
import type { Api } from "../route.ts";

/**
 * `open`: to anybody; whatever is asked there stands in no record. `own-account`: the route itself asks who is signed in.
 * Else what is done there, and of whom: a clinic or patient of the address, an authorisation's number, or everything.
 */
export type RouteAccess =
  | "open"
  | "own-account"
  | { readonly doing: Doing; readonly of: "all" | "clinic" | "patient" | "number" };

/** Somebody whom the table let in. */
export interface Entered {
  /** Whose word a write is; undefined where nobody has to be signed in. */
  readonly by: By | undefined;
  readonly person: Person | undefined;
  readonly role: Role | undefined;
  /** The clinic they act for. */
  readonly clinic: string | undefined;
  readonly through: Through;
  /** Whom it is about, where it is about one patient. */
  readonly patient: string | undefined;
  /** By whom what is shown is measured; undefined where everything is. */
  readonly viewer: Viewer | undefined;
  /** What the store lets them see; undefined where nobody is held to anything. */
  readonly eyes: Eyes | undefined;
}

/** Nobody has to say who they are. */
export const unsigned: Entered = {
  by: undefined,
  person: undefined,
  role: undefined,
  clinic: undefined,
  through: "unsigned",
  patient: undefined,
  viewer: undefined,
  eyes: undefined,
};

export async function enter(c: Context, api: Api, access: RouteAccess): Promise<Entered | Refused> {
  if (access === "open" || access === "own-account" || !api.rightsAreHeld) return unsigned;
  const signedIn = await api.accounts?.signIn.personOf(c.req.raw);
  if (signedIn === undefined) return { problem: problem("not-signed-in") };
  const role = roleOf(c.req.header(roleHeader));
  if (role instanceof Problem) return { problem: role };
  const person = await personOf(api.practice, signedIn.account);
  const named = await subjectOf(c, api, access.of, person);
  if ("problem" in named) return access.of === "number" ? (heldUp(api, person, named) ?? named) : named;
  const { subject, patient, number } = named;
  const found = mayDo(person, access.doing, subject, { role, clinic: c.req.header(clinicHeader) });
  if (number !== undefined && !(found.granted && found.through !== "by-number")) {
    const isGiven = subject.of === "patient" && subject.byNumber === true;
    const held = heldUp(api, person, { patient, isGiven });
    if (held !== undefined) return held;
  }
  if (!found.granted) {
    // Of a number that was never given nobody learns whether it begins like somebody's, and whoever works at no clinic
    // learns nothing of who is registered: what is not theirs is not there.
    const isGuess = number !== undefined && subject.of === "patient" && subject.byNumber !== true;
    const isHidden = patient !== undefined && (isGuess || person.appointments.length === 0);
    const refusal = isHidden ? unknown(patient, api, number) : problem(found.why);
    return { problem: refusal, person, patient, why: found.why };
  }
  return entered(found, person, patient);
}

/** Whoever tries one number after the other is not heard for a while; of their own clinic's patients they go on reading. */
function heldUp(
  { wrongNumbers }: Api,
  person: Person,
  { patient, isGiven = false }: { readonly patient?: string | undefined; readonly isGiven?: boolean },
): Refused | undefined {
  const seconds = wrongNumbers.waitS(person.account);
  if (seconds <= 0 && !isGiven) wrongNumbers.tried(person.account);
  if (seconds <= 0) return undefined;
  const refusal = problem("too-many-numbers", { seconds }, {}, { "Retry-After": String(seconds) });
  return { problem: refusal, person, patient, why: "no-relation" };
}

/** Why somebody was not let in; with who and whom where that is known, for the audit trail. */
export interface Refused {
  readonly problem: Problem;
  readonly person?: Person;
  readonly patient?: string | undefined;
  readonly why?: Denial | "unknown-patient";
}

function entered(found: Access & { granted: true }, person: Person, patient: string | undefined): Entered {
  const { role, clinic, through } = found;
  const clinics = person.appointments.filter((one) => one.role === role).map((one) => one.clinic);
  const by: By = { role, id: person.account, authenticated: true };
  const here = person.appointments.filter((one) => one.role === role && one.clinic === clinic);
  const isEverywhere = here.length === 0 || here.some(({ sites }) => sites === undefined);
  const sites = isEverywhere ? undefined : here.flatMap((one) => one.sites ?? []);
  const viewer: Viewer = { role, through, clinics, sites };
  return { by, person, role, clinic, through, patient, viewer, eyes: eyesOf(person, through, patient) };
}

/** Whose patients their clinics treat the store knows by itself; every other record is opened to them by name. */
function eyesOf({ appointments }: Person, through: Through, patient: string | undefined): Eyes {
  return {
    clinics: [...new Set(appointments.map(({ clinic }) => clinic))],
    streams: patient === undefined || through === "own-clinic" ? [] : [patientStream(patient)],
  };
}

async function subjectOf(
  c: Context,
  api: Api,
  of: "all" | "clinic" | "patient" | "number",
  person: Person,
): Promise<{ readonly subject: Subject; readonly patient?: string; readonly number?: string } | Refused> {
  if (of === "all") return { subject: { of } };
  if (of === "clinic") {
    return { subject: { of, clinic: c.req.param("clinic") ?? "", site: c.req.query("site") } };
  }
  const typed = c.req.param(of) ?? "";
  const number = of === "number" ? readNumber(typed) : undefined;
  const patient = of === "patient" ? readRoute(typed) : number?.route;
  // What no number can be is nobody's: the route says what is wrong with it.
  if (patient === undefined) return { subject: { of: "all" } };
  const found = await patientSubject(api.practice, patient, person.account, { number: number?.number });
  const subject: Subject | undefined =
    found?.of === "patient" ? { ...found, site: c.req.query("site") } : found;
  // Whoever tries numbers is written down too.
  return subject === undefined
    ? { problem: unknown(patient, api, number?.number), person, patient, why: "unknown-patient" }
    : {
        subject,
        patient,
        ...(number === undefined ? {} : { number: number.number }),
      };
}

/** Not there. @param number where it was asked for by a number */
function unknown(patient: string, { practice }: Api, number?: string): Problem {
  const refusal =
    number === undefined
      ? refuse("unknown-patient", { patient })
      : refuse("no-such-authorisation", { number });
  return refused(refusal, { knowledge: practice.knowledge, zone: "UTC" });
}

function roleOf(header: string | undefined): Role | undefined | Problem {
  if (header === undefined) return undefined;
  return (
    roles.find((role) => role === header && role !== "unknown") ??
    problem("bad-header", { header: roleHeader, like: "prescriber" })
  );
}
