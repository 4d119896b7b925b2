import { Textarea } from "@mantine/core";
import { useText } from "../../text/language.tsx";
import { rightsText } from "./text.ts";

/** Why treatment begins, or is taken over: for the patient and the other clinics to read. */
export function BeginReason(props: {
  value: string;
  isMissing: boolean;
  onChange: (reason: string) => void;
}) {
  const { value, isMissing, onChange } = props;
  const text = useText(rightsText);
  return (
    <Textarea
      label={text.beginReason}
      description={text.beginReasonMore}
      rows={2}
      maxLength={2000}
      value={value}
      error={isMissing ? text.beginReasonNeeded : undefined}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
