/** Who works at a clinic, and one-time links by which somebody comes in: no password is ever chosen for another. */
import { z } from "zod";
import { peopleOf } from "../../app/people.ts";
import { staffRoles } from "../../core/vocabulary.ts";
import { accountsOf, bodyOf } from "../auth/given.ts";
import { linkAddress } from "../auth/invitations.ts";
import { Problem } from "../problem.ts";
import { json } from "../reply.ts";
import { type Api, type Route, route } from "../route.ts";
import { clinicOf, patientOf, wrongSite } from "./given.ts";

const sites = z
  .array(z.string())
  .min(1)
  .optional()
  .describe("At these sites alone; at every one where left out.");
const invitation = z.strictObject({ role: z.enum(staffRoles), sites });
const recordLink = z.strictObject({ as: z.enum(["patient", "guardian"]) });

/** An address to hand over in person, or by a way that only they read. */
export const linkMadeShape = z.strictObject({
  address: z.string().describe("Good once, for a week. It is nowhere kept: handed over or lost."),
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
    }),
  ),
});

const linkMade = {
  200: {
    says: "The link.",
    schema: linkMadeShape,
    example: {
      address: "https://isoward.example.org/sign-in/first#S2M0c1l2dGhlIHRva2VuIHN0YW5kcyBoZXJlIGluIGZ1bGw",
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
    summary: "Who is appointed at a clinic",
    answers: {
      200: {
        says: "Everybody, by role.",
        schema: staffShape,
        example: { staff: [{ account: "demo-nurse", name: "架空 看護師", role: "nurse", sites: null }] },
      },
    },
    problems: [],
    notFound: true,
    async handle(c, api) {
      const clinic = clinicOf(c, api);
      if (clinic instanceof Problem) return clinic;
      const appointed = await peopleOf(api.practice, clinic);
      const staff = await Promise.all(
        appointed.map(async (one) => ({
          ...one,
          name: await nameOf(one.account, api),
          sites: one.sites ?? null,
        })),
      );
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
  accounts.tell({ what: "link-made", purpose: "invitation" });
  return json({ address: linkAddress(accounts.publicUrl ?? new URL(c.req.url).origin, token) });
}

async function nameOf(account: string, { accounts }: Api): Promise<string | null> {
  const user = await accounts?.engine.context.internalAdapter.findUserById(account);
  return user?.name ?? null;
}
