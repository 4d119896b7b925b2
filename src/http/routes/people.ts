/** Who works at a clinic, and one-time links by which somebody comes in: no password is ever chosen for another. */
import { z } from "zod";
import { personOf } from "../../app/people.ts";
import { staffOf, whyNoWayBack } from "../../app/staff.ts";
import { rightsView } from "../../app/views/rights.ts";
import { rightsShape } from "../../app/views/rights-shapes.ts";
import { staffRoles } from "../../core/vocabulary.ts";
import { demoRoleOf } from "../auth/demo.ts";
import { accountsOf, bodyOf, isFresh } from "../auth/given.ts";
import { linkAddress } from "../auth/invitations.ts";
import { examples } from "../openapi/examples.ts";
import { Problem, problem } from "../problem.ts";
import { json } from "../reply.ts";
import { type Api, type Route, route } from "../route.ts";
import { namesOf } from "./accesses.ts";
import { clinicOf, patientOf, unknownPatient, wrongSite } from "./given.ts";

const sites = z
  .array(z.string())
  .min(1)
  .optional()
  .describe("At these sites alone; at every one where left out.");
const invitation = z.strictObject({ role: z.enum(staffRoles), sites });
const asked = z.strictObject({
  account: z.string().trim().min(1).max(254).describe("Its e-mail address, or its id."),
});
const recovering = z.strictObject({ account: z.string().min(1).max(120) });
const recordLink = z.strictObject({ as: z.enum(["patient", "guardian"]) });

const instant = z.iso.datetime({ offset: true });

/** An address to hand over in person, or by a way that only they read. */
export const linkMadeShape = z.strictObject({
  address: z.string().describe("Good once. It is nowhere kept: handed over or lost."),
  until: instant.describe("From then on it opens nothing."),
});

export const staffShape = z.strictObject({
  staff: z.array(
    z.strictObject({
      account: z.string(),
      name: z
        .string()
        .nullable()
        .describe("As the account has it; null where there is none of that id any more."),
      role: z.enum(staffRoles),
      sites: z.array(z.string()).nullable().describe("Null where it is every site."),
      since: instant.describe("When they were appointed, or given these sites."),
      until: instant.nullable().describe("When they were dismissed; null while they are appointed."),
    }),
  ),
});

const linkMade = {
  200: {
    says: "The link.",
    schema: linkMadeShape,
    example: {
      address: "https://isoward.example.org/sign-in/first#S2M0c1l2dGhlIHRva2VuIHN0YW5kcyBoZXJlIGluIGZ1bGw",
      until: "2026-11-29T01:30:00Z",
    },
  },
};

export const peopleRoutes: readonly Route[] = [
  route({
    method: "get",
    path: "/api/clinics/{clinic}/staff",
    operationId: "listStaff",
    access: { doing: "read-staff", of: "clinic" },
    tag: "Clinics",
    summary: "Who is and was appointed at a clinic",
    answers: {
      200: {
        says: "Everybody who is, by role; then everybody who was dismissed, the last first.",
        schema: staffShape,
        example: {
          staff: [
            {
              account: "demo-nurse",
              name: "架空 看護師",
              role: "nurse",
              sites: null,
              since: "2026-11-20T01:30:00Z",
              until: null,
            },
          ],
        },
      },
    },
    problems: [],
    notFound: true,
    async handle(c, api) {
      const clinic = clinicOf(c, api);
      if (clinic instanceof Problem) return clinic;
      const members = await staffOf(api.practice, clinic);
      const names = await namesOf(api)([...new Set(members.map(({ account }) => account))]);
      const staff = members.map(({ account, role, sites = null, since, until = null }) => ({
        account,
        name: names.get(account) ?? null,
        role,
        sites,
        since,
        until,
      }));
      return json({ staff });
    },
  }),
  route({
    method: "post",
    path: "/api/clinics/{clinic}/invitations",
    operationId: "inviteStaff",
    access: { doing: "command:appoint-staff", of: "clinic" },
    tag: "Clinics",
    summary: "Invite somebody to a role at a clinic",
    says: "Whoever opens the link makes an account of their own and is appointed in that moment. Whoever has an account is appointed by `appoint-staff`.",
    body: { schema: invitation, example: { role: "nurse" } },
    answers: linkMade,
    problems: ["no-accounts"],
    notFound: true,
    async handle(c, api, _query, { person }) {
      const clinic = clinicOf(c, api);
      if (clinic instanceof Problem) return clinic;
      const body = await bodyOf(c, invitation);
      if (body instanceof Problem) return body;
      for (const site of body.sites ?? []) {
        const wrong = wrongSite(clinic, site, api.practice);
        if (wrong !== undefined) return wrong;
      }
      return await link(c, api, { clinic, ...body, by: person?.account ?? "" });
    },
  }),
  route({
    method: "post",
    path: "/api/clinics/{clinic}/find-account",
    operationId: "findAccount",
    access: { doing: "command:appoint-staff", of: "clinic" },
    tag: "Clinics",
    summary: "Whose account an e-mail address is",
    says: "Before somebody who has an account is appointed by `appoint-staff`.",
    body: { schema: asked, example: { account: "reiko@clinic.example.org" } },
    answers: {
      200: {
        says: "The account.",
        schema: z.strictObject({ account: z.string(), name: z.string() }),
        example: { account: "k3v9q2", name: "架空 礼子" },
      },
    },
    problems: ["no-accounts", "no-such-account"],
    notFound: true,
    async handle(c, api) {
      const clinic = clinicOf(c, api);
      if (clinic instanceof Problem) return clinic;
      const body = await bodyOf(c, asked);
      if (body instanceof Problem) return body;
      const accounts = accountsOf(c, api);
      if (accounts instanceof Problem) return accounts;
      const found = await accounts.find(body.account);
      const rights = found === undefined ? undefined : await personOf(api.practice, found.id);
      // Whether somebody is a patient here is not told by their e-mail address.
      const isPatients = rights?.appointments.length === 0 && rights.links.length > 0;
      return found === undefined || isPatients
        ? problem("no-such-account")
        : json({ account: found.id, name: found.name });
    },
  }),
  route({
    method: "post",
    path: "/api/clinics/{clinic}/recovery-links",
    operationId: "recoverStaff",
    access: { doing: "recover-account", of: "clinic" },
    tag: "Clinics",
    summary: "Give somebody of the staff, who lost everything, a way back into their account",
    says: "Good once and for an hour; an older one of theirs no longer works. Whoever uses it chooses a new password; passkeys and second factor are taken away and every session ends. Asks for a sign-in of the last quarter of an hour, and that the account has no right which the administrator could not give.",
    body: { schema: recovering, example: { account: "k3v9q2" } },
    answers: linkMade,
    problems: ["no-accounts", "no-such-account", "not-yours-to-recover", "not-for-demo", "sign-in-again"],
    notFound: true,
    async handle(c, api, _query, { person }) {
      const clinic = clinicOf(c, api);
      if (clinic instanceof Problem) return clinic;
      const body = await bodyOf(c, recovering);
      if (body instanceof Problem) return body;
      const accounts = accountsOf(c, api);
      if (accounts instanceof Problem) return accounts;
      const signedIn = await accounts.signIn.personOf(c.req.raw);
      if (person === undefined || signedIn === undefined) return problem("not-signed-in");
      if (!isFresh(signedIn)) return problem("sign-in-again");
      const { account } = body;
      const why = await whyNoWayBack(api.practice, person, { clinic, account });
      if (why !== undefined) return problem(why === "not-staff" ? "no-such-account" : "not-yours-to-recover");
      if (demoRoleOf(account) !== undefined) return problem("not-for-demo");
      const found = await accounts.find(account);
      if (found === undefined) return problem("no-such-account");
      const made = await accounts.recoveryLink(found.id, originOf(c, accounts), {
        by: person.account,
        clinic,
      });
      return json({ address: made.address, until: made.until.toISOString() });
    },
  }),
  route({
    method: "get",
    path: "/api/patients/{patient}/rights",
    operationId: "readRights",
    access: { doing: "read-rights", of: "patient" },
    tag: "Patients",
    summary: "Which clinics treat a patient, and whose accounts open the record",
    answers: {
      200: { says: "Those that do, then those that did.", schema: rightsShape, example: examples.rights },
    },
    problems: [],
    notFound: true,
    async handle(c, api) {
      const patient = patientOf(c, api);
      if (patient instanceof Problem) return patient;
      const view = await rightsView(api.practice, patient, namesOf(api));
      return view === undefined ? unknownPatient(patient, api) : json(view);
    },
  }),
  route({
    method: "post",
    path: "/api/patients/{patient}/invitations",
    operationId: "invitePatient",
    access: { doing: "command:link-account", of: "patient" },
    tag: "Patients",
    summary: "Give a patient, or whoever has custody, a way into their own record",
    body: { schema: recordLink, example: { as: "patient" } },
    answers: linkMade,
    problems: ["no-accounts"],
    notFound: true,
    async handle(c, api, _query, { person, role }) {
      const patient = patientOf(c, api);
      if (patient instanceof Problem) return patient;
      const body = await bodyOf(c, recordLink);
      if (body instanceof Problem) return body;
      return await link(c, api, {
        patient,
        ...body,
        by: person?.account ?? "",
        byRole: role ?? "administrator",
      });
    },
  }),
];

async function link(
  c: Parameters<Route["handle"]>[0],
  api: Api,
  payload: Readonly<Record<string, unknown>>,
): Promise<Response | Problem> {
  const accounts = accountsOf(c, api);
  if (accounts instanceof Problem) return accounts;
  const token = await accounts.links.make("invitation", payload);
  const until = (await accounts.links.open(token))?.expiresAt ?? new Date();
  accounts.tell({ what: "link-made", purpose: "invitation" });
  return json({ address: linkAddress(originOf(c, accounts), token), until: until.toISOString() });
}

const originOf = (
  c: Parameters<Route["handle"]>[0],
  { publicUrl }: { readonly publicUrl: string | undefined },
) => publicUrl ?? new URL(c.req.url).origin;
