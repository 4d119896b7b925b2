/** Whom and what an address names, and what a write brings with it. */
import type { Context } from "hono";
import { readNumber, readRoute } from "../../app/authorisation-number.ts";
import type { Meta } from "../../app/execute.ts";
import { type Practice, patientStream, settingOf } from "../../app/practice.ts";
import { refuse } from "../../core/refusal.ts";
import type { Entered } from "../access/enter.ts";
import { expectedVersion, idempotencyKey } from "../precondition/precondition.ts";
import { Problem, problem, refused, type Told } from "../problem.ts";
import { byOf, clinicHeader } from "../role/role.ts";
import type { Api } from "../route.ts";

/** The patient of the address, as numbers are written; whether anybody has it shows when it is read. */
export function patientOf(c: Context, api: Api): string | Problem {
  const typed = c.req.param("patient") ?? "";
  return readRoute(typed) ?? unknownPatient(typed, api);
}

export function unknownPatient(patient: string, { practice }: Api): Problem {
  return refused(refuse("unknown-patient", { patient }), told(practice, undefined));
}

export function clinicOf(c: Context, { practice }: Api): string | Problem {
  const clinic = c.req.param("clinic") ?? "";
  const { clinics } = practice.knowledge;
  return Object.hasOwn(clinics, clinic)
    ? clinic
    : unknownId(practice, "clinic", clinic, Object.keys(clinics));
}

/** Said where a clinic is asked for a site it does not have. */
export function wrongSite(clinic: string, site: string, practice: Practice): Problem | undefined {
  const known = practice.knowledge.clinics[clinic]?.sites.map(({ id }) => id) ?? [];
  return known.includes(site) ? undefined : unknownId(practice, "site", site, known);
}

/** An address that leads nowhere, for want of a clinic or site of that name. */
function unknownId(
  practice: Practice,
  field: "clinic" | "site",
  given: string,
  known: readonly string[],
): Problem {
  return refused(refuse("unknown-id", { field, given, known }), told(practice, undefined), { status: 404 });
}

/** The authorisation of the address, and the patient it leads to. */
export function numberOf(c: Context, { practice }: Api): Named | Problem {
  const typed = c.req.param("number") ?? "";
  const read = readNumber(typed);
  return read === undefined
    ? refused(refuse("not-a-number", { given: typed }), told(practice, undefined))
    : { number: read.number, patient: read.route };
}

interface Named {
  readonly number: string;
  readonly patient: string;
}

/** Who writes, at which version, under which key, and where. */
export function metaOf(
  c: Context,
  api: Api,
  clinic: string | undefined,
  site: string | undefined,
  entered: Entered,
): Meta | Problem {
  const by = entered.by ?? byOf(c.req.header("isoward-role"));
  if (by instanceof Problem) return by;
  const version = expectedVersion(c.req.header("if-match"));
  if (version instanceof Problem) return version;
  const key = idempotencyKey(c.req.header("idempotency-key"));
  if (key instanceof Problem) return key;
  const acting = entered.clinic ?? (entered.person === undefined ? c.req.header(clinicHeader) : undefined);
  if (acting !== undefined && !Object.hasOwn(api.practice.knowledge.clinics, acting)) {
    return problem("bad-header", { header: clinicHeader, like: "tokyo-monthly" });
  }
  const where = acting ?? clinic;
  const wrong = where === undefined || site === undefined ? undefined : wrongSite(where, site, api.practice);
  return (
    wrong ?? {
      by,
      ...(acting === undefined ? {} : { clinic: acting }),
      ...(version === undefined ? {} : { expectedVersion: version }),
      ...(key === undefined ? {} : { idempotencyKey: key }),
      ...(site === undefined ? {} : { site }),
    }
  );
}

/** The clinic a patient is registered at. */
export async function clinicOfPatient({ histories }: Practice, patient: string): Promise<string | undefined> {
  const { home } = await histories.read(patientStream(patient));
  return home?.clinic;
}

/** In which zone a clinic's refusals are told. */
export function told({ knowledge }: Practice, clinic: string | undefined): Told {
  const zone = clinic === undefined ? undefined : settingOf(clinic, knowledge)?.zone;
  return { knowledge, zone: zone ?? "UTC" };
}
