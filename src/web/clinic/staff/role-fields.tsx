import { NativeSelect } from "@mantine/core";
import { useState } from "react";
import type { StaffRole } from "../../../app/access.ts";
import { staffRoles } from "../../../core/vocabulary.ts";
import type { Clinic } from "../../api/shapes.ts";
import { Choices, Ticks } from "../../kit/choices.tsx";
import { useLanguage, useText } from "../../text/language.tsx";
import { shortWords } from "../../text/terms.ts";
import { staffText } from "./text.ts";

/** A role and its sites, as they are chosen. */
export interface Chosen {
  readonly role: StaffRole | undefined;
  /** Undefined: every site. */
  readonly sites: readonly string[] | undefined;
}

/** What is sent; undefined while something is missing. */
export function appointmentOf({ role, sites }: Chosen) {
  if (role === undefined || sites?.length === 0) return undefined;
  return { role, ...(sites === undefined ? {} : { sites }) };
}

export function useChosen(first: Chosen = { role: undefined, sites: undefined }) {
  return useState<Chosen>(first);
}

/** @param tried whether what is missing is said */
export function RoleFields(props: {
  clinic: Clinic;
  chosen: Chosen;
  tried: boolean;
  onChange: (chosen: Chosen) => void;
}) {
  const { clinic, chosen, tried, onChange } = props;
  const text = useText(staffText);
  const { language } = useLanguage();
  const { roles } = shortWords[language];
  const { role, sites } = chosen;
  return (
    <>
      <NativeSelect
        size="md"
        label={text.role}
        value={role ?? ""}
        error={tried && role === undefined ? text.roleNeeded : undefined}
        onChange={({ currentTarget: { value } }) =>
          onChange({ sites, role: staffRoles.find((one) => one === value) })
        }
      >
        <option value="">{text.chooseRole}</option>
        {staffRoles.map((one) => (
          <option key={one} value={one}>
            {roles[one]}
          </option>
        ))}
      </NativeSelect>
      {clinic.sites.length < 2 ? undefined : (
        <>
          <Choices
            label={text.sites}
            value={sites === undefined ? "every" : "certain"}
            choices={[
              { value: "every", label: text.everySite },
              { value: "certain", label: text.certainSites },
            ]}
            onChange={(which) => onChange({ role, sites: which === "every" ? undefined : [] })}
          />
          {sites === undefined ? undefined : (
            <Ticks
              label={text.certainSites}
              value={sites}
              choices={clinic.sites.map(({ id, name }) => ({ value: id, label: name[language] }))}
              error={tried && sites.length === 0 ? text.siteNeeded : undefined}
              onChange={(next) => onChange({ role, sites: next })}
            />
          )}
        </>
      )}
    </>
  );
}
