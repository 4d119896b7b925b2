import type { Day } from "../../core/calendar.ts";
import { DayField } from "../kit/day-field.tsx";
import { Field } from "../kit/field.tsx";
import { knowledge } from "../knowledge.ts";
import { useSpeech } from "../text/speech.tsx";
import { ChoiceSelect } from "./choice-select.tsx";
import classes from "./fact-groups.module.css";
import type { FactHandle } from "./fact-handle.ts";
import { ManyField } from "./fact-lists.tsx";
import type { FactValues } from "./facts/index.ts";

const results = ["negative", "positive", "indeterminate", "pending"] as const;
const settings = ["medical-setting", "certified-laboratory", "home", "unknown"] as const;

/** The latest test: taken when, with what result, where. Emptying the day takes the test away. */
export function TestField({ handle }: { handle: FactHandle<FactValues["test"]> }) {
  const { text, words } = useSpeech();
  const { value, set, undo } = handle;
  const change = (part: Partial<NonNullable<FactValues["test"]>>) =>
    value !== null && set({ ...value, ...part });
  const takenOn = (day: Day | null) =>
    set(day === null ? null : { result: "negative", setting: "medical-setting", ...value, day });
  return (
    <Field label={text.facts.label.test} onUndo={undo} group>
      {() => (
        <div className={classes.parts}>
          <div className={`${classes.part} ${value === null ? classes.wide : ""}`}>
            <span aria-hidden>{text.facts.testDay}</span>
            <DayField label={text.facts.testDay} value={value?.day ?? null} onChange={takenOn} clearable />
          </div>
          {value === null ? (
            <span className={`${classes.part} ${classes.wide}`}>
              {undo === undefined ? text.facts.noTest : text.facts.testAway}
            </span>
          ) : (
            <>
              <div className={classes.part}>
                <span aria-hidden>{text.facts.testResult}</span>
                <ChoiceSelect
                  label={text.facts.testResult}
                  value={value.result}
                  onChange={(result) => change({ result })}
                  choices={results.map((one) => [one, text.facts.results[one]] as const)}
                />
              </div>
              <div className={`${classes.part} ${classes.wide}`}>
                <span aria-hidden>{text.facts.testSetting}</span>
                <ChoiceSelect
                  label={text.facts.testSetting}
                  value={value.setting}
                  onChange={(setting) => change({ setting })}
                  choices={settings.map((one) => [one, words.terms[one]] as const)}
                />
              </div>
            </>
          )}
        </div>
      )}
    </Field>
  );
}

/** The methods in force, and since when. */
export function ContraceptionField({ handle }: { handle: FactHandle<FactValues["contraception"]> }) {
  const { text, of } = useSpeech();
  const { value, set, undo } = handle;
  const choices = Object.values(knowledge.contraceptives).map(({ id, name }) => ({
    value: id,
    label: of(name),
  }));
  return (
    <Field label={text.facts.label.contraception} onUndo={undo} group>
      {(id) => (
        <div className={classes.parts}>
          <div className={`${classes.part} ${classes.wide}`}>
            <label htmlFor={id}>{text.facts.methods}</label>
            <ManyField
              id={id}
              value={value.methods}
              onChange={(methods) => set({ ...value, methods })}
              choices={choices}
            />
          </div>
          {value.methods.length === 0 ? undefined : (
            <div className={`${classes.part} ${classes.wide}`}>
              <span aria-hidden>{text.facts.since}</span>
              <DayField
                label={text.facts.since}
                value={value.sinceDay}
                onChange={(sinceDay) => set({ ...value, sinceDay })}
                clearable
              />
            </div>
          )}
        </div>
      )}
    </Field>
  );
}
