/** What is asked on a question's page, kept in step with the address. */
import { useEffect, useMemo, useState } from "react";
import { type Day, dayOf } from "../../../core/calendar.ts";
import type { AnyQuestion } from "../../../core/questions/index.ts";
import { useNow } from "../../api/clock.ts";
import type { OpenedFiles } from "../../check/patient.ts";
import { knowledge } from "../../knowledge.ts";
import { useLanguage } from "../../text/language.tsx";
import { type Asking, askingOfLink, linkOfAsking } from "../link.ts";
import { answerOf } from "./answer-of.ts";
import { useUnder, zoneUnder } from "./under.ts";
import { useAids } from "./use-aids.ts";

export function useAsking(question: AnyQuestion) {
  const { language } = useLanguage();
  const now = useNow();
  const [here, keepUnder] = useUnder();
  const [asking, setAsking] = useState<Asking>(() => askingOfLink(location.hash, question.fields));
  const [opened, setOpened] = useState<OpenedFiles>();
  const under = asking.under ?? here;
  const today: Day = dayOf(now, zoneUnder(under, knowledge));
  const on = asking.on ?? today;
  const helped = useAids(question);
  const answered = useMemo(
    () => answerOf(question, asking.given, { under, day: on, opened, helped }),
    [question, asking.given, under, on, opened, helped],
  );
  useEffect(() => {
    const link = linkOfAsking(asking, question.fields, language);
    if (link !== location.hash) history.replaceState(history.state, "", link);
  }, [asking, question, language]);
  const change = (part: Partial<Asking>) => {
    if (part.under !== undefined) keepUnder(part.under);
    setAsking((before) => ({ ...before, ...part }));
  };
  return { asking, change, under, on, today, answered, opened, setOpened };
}
