import { IconMapPin } from "@tabler/icons-react";
import { useLanguage, useText } from "../text/language.tsx";
import { usePlace } from "./place.tsx";
import classes from "./place-chooser.module.css";
import { shellText } from "./text.ts";

const everySite = "";

/** The clinic, and one of its sites or all of them. */
export function PlaceChooser() {
  const text = useText(shellText);
  const { language } = useLanguage();
  const { clinics, clinic, site, goTo } = usePlace();
  if (clinic === undefined) return undefined;
  const several = clinics.length > 1;
  return (
    <div className={classes.place}>
      <IconMapPin className={classes.icon} size={18} stroke={1.8} aria-hidden />
      <div className={classes.parts}>
        {several ? (
          <select
            aria-label={text.clinic}
            value={clinic.id}
            onChange={({ currentTarget: { value } }) => goTo(value, undefined)}
          >
            {clinics.map((one) => (
              <option key={one.id} value={one.id}>
                {one.title[language]}
              </option>
            ))}
          </select>
        ) : (
          <span className={classes.clinic}>{clinic.title[language]}</span>
        )}
        {clinic.sites.length > 1 ? (
          <select
            aria-label={text.site}
            value={site ?? everySite}
            onChange={({ currentTarget: { value } }) =>
              goTo(clinic.id, value === everySite ? undefined : value)
            }
          >
            <option value={everySite}>{text.everySite}</option>
            {clinic.sites.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name[language]}
              </option>
            ))}
          </select>
        ) : undefined}
      </div>
    </div>
  );
}
