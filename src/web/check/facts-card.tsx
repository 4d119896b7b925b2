import { Button } from "@mantine/core";
import { IconArrowBackUp } from "@tabler/icons-react";
import { Card } from "../kit/card.tsx";
import { Disclosure } from "../kit/disclosure.tsx";
import { useSpeech } from "../text/speech.tsx";
import type { Checked } from "./answer-of.ts";
import { AgreedFacts, BesideFacts, BodyFacts, PregnancyFacts, WhoFacts } from "./fact-groups.tsx";
import type { FactHandle, UseFact } from "./fact-handle.ts";
import { type FactId, type FactValues, sameValue } from "./facts/index.ts";
import classes from "./facts-card.module.css";
import type { CheckAction, CheckState } from "./state.ts";

const groupsOf = {
  who: ["birthDate", "category", "guardian", "seenInPerson"],
  pregnancy: ["test", "periodDay", "contraception", "stated", "breastfeeding"],
  body: ["weightKg", "severity", "mood", "sexualFunction", "symptoms", "triglycerides", "alt"],
  beside: ["medicines", "allergies", "conditions"],
  agreed: ["consents", "guardianSigned", "counselled"],
} as const satisfies Record<string, readonly FactId[]>;
const groups = {
  who: WhoFacts,
  pregnancy: PregnancyFacts,
  body: BodyFacts,
  beside: BesideFacts,
  agreed: AgreedFacts,
} as const;
const groupIds = Object.keys(groups) as (keyof typeof groups)[];

/** Facts to look at differently. What is tried changes no record. */
export function FactsCard(props: {
  state: CheckState;
  dispatch: (action: CheckAction) => void;
  checked: Checked;
}) {
  const { state, dispatch, checked } = props;
  const { text } = useSpeech();
  const { recorded } = checked;
  const count = Object.keys(state.facts).length + Object.keys(state.supply).length;

  const fact: UseFact = <K extends FactId>(id: K): FactHandle<FactValues[K]> => {
    const { [id]: now, ...others } = state.facts;
    return {
      value: (now as FactValues[K] | undefined) ?? recorded[id],
      set: (value) =>
        dispatch({
          do: "facts",
          facts: sameValue(value, recorded[id]) ? others : { ...others, [id]: value },
        }),
      undo: now === undefined ? undefined : () => dispatch({ do: "facts", facts: others }),
    };
  };
  return (
    <Card id="facts" heading={text.facts.heading}>
      <p className={classes.lead}>{text.facts.lead}</p>
      {count === 0 ? undefined : (
        <div className={classes.changes}>
          <span>{text.facts.changes(count)}</span>
          <Button
            variant="white"
            size="xs"
            leftSection={<IconArrowBackUp size={16} aria-hidden />}
            onClick={() => dispatch({ do: "undo-all" })}
          >
            {text.facts.undoAll}
          </Button>
        </div>
      )}
      {groupIds.map((id) => {
        const Group = groups[id];
        const changed = groupsOf[id].filter((one) => state.facts[one] !== undefined).length;
        return (
          <Disclosure
            key={id}
            summary={
              <span className={classes.group}>
                {text.facts.groups[id]}
                {changed === 0 ? undefined : <span className={classes.count}>{changed}</span>}
              </span>
            }
          >
            <div className={classes.fields}>
              <Group fact={fact} checked={checked} />
            </div>
          </Disclosure>
        );
      })}
    </Card>
  );
}
