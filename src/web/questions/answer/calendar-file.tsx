import { Button } from "@mantine/core";
import { IconCalendarDown } from "@tabler/icons-react";
import type { AnswerJson } from "../../../app/questions/answer-shape.ts";
import { isForCalendar } from "../../../print/plan-to-keep.ts";
import { useLanguage, useText } from "../../text/language.tsx";

const calendarText = {
  en: {
    label: "Calendar file",
    more: "Visits, tests and the last capsule for your calendar; made on this device.",
  },
  ja: {
    label: "カレンダー用ファイル",
    more: "受診・検査・最後のカプセルの日をカレンダーに取り込めます。この端末の中で作ります。",
  },
};

/** The plan for a calendar, written here in the browser: nothing of it is sent anywhere. */
export function CalendarFile({ answer }: { answer: AnswerJson }) {
  const { label, more } = useText(calendarText);
  const { language } = useLanguage();
  if (!isForCalendar(answer)) return undefined;
  const save = async () => {
    const { calendarFile } = await import("../../../print/calendar-file.ts");
    const written = calendarFile(answer, language, Date.now());
    if (written === undefined) return;
    const file = new Blob([written], { type: "text/calendar" });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = "plan.ics";
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <Button
      className="screen-only"
      variant="subtle"
      size="compact-sm"
      title={more}
      leftSection={<IconCalendarDown size={16} aria-hidden />}
      onClick={() => void save()}
    >
      {label}
    </Button>
  );
}
