import { useQuery } from "@tanstack/react-query";
import type { TimelineLine } from "../../app/views/shapes.ts";
import { keys, timelineOf } from "./queries.ts";

/** As many entries as one answer holds. */
const most = 500;

/** A patient's record, newest first, for forms that look something up in it; undefined until it is there. */
export function useEntries(patient: string, wanted = true): readonly TimelineLine[] | undefined {
  return useQuery({
    queryKey: [...keys.timeline(patient), "all"],
    queryFn: async ({ signal }) => (await timelineOf(patient, undefined, most, signal)).items,
    enabled: wanted,
  }).data;
}
