import { Switch } from "@mantine/core";
import { categoryBases } from "../../core/vocabulary.ts";
import { DayField } from "../kit/day-field.tsx";
import { Changed, Field } from "../kit/field.tsx";
import { NumberField } from "../kit/number-field.tsx";
import { knowledge } from "../knowledge.ts";
import { useSpeech } from "../text/speech.tsx";
import type { Checked } from "./answer-of.ts";
import { ChoiceSelect } from "./choice-select.tsx";
import classes from "./fact-groups.module.css";
import type { UseFact } from "./fact-handle.ts";
import { AskedListField, ManyField } from "./fact-lists.tsx";
import { consentsNeeded } from "./facts/needed.ts";
import { ContraceptionField, TestField } from "./pregnancy-fields.tsx";

interface Props {
  readonly fact: UseFact;
  readonly checked: Checked;
}

export function WhoFacts({ fact }: Props) {
  const { text, say } = useSpeech();
  const birth = fact("birthDate");
  const category = fact("category");
  return (
    <>
      <Field label={text.facts.label.birthDate} onUndo={birth.undo}>
        {(id) => <DayField id={id} value={birth.value} onChange={birth.set} clearable />}
      </Field>
      <Field label={text.facts.label.category} onUndo={category.undo}>
        {(id) => (
          <ChoiceSelect
            id={id}
            value={category.value}
            onChange={category.set}
            choices={[
              ["can", text.facts.can],
              ...categoryBases.map((basis) => [basis, text.facts.cannot(say.term(basis))] as const),
              ["not-attested", text.facts.notAttested],
            ]}
          />
        )}
      </Field>
      <FlagField id="guardian" fact={fact} />
      <FlagField id="seenInPerson" fact={fact} />
    </>
  );
}

export function PregnancyFacts({ fact }: Props) {
  const { text } = useSpeech();
  const period = fact("periodDay");
  return (
    <>
      <TestField handle={fact("test")} />
      <Field label={text.facts.label.periodDay} onUndo={period.undo}>
        {(id) => <DayField id={id} value={period.value} onChange={period.set} clearable />}
      </Field>
      <ContraceptionField handle={fact("contraception")} />
      <YesNoField id="stated" fact={fact} />
      <YesNoField id="breastfeeding" fact={fact} />
    </>
  );
}

export function BodyFacts({ fact }: Props) {
  const { text, words } = useSpeech();
  const severity = fact("severity");
  const mood = fact("mood");
  const scale = ["clear", "mild", "moderate", "severe", "very-severe"] as const;
  const moods = ["not-asked", "calm", "new-symptom", "self-harm"] as const;
  return (
    <>
      <div className={classes.pair}>
        <AmountField id="weightKg" unit="kg" fact={fact} decimals={1} />
        <Field label={text.facts.label.severity} onUndo={severity.undo}>
          {(id) => (
            <ChoiceSelect
              id={id}
              value={severity.value ?? "not-recorded"}
              onChange={(value) => severity.set(value === "not-recorded" ? null : value)}
              choices={[
                ...scale.map((one) => [one, words.terms[one]] as const),
                ["not-recorded", text.facts.notRecorded],
              ]}
            />
          )}
        </Field>
      </div>
      <Field label={text.facts.label.mood} onUndo={mood.undo}>
        {(id) => (
          <ChoiceSelect
            id={id}
            value={mood.value}
            onChange={mood.set}
            choices={moods.map((one) => [one, text.facts.moods[one]] as const)}
          />
        )}
      </Field>
      <YesNoField id="sexualFunction" fact={fact} />
      <AskedListField label={text.facts.label.symptoms} handle={fact("symptoms")} of={knowledge.symptoms} />
      <div className={classes.pair}>
        <AmountField
          id="triglycerides"
          unit={knowledge.analytes["triglycerides"]?.unit ?? ""}
          fact={fact}
          step={50}
        />
        <AmountField id="alt" unit={knowledge.analytes["alt"]?.unit ?? ""} fact={fact} step={10} />
      </div>
    </>
  );
}

export function BesideFacts({ fact }: Props) {
  const { text } = useSpeech();
  return (
    <>
      <AskedListField
        label={text.facts.label.medicines}
        handle={fact("medicines")}
        of={knowledge.medicines}
      />
      <AskedListField
        label={text.facts.label.allergies}
        handle={fact("allergies")}
        of={knowledge.allergens}
      />
      <AskedListField
        label={text.facts.label.conditions}
        handle={fact("conditions")}
        of={knowledge.conditions}
      />
    </>
  );
}

export function AgreedFacts({ fact, checked }: Props) {
  const { text, say } = useSpeech();
  const consents = fact("consents");
  const known = [...new Set([...consentsNeeded(checked.context), ...consents.value])];
  return (
    <>
      <Field label={text.facts.label.consents} onUndo={consents.undo}>
        {(id) => (
          <ManyField
            id={id}
            value={consents.value}
            onChange={consents.set}
            choices={known.map((consent) => ({ value: consent, label: say.term(consent) }))}
          />
        )}
      </Field>
      <FlagField id="guardianSigned" fact={fact} />
      <FlagField id="counselled" fact={fact} />
    </>
  );
}

function FlagField({
  id,
  fact,
}: {
  id: "guardian" | "seenInPerson" | "guardianSigned" | "counselled";
  fact: UseFact;
}) {
  const { text } = useSpeech();
  const { value, set, undo } = fact(id);
  const label = text.facts.label[id];
  return (
    <div className={classes.flag}>
      <Switch label={label} checked={value} onChange={(event) => set(event.currentTarget.checked)} />
      {undo === undefined ? undefined : <Changed what={label} onUndo={undo} />}
    </div>
  );
}

function YesNoField({ id, fact }: { id: "stated" | "breastfeeding" | "sexualFunction"; fact: UseFact }) {
  const { text } = useSpeech();
  const { value, set, undo } = fact(id);
  return (
    <Field label={text.facts.label[id]} onUndo={undo}>
      {(input) => (
        <ChoiceSelect
          id={input}
          value={value}
          onChange={set}
          choices={(["yes", "no", "not-asked"] as const).map((one) => [one, text.facts.yesNo[one]] as const)}
        />
      )}
    </Field>
  );
}

function AmountField(props: {
  id: "weightKg" | "triglycerides" | "alt";
  unit: string;
  fact: UseFact;
  step?: number;
  decimals?: number;
}) {
  const { id, unit, fact, step = 1, decimals = 0 } = props;
  const { text } = useSpeech();
  const { value, set, undo } = fact(id);
  return (
    <Field label={text.facts.label[id]} onUndo={undo}>
      {(input) => (
        <NumberField
          id={input}
          value={value}
          onChange={set}
          unit={unit}
          step={step}
          decimals={decimals}
          placeholder={text.facts.notRecorded}
        />
      )}
    </Field>
  );
}
