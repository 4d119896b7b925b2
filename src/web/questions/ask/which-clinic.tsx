import { NativeSelect } from "@mantine/core";
import { knowledge } from "../../knowledge.ts";
import { useLanguage, useText } from "../../text/language.tsx";
import classes from "../form/control.module.css";
import { questionsText } from "../text.ts";

/** The clinic that is asked about, first in the form: a protocol has no prices. */
export function WhichClinic({ under, onUnder }: { under: string; onUnder: (under: string) => void }) {
  const text = useText(questionsText);
  const { language } = useLanguage();
  const clinics = Object.values(knowledge.clinics);
  const isClinic = clinics.some(({ id }) => id === under);
  return (
    <NativeSelect
      label={text.clinic}
      description={text.clinicHint}
      descriptionProps={{ className: classes.more ?? "" }}
      inputWrapperOrder={["label", "input", "description", "error"]}
      value={isClinic ? under : ""}
      onChange={({ currentTarget }) => onUnder(currentTarget.value)}
      data={[
        ...(isClinic ? [] : [{ value: "", label: text.choose, disabled: true }]),
        ...clinics.map(({ id, title }) => ({ value: id, label: title[language] })),
      ]}
    />
  );
}
