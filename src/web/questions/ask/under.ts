/** Under which protocol or clinic something is asked, where nobody says. */
import { underUnlessSaid } from "../../../app/questions/under.ts";
import type { Jurisdiction } from "../../../core/knowledge/parts.ts";
import type { Knowledge } from "../../../core/knowledge/schema.ts";
import { knowledge } from "../../knowledge.ts";
import { usePlace } from "../../shell/place.tsx";

/** The chosen clinic's, else that of private pay in Japan. */
export function useUnder(): string {
  const { clinic } = usePlace();
  return clinic !== undefined && Object.hasOwn(knowledge.clinics, clinic.id) ? clinic.id : underUnlessSaid;
}

export function zoneUnder(under: string, { clinics, protocols }: Knowledge): string {
  return clinics[under]?.zone ?? protocols[under]?.zone ?? "UTC";
}

export function countryUnder(under: string, { clinics, protocols }: Knowledge): Jurisdiction {
  const jurisdiction = protocols[clinics[under]?.on ?? under]?.jurisdiction;
  return jurisdiction === undefined || jurisdiction === "any" ? "JP" : jurisdiction;
}
