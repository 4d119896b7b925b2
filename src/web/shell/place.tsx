/** Where somebody works: the clinic and, where only one site is of interest, the site. */
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import { useClinics } from "../api/queries.ts";
import type { Clinic } from "../api/shapes.ts";
import { remember, remembered } from "./stored.ts";

/** Where the browser keeps which clinic was chosen. */
export const keptClinic = "isoward.clinic";
const keptSite = "isoward.site";

interface Place {
  readonly clinics: readonly Clinic[];
  /** Undefined until the clinics are known. */
  readonly clinic: Clinic | undefined;
  /** Undefined: every site. */
  readonly site: string | undefined;
  readonly goTo: (clinic: string, site: string | undefined) => void;
  readonly query: ReturnType<typeof useClinics>;
}
const PlaceContext = createContext<Place | undefined>(undefined);

export function InPlace({ children }: { children: ReactNode }) {
  const query = useClinics();
  const [chosen, choose] = useState(() => ({ clinic: remembered(keptClinic), site: remembered(keptSite) }));
  const place = useMemo((): Place => {
    const clinics = query.data ?? [];
    const clinic = clinics.find(({ id }) => id === chosen.clinic) ?? clinics[0];
    return {
      clinics,
      clinic,
      site: clinic?.sites.find(({ id }) => id === chosen.site)?.id,
      goTo(next, site) {
        remember(keptClinic, next);
        remember(keptSite, site ?? "");
        choose({ clinic: next, site: site ?? null });
      },
      query,
    };
  }, [query, chosen]);
  return <PlaceContext value={place}>{children}</PlaceContext>;
}

export function usePlace(): Place {
  const place = useContext(PlaceContext);
  if (place === undefined) throw new Error("usePlace is used outside <InPlace>");
  return place;
}

/** The zone of a clinic: its clock times are shown in it. */
export function useZone(clinic?: string): string {
  const place = usePlace();
  return (place.clinics.find(({ id }) => id === clinic) ?? place.clinic)?.zone ?? "UTC";
}
