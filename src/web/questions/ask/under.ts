/** Whose rules a question is answered by, where its address does not say. */
import { useState } from "react";
import { placesToAsk, underUnlessSaid } from "../../../app/questions/under.ts";
import type { Jurisdiction } from "../../../core/knowledge/parts.ts";
import type { Knowledge } from "../../../core/knowledge/schema.ts";
import { knowledge } from "../../knowledge.ts";
import { keptClinic } from "../../shell/place.tsx";
import { remember, remembered } from "../../shell/stored.ts";

const keptRules = "isoward.rules";

/** Those chosen here before, else those of the clinic that somebody works at, else those of private pay in Japan. */
export function useUnder(): readonly [under: string, choose: (under: string) => void] {
  const [under, setUnder] = useState(() => {
    const known = placesToAsk(knowledge);
    const chosen = [remembered(keptRules), remembered(keptClinic)];
    return chosen.find((one) => one !== null && known.includes(one)) ?? underUnlessSaid;
  });
  const choose = (next: string) => {
    remember(keptRules, next);
    setUnder(next);
  };
  return [under, choose];
}

export function zoneUnder(under: string, { clinics, protocols }: Knowledge): string {
  return clinics[under]?.zone ?? protocols[under]?.zone ?? "UTC";
}

export function countryUnder(under: string, { clinics, protocols }: Knowledge): Jurisdiction {
  const jurisdiction = protocols[clinics[under]?.on ?? under]?.jurisdiction;
  return jurisdiction === undefined || jurisdiction === "any" ? "JP" : jurisdiction;
}
