/** Follows what anybody writes, so that a second screen is never behind. */
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { PatientView } from "../../app/views/shapes.ts";
import { connection } from "./connection.ts";
import { keys, patientMoved } from "./queries.ts";

interface Change {
  readonly stream: string;
  readonly version: number;
  readonly type: string;
}

export function useChanges(): void {
  const client = useQueryClient();
  useEffect(() => {
    const source = new EventSource("/api/changes");
    let opened = false;
    source.addEventListener("open", () => {
      connection.back();
      // What was written while nobody listened is caught up with.
      if (opened) void client.invalidateQueries();
      opened = true;
    });
    source.addEventListener("entry", ({ data }: MessageEvent<string>) => {
      void follow(client, JSON.parse(data) as Change);
    });
    source.addEventListener("error", () => {
      if (source.readyState === EventSource.CONNECTING && opened) connection.lost();
    });
    return () => source.close();
  }, [client]);
}

async function follow(client: QueryClient, { stream, version, type }: Change): Promise<void> {
  const [kind, id = ""] = stream.split("/");
  if (kind !== "patient") {
    await client.invalidateQueries();
    return;
  }
  const seen = client.getQueryData<PatientView>(keys.view(id));
  // Our own writing has been asked for already.
  if (seen !== undefined && seen.version >= version) return;
  if (type === "registered" || type === "name-recorded") {
    await client.invalidateQueries({ queryKey: keys.people });
  }
  await patientMoved(client, id);
}
