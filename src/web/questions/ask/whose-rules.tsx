import { NativeSelect } from "@mantine/core";
import { Field } from "../../kit/field.tsx";
import { knowledge } from "../../knowledge.ts";
import { useLanguage, useText } from "../../text/language.tsx";
import { questionsText } from "../text.ts";

/** The protocol or clinic by whose rules a question is answered. */
export function WhoseRules({ under, onUnder }: { under: string; onUnder: (under: string) => void }) {
  const text = useText(questionsText);
  const { language } = useLanguage();
  const clinics = Object.values(knowledge.clinics);
  const protocols = Object.values(knowledge.protocols).filter(({ usable }) => usable);
  const items = (all: readonly { id: string; title: { en: string; ja: string } }[]) =>
    all.map(({ id, title }) => ({ value: id, label: title[language] }));
  return (
    <Field label={text.where}>
      {(id) => (
        <NativeSelect
          id={id}
          value={under}
          onChange={({ currentTarget }) => onUnder(currentTarget.value)}
          data={[
            { group: text.clinics, items: items(clinics) },
            { group: text.protocols, items: items(protocols) },
          ]}
        />
      )}
    </Field>
  );
}
