/** Who saw what, a clinic's audit trail, and what a person may ask for of their data. */
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import type { Accesses, Audit } from "../../app/views/access-shapes.ts";
import type { ErasureView } from "../../app/views/erasure-shapes.ts";
import { part, request, requestLines, Unreachable, withQuery } from "./request.ts";

/** What an auditor looks for; what is empty is not asked for. */
export interface AuditFilter {
  readonly patient?: string | undefined;
  readonly account?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export function useAccesses(patient: string) {
  return useInfiniteQuery({
    queryKey: ["accesses", patient],
    queryFn: ({ pageParam: before, signal }) =>
      request<Accesses>(
        withQuery(`/api/patients/${part(patient)}/accesses`, {
          before,
          limit: before === undefined ? 10 : 50,
        }),
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
}

/** @param only what needs somebody to look at it */
export function useAudit(clinic: string | undefined, filter: AuditFilter, only?: "attention") {
  return useInfiniteQuery({
    queryKey: ["audit", clinic, filter, only],
    queryFn: ({ pageParam: after, signal }) =>
      request<Audit>(
        withQuery(`/api/clinics/${part(clinic ?? "")}/audit`, {
          ...filter,
          only,
          after,
          limit: after !== undefined ? 50 : only === undefined ? 20 : 5,
        }),
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    enabled: clinic !== undefined,
  });
}

export function useErasure(patient: string) {
  return useQuery({
    queryKey: ["erasure", patient],
    queryFn: ({ signal }) => request<ErasureView>(`/api/patients/${part(patient)}/erasure`, { signal }),
  });
}

/** Something that is wrong with a chain. */
export interface ChainFault {
  readonly what: "hash" | "gap" | "missing-tail" | "missing-stream" | "root" | "file";
  readonly stream?: string;
  readonly version?: number;
}

export type Verifying =
  | { readonly is: "progress"; readonly done: number; readonly total: number }
  | { readonly is: "fault"; readonly fault: ChainFault }
  | VerifiedChain;

export interface VerifiedChain {
  readonly is: "verified";
  readonly streams: number;
  readonly entries: number;
  readonly faults: number;
  readonly audit: number;
  readonly patients: number;
}

/**
 * Has the server go through a clinic's chains, and tells each line of it as it comes.
 *
 * @throws Problem, Unreachable where it ends before its end
 */
export async function verifyChains(
  clinic: string,
  tell: (one: Verifying) => void,
  signal: AbortSignal,
): Promise<void> {
  const path = `/api/clinics/${part(clinic)}/audit/verify`;
  let isWhole = false;
  await requestLines(
    path,
    (line) => {
      const one = line as Verifying;
      isWhole ||= one.is === "verified";
      tell(one);
    },
    { signal },
  );
  if (!isWhole) throw new Unreachable("cut off");
}
