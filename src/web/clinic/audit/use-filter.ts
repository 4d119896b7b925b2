import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";
import type { AuditFilter } from "../../api/accesses.ts";

const names = ["patient", "account", "from", "to"] as const;

/** What is looked for stands in the address, so that it can be passed on. */
export function useFilter(): readonly [AuditFilter, (change: AuditFilter | "clear") => void] {
  const [params, setParams] = useSearchParams();
  const filter = useMemo(
    () => Object.fromEntries(names.map((name) => [name, params.get(name) ?? undefined])) as AuditFilter,
    [params],
  );
  const change = useCallback(
    (next: AuditFilter | "clear") =>
      setParams((before) => {
        const after = new URLSearchParams(before);
        for (const name of names) {
          if (next === "clear") after.delete(name);
          else if (Object.hasOwn(next, name)) {
            const value = next[name];
            if (value === undefined || value === "") after.delete(name);
            else after.set(name, value);
          }
        }
        return after;
      }),
    [setParams],
  );
  return [filter, change];
}
