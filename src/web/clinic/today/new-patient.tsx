import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { useIsLost } from "../../api/connection.ts";
import { keys } from "../../api/queries.ts";
import { Problem } from "../../api/request.ts";
import type { Person } from "../../api/shapes.ts";
import { Choices } from "../../kit/choices.tsx";
import { Dialog } from "../../kit/dialog.tsx";
import { usePlace } from "../../shell/place.tsx";
import { useLanguage, useText } from "../../text/language.tsx";
import { useWhen } from "../../text/use-when.ts";
import { NotSent } from "../forms/not-sent.tsx";
import classes from "./new-patient.module.css";
import { newPatientText } from "./new-patient-text.ts";
import { PossiblySame } from "./possibly-same.tsx";
import { useRegistering } from "./registering.ts";

const genders = ["female", "male", "other"] as const;
type Gender = (typeof genders)[number];

/** Registers a patient. Who may be the same person is shown, and never merged. */
export function NewPatient({ onClose }: { onClose: () => void }) {
  const text = useText(newPatientText);
  const { language } = useLanguage();
  const { clinic, site: siteNow } = usePlace();
  const navigate = useNavigate();
  const client = useQueryClient();
  const when = useWhen(clinic?.zone ?? "UTC");
  const registering = useRegistering(clinic?.id);
  const isLost = useIsLost();
  const [name, setName] = useState("");
  const [kana, setKana] = useState("");
  const [birthDate, setBirthDate] = useState("");
  const [gender, setGender] = useState<Gender>();
  const [phone, setPhone] = useState("");
  const [site, setSite] = useState(siteNow ?? clinic?.sites[0]?.id ?? "");
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const told = registering.error instanceof Problem ? registering.error.body : undefined;
  const alike = told?.refusal?.id === "possible-duplicates" ? (told.patients ?? []) : [];

  const register = async (notTheSameAs: readonly Person[]) => {
    setTried(true);
    if (name.trim() === "" || birthDate === "") {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>("[aria-invalid='true']")?.focus());
      return;
    }
    try {
      const { patient } = await registering.mutateAsync({
        site: site === "" ? undefined : site,
        body: {
          name: name.trim(),
          ...(kana.trim() === "" ? {} : { kana: kana.trim() }),
          birthDate,
          ...(gender === undefined ? {} : { gender }),
          ...(phone.trim() === "" ? {} : { phone: phone.trim() }),
          ...(notTheSameAs.length === 0
            ? {}
            : { notTheSameAs: notTheSameAs.map((person) => person.patient) }),
        },
      });
      void client.invalidateQueries({ queryKey: keys.today });
      void client.invalidateQueries({ queryKey: keys.people });
      onClose();
      void navigate(`/patients/${patient}`);
    } catch {
      // What went wrong stands in the dialog.
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void register([]);
  };
  return (
    <Dialog heading={text.heading} onClose={onClose}>
      <form ref={form} className={classes.form} noValidate onSubmit={submit}>
        <TextInput
          label={text.name}
          autoComplete="off"
          autoFocus
          maxLength={200}
          error={tried && name.trim() === "" ? text.nameNeeded : undefined}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <TextInput
          label={text.kana}
          description={text.kanaHint}
          autoComplete="off"
          maxLength={200}
          value={kana}
          onChange={({ currentTarget }) => setKana(currentTarget.value)}
        />
        <TextInput
          className={classes.short ?? ""}
          label={text.birthDate}
          type="date"
          min="1900-01-01"
          max="2199-12-31"
          error={tried && birthDate === "" ? text.birthDateNeeded : undefined}
          value={birthDate}
          onChange={({ currentTarget }) => setBirthDate(currentTarget.value)}
        />
        <Choices
          label={text.gender}
          hint={text.genderHint}
          value={gender}
          choices={genders.map((one) => ({ value: one, label: text.genders[one] }))}
          onChange={setGender}
        />
        <TextInput
          className={classes.short ?? ""}
          label={text.phone}
          type="tel"
          autoComplete="off"
          maxLength={40}
          value={phone}
          onChange={({ currentTarget }) => setPhone(currentTarget.value)}
        />
        {(clinic?.sites.length ?? 0) > 1 ? (
          <NativeSelect
            className={classes.short ?? ""}
            label={text.site}
            value={site}
            onChange={({ currentTarget }) => setSite(currentTarget.value)}
            data={(clinic?.sites ?? []).map((one) => ({ value: one.id, label: one.name[language] }))}
          />
        ) : undefined}
        {alike.length > 0 ? (
          <PossiblySame
            people={alike}
            isSending={registering.isPending}
            onOpen={(person) => {
              onClose();
              void navigate(`/patients/${person.patient}`);
            }}
            onNobody={() => void register(alike)}
          />
        ) : (
          <>
            <NotSent cause={registering.error} meanwhile={undefined} when={when} />
            <Button type="submit" size="md" loading={registering.isPending} disabled={isLost}>
              {text.register}
            </Button>
          </>
        )}
      </form>
    </Dialog>
  );
}
