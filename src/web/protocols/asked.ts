/** Which two are compared, and on which day: it stands in the address, so that a comparison can be linked to. */
import { useMemo } from "react";
import { useSearchParams } from "react-router";
import { type Day, dayOf, dayText, parseDay } from "../../core/calendar.ts";
import { useNow } from "../api/clock.ts";
import { knowledge } from "../knowledge.ts";

export interface Asked {
  readonly a: string;
  readonly b: string;
  readonly on: Day;
}

const fallback = { a: "jp-selfpay", b: "us-ipledge" } as const;

/** What the address asks for, and a way to ask for something else. */
export function useAsked(): readonly [Asked, (change: Partial<Asked>) => void] {
  const [params, setParams] = useSearchParams();
  const now = useNow();
  const a = params.get("a") ?? fallback.a;
  const b = params.get("b") ?? fallback.b;
  const zone = knowledge.clinics[a]?.zone ?? knowledge.protocols[a]?.zone ?? "Etc/UTC";
  const on = parseDay(params.get("on") ?? "") ?? dayOf(now, zone);
  const asked = useMemo(() => ({ a, b, on }), [a, b, on]);
  const ask = (change: Partial<Asked>) => {
    const next = { ...asked, ...change };
    // The day is written down always: a link shows the same to everybody who opens it.
    setParams({ a: next.a, b: next.b, on: dayText(next.on) }, { replace: true });
  };
  return [asked, ask];
}
