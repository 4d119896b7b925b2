import { ActionIcon } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useState } from "react";
import { type Day, plus } from "../../core/calendar.ts";
import { DayField } from "../kit/day-field.tsx";
import { Field } from "../kit/field.tsx";
import { useSpeech } from "../text/speech.tsx";
import classes from "./day-control.module.css";
import type { CheckState } from "./state.ts";

const daysBack = 30;
const daysOn = 60;

/** The day: typed, a day at a time, or slid along, to watch the answer change. */
export function DayControl({ state, onDay }: { state: CheckState; onDay: (day: Day) => void }) {
  const { text, say } = useSpeech();
  const { on } = state;
  // The slide stands still under the finger; it moves only when a day outside it is chosen.
  const [middle, setMiddle] = useState(on);
  const inside = on >= middle - daysBack && on <= middle + daysOn;
  if (!inside) setMiddle(on);
  return (
    <Field label={text.supply.day}>
      {(id) => (
        <>
          <div className={classes.row}>
            <ActionIcon
              variant="default"
              size={42}
              aria-label={text.supply.dayBefore}
              title={text.supply.dayBefore}
              onClick={() => onDay(plus(on, -1))}
            >
              <IconChevronLeft size={20} aria-hidden />
            </ActionIcon>
            <DayField id={id} size="md" value={on} onChange={(day) => day !== null && onDay(day)} />
            <ActionIcon
              variant="default"
              size={42}
              aria-label={text.supply.dayAfter}
              title={text.supply.dayAfter}
              onClick={() => onDay(plus(on, 1))}
            >
              <IconChevronRight size={20} aria-hidden />
            </ActionIcon>
          </div>
          <input
            className={classes.slide}
            type="range"
            aria-label={text.supply.slide}
            aria-valuetext={say.day(on)}
            min={middle - daysBack}
            max={middle + daysOn}
            value={on}
            onChange={(event) => onDay(Number(event.currentTarget.value) as Day)}
          />
        </>
      )}
    </Field>
  );
}
