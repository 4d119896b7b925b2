/** Follows what anybody writes, so that a second screen is never behind. */
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { PatientView } from "../../app/views/shapes.ts";
import { connection } from "./connection.ts";
import { keys, patientMoved } from "./queries.ts";
import { leavingEvent, stayedEvent, useSignIn } from "./sign-in.ts";

interface Change {
  readonly stream: string;
  readonly version: number;
  readonly type: string;
}

/**
 * Listens while the page is looked at. A browser keeps only a handful of connections to one server: pages in the
 * background would use them up, and catch up when they come to the front. Whoever works at no clinic is told nothing.
 */
export function useChanges(): void {
  const client = useQueryClient();
  const { data } = useSignIn();
  const session = data?.signedIn?.session;
  const mayListen = data !== undefined && (!data.needed || data.appointments.length > 0);
  // oxlint-disable-next-line react/exhaustive-deps -- somebody else listens anew, for themselves
  useEffect(() => {
    if (!mayListen) return undefined;
    let source: EventSource | undefined;
    let missed = false;
    const close = () => {
      source?.close();
      source = undefined;
    };
    const open = () => {
      close();
      const next = new EventSource("/api/changes");
      source = next;
      next.addEventListener("open", () => {
        connection.back();
        // What was written while nobody listened is caught up with.
        if (missed) void client.invalidateQueries();
        missed = true;
      });
      next.addEventListener("entry", ({ data }: MessageEvent<string>) => {
        void follow(client, JSON.parse(data) as Change);
      });
      next.addEventListener("error", () => {
        if (next.readyState === EventSource.CONNECTING && missed) connection.lost();
      });
    };
    const attend = () => (document.hidden ? close() : open());
    attend();
    document.addEventListener("visibilitychange", attend);
    // The server would end the stream, and the browser ask for it again as whoever is in by then.
    addEventListener(leavingEvent, close);
    addEventListener(stayedEvent, attend);
    return () => {
      document.removeEventListener("visibilitychange", attend);
      removeEventListener(leavingEvent, close);
      removeEventListener(stayedEvent, attend);
      close();
    };
  }, [client, session, mayListen]);
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
