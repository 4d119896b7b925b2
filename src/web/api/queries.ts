/** What the pages read, each under a key by which it can be asked for anew. */
import { keepPreviousData, type QueryClient, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import type { Downtime, PatientView, Redemption, Timeline, Today } from "../../app/views/shapes.ts";
import { noteServerClock } from "./clock.ts";
import { part, request, withQuery } from "./request.ts";
import type { Clinic, Decided, People, Proposal } from "./shapes.ts";

export const keys = {
  clinics: ["clinics"],
  today: ["today"],
  people: ["people"],
  patient: (patient: string) => ["patient", patient],
  view: (patient: string) => ["patient", patient, "view"],
  timeline: (patient: string) => ["patient", patient, "timeline"],
  decision: (patient: string) => ["patient", patient, "decision"],
  redemption: ["redemption"],
} as const;

const minuteMs = 60_000;

export function useClinics() {
  return useQuery({
    queryKey: keys.clinics,
    queryFn: async () => (await request<{ clinics: readonly Clinic[] }>("/api/clinics")).clinics,
    staleTime: 10 * minuteMs,
  });
}

/** Asked anew every minute too: windows close though nobody writes. */
export function useToday(clinic: string | undefined, site: string | undefined) {
  return useQuery({
    queryKey: [...keys.today, clinic, site],
    queryFn: async ({ signal }) => {
      const today = await request<Today>(withQuery(`/api/clinics/${part(clinic ?? "")}/today`, { site }), {
        signal,
      });
      noteServerClock(today.at);
      return today;
    },
    enabled: clinic !== undefined,
    refetchInterval: minuteMs,
    placeholderData: keepPreviousData,
  });
}

/** For paper: asked for once, as of then. */
export function useDowntime(clinic: string | undefined, site: string | undefined) {
  return useQuery({
    queryKey: [...keys.today, "downtime", clinic, site],
    queryFn: ({ signal }) =>
      request<Downtime>(withQuery(`/api/clinics/${part(clinic ?? "")}/downtime`, { site }), { signal }),
    enabled: clinic !== undefined,
  });
}

export function usePeople(clinic: string | undefined, search: string) {
  return useQuery({
    queryKey: [...keys.people, clinic, search],
    queryFn: ({ signal }) =>
      request<People>(withQuery(`/api/clinics/${part(clinic ?? "")}/patients`, { search, limit: 8 }), {
        signal,
      }),
    enabled: clinic !== undefined && search.trim() !== "",
    placeholderData: keepPreviousData,
  });
}

export function patientQuery(patient: string) {
  return {
    queryKey: keys.view(patient),
    queryFn: async ({ signal }: { signal: AbortSignal }) => {
      const view = await request<PatientView>(`/api/patients/${part(patient)}`, { signal });
      noteServerClock(view.decision.at);
      return view;
    },
  };
}

export function usePatient(patient: string) {
  return useQuery({ ...patientQuery(patient), refetchInterval: minuteMs });
}

export function timelineOf(patient: string, before?: string, limit = 30, signal?: AbortSignal) {
  return request<Timeline>(
    withQuery(`/api/patients/${part(patient)}/timeline`, { before, limit }),
    signal === undefined ? {} : { signal },
  );
}

export function useTimeline(patient: string) {
  return useInfiniteQuery({
    queryKey: keys.timeline(patient),
    // The newest at a glance; whoever reads on gets more at a time.
    queryFn: ({ pageParam, signal }) =>
      timelineOf(patient, pageParam, pageParam === undefined ? 15 : 50, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

/** What the decision would be for a supply. Nothing is written. */
export function useSupplyDecision(patient: string, proposal: Proposal | undefined) {
  return useQuery({
    queryKey: [...keys.decision(patient), proposal],
    queryFn: ({ signal }) =>
      request<Decided>(`/api/patients/${part(patient)}/supply-decision`, {
        method: "POST",
        body: proposal,
        signal,
      }),
    enabled: proposal !== undefined,
    placeholderData: keepPreviousData,
  });
}

export interface PackAsked {
  readonly lot?: string | undefined;
  readonly expiresOn?: string | undefined;
  readonly capsules?: number | undefined;
}

export function useRedemption(number: string | undefined, pack: PackAsked) {
  return useQuery({
    queryKey: [...keys.redemption, number, pack],
    queryFn: ({ signal }) =>
      request<Redemption>(withQuery(`/api/authorisations/${part(number ?? "")}`, { ...pack }), { signal }),
    enabled: number !== undefined,
    placeholderData: (before, query) => (query?.queryKey[1] === number ? before : undefined),
    refetchInterval: minuteMs,
  });
}

/** Everything that a written entry of a patient can have changed. */
export async function patientMoved(client: QueryClient, patient: string): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: keys.patient(patient) }),
    client.invalidateQueries({ queryKey: keys.today }),
    client.invalidateQueries({ queryKey: keys.redemption }),
  ]);
}
