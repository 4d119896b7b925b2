import { useMutation } from "@tanstack/react-query";
import { useRef } from "react";
import { newKey } from "../../api/new-key.ts";
import { part, request, withQuery } from "../../api/request.ts";
import type { Registered } from "../../api/shapes.ts";
import { useRole } from "../../shell/role.tsx";

interface Registration {
  readonly site: string | undefined;
  readonly body: object;
}

/** Registers somebody once, however often the same registration is sent. */
export function useRegistering(clinic: string | undefined) {
  const role = useRole();
  const sent = useRef({ id: "", key: "" });
  return useMutation({
    mutationFn: ({ site, body }: Registration) => {
      const id = JSON.stringify([role, site, body]);
      if (sent.current.id !== id) sent.current = { id, key: newKey() };
      return request<Registered>(withQuery(`/api/clinics/${part(clinic ?? "")}/patients`, { site }), {
        method: "POST",
        body,
        headers: { "Isoward-Role": role, "Idempotency-Key": sent.current.key },
      });
    },
  });
}
