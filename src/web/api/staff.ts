/** Who works at a clinic, one-time links, who treats a patient and who opens the record. */
import { useQuery } from "@tanstack/react-query";
import type { StaffRole } from "../../app/access.ts";
import type { Rights } from "../../app/views/rights-shapes.ts";
import { newKey } from "./new-key.ts";
import { part, request } from "./request.ts";

export interface Member {
  readonly account: string;
  readonly name: string | null;
  readonly role: StaffRole;
  /** Null: every site. */
  readonly sites: readonly string[] | null;
  readonly since: string;
  /** When they were dismissed; null while they are appointed. */
  readonly until: string | null;
}

export interface MadeLink {
  readonly address: string;
  readonly until: string;
}

export function useStaff(clinic: string | undefined) {
  return useQuery({
    queryKey: ["staff", clinic],
    queryFn: async ({ signal }) =>
      (await request<{ staff: readonly Member[] }>(`/api/clinics/${part(clinic ?? "")}/staff`, { signal }))
        .staff,
    enabled: clinic !== undefined,
  });
}

export function useRights(patient: string) {
  return useQuery({
    queryKey: ["rights", patient],
    queryFn: ({ signal }) => request<Rights>(`/api/patients/${part(patient)}/rights`, { signal }),
  });
}

/** A command to a clinic or of a patient, for the clinic somebody is at. */
export function order(
  to: { readonly clinic: string } | { readonly patient: string; readonly at?: string | undefined },
  command: string,
  body: object,
  role: string,
): Promise<unknown> {
  const isOfPatient = "patient" in to;
  const subject = isOfPatient ? `patients/${part(to.patient)}` : `clinics/${part(to.clinic)}`;
  const at = isOfPatient ? to.at : to.clinic;
  return request(`/api/${subject}/${command}`, {
    method: "POST",
    body,
    headers: {
      "Isoward-Role": role,
      ...(at === undefined ? {} : { "Isoward-Clinic": at }),
      "Idempotency-Key": newKey(),
    },
  });
}

/** @param path below `/api/`, such as `clinics/tokyo-monthly/invitations` */
export function makeLink(path: string, body: object, role: string): Promise<MadeLink> {
  return request<MadeLink>(`/api/${path}`, { method: "POST", body, headers: { "Isoward-Role": role } });
}

export function findAccount(
  clinic: string,
  account: string,
): Promise<{ readonly account: string; readonly name: string }> {
  return request(`/api/clinics/${part(clinic)}/find-account`, { method: "POST", body: { account } });
}
