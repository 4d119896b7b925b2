/** Sending commands: each once, at the version that is on the screen, under the chosen role. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import type { TimelineLine } from "../../app/views/shapes.ts";
import { useRole } from "../shell/role.tsx";
import { newKey } from "./new-key.ts";
import { patientMoved, timelineOf } from "./queries.ts";
import { Problem, part, request } from "./request.ts";
import type { Done } from "./shapes.ts";

/** A command as a form gives it. */
export interface Given {
  readonly command: string;
  readonly body: object;
  /** Where it goes, if not to the patient's own address: then no version of the patient's record is named. */
  readonly path?: string;
}

interface Parcel {
  readonly key: string;
  done: Done | undefined;
}

/** The newest version of each patient that this page wrote itself: what is newer came from elsewhere. */
const written = new Map<string, number>();

export function wroteItself(patient: string): number {
  return written.get(patient) ?? 0;
}

/** What came between: another person wrote to the record while this form was open. */
export type Meanwhile = readonly TimelineLine[];

/** @param version the patient's, as the page shows it */
export function useSending(patient: string, version: number) {
  const role = useRole();
  const client = useQueryClient();
  // A parcel keeps its key until the whole submission arrived: what is sent again is done once.
  const parcels = useRef(new Map<string, Parcel>());
  const reached = useRef(version);
  const [meanwhile, setMeanwhile] = useState<Meanwhile>();
  /** Of several, the one that was refused; and how many were recorded before it. */
  const [failed, setFailed] = useState<{ readonly given: Given; readonly soFar: number }>();

  const sending = useMutation({
    mutationFn: async (given: readonly Given[]): Promise<readonly Done[]> => {
      const all: Done[] = [];
      for (const one of given) {
        const id = JSON.stringify([role, one]);
        const parcel = parcels.current.get(id) ?? { key: newKey(), done: undefined };
        parcels.current.set(id, parcel);
        setFailed({ given: one, soFar: all.length });
        parcel.done ??= await request<Done>(
          one.path ?? `/api/patients/${part(patient)}/${part(one.command)}`,
          {
            method: "POST",
            body: one.body,
            headers: {
              "Isoward-Role": role,
              ...(one.path === undefined ? { "If-Match": `"${Math.max(reached.current, version)}"` } : {}),
              "Idempotency-Key": parcel.key,
            },
          },
        );
        if (one.path === undefined) {
          reached.current = Math.max(reached.current, parcel.done.version);
          written.set(patient, Math.max(wroteItself(patient), parcel.done.version));
        }
        all.push(parcel.done);
      }
      return all;
    },
    onSuccess: async () => {
      parcels.current.clear();
      setMeanwhile(undefined);
      setFailed(undefined);
      await patientMoved(client, patient);
    },
    onError: async (cause) => {
      if (!(cause instanceof Problem) || cause.body.status !== 412) return;
      const seen = Math.max(reached.current, version);
      await patientMoved(client, patient);
      const { items } = await timelineOf(patient);
      setMeanwhile(items.filter((line) => line.version > seen));
    },
  });
  return {
    send: sending.mutateAsync,
    isSending: sending.isPending,
    cause: sending.error,
    done: sending.data,
    meanwhile,
    failed: failed?.given,
    soFar: failed?.soFar ?? 0,
    forget: () => {
      sending.reset();
      setMeanwhile(undefined);
    },
  };
}
