/** The knowledge that pickers need, fetched when the first of them is shown. */
import { useQuery } from "@tanstack/react-query";
import type { Knowledge } from "../../core/knowledge/schema.ts";

export function useKnowledge(wanted = true): Knowledge | undefined {
  return useQuery({
    queryKey: ["knowledge"],
    queryFn: async () => (await import("../knowledge.ts")).knowledge,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    enabled: wanted,
  }).data;
}
