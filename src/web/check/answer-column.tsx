import { useMemo, useRef } from "react";
import { renderStep } from "../../words/render.ts";
import { Card } from "../kit/card.tsx";
import { Timeline } from "../kit/timeline.tsx";
import { knowledge } from "../knowledge.ts";
import { useSpeech } from "../text/speech.tsx";
import type { Answer, Checked } from "./answer-of.ts";
import { NextSteps } from "./next-steps.tsx";
import { ReasonsOf } from "./reasons.tsx";
import type { CheckAction, CheckState } from "./state.ts";
import { StickyVerdict } from "./sticky-verdict.tsx";
import { timelineOf } from "./timeline-of.ts";
import { Undecidable, VerdictCard } from "./verdict-card.tsx";

/** The answer: the verdict first, then what to do, a picture of it, and the reasons. */
export function AnswerColumn(props: {
  state: CheckState;
  dispatch: (action: CheckAction) => void;
  checked: Checked;
}) {
  const { state, dispatch, checked } = props;
  const { answer, zone } = checked;
  const { text } = useSpeech();
  const verdict = useRef<HTMLElement>(null);
  if ("says" in answer) return <Undecidable {...answer} />;
  const { decision } = answer;
  return (
    <>
      <VerdictCard ref={verdict} answer={answer} state={state} onDay={(on) => dispatch({ do: "on", on })} />
      {decision.verdict === "pass" ? undefined : (
        <Card id="steps" heading={text.steps.heading}>
          <NextSteps decision={decision} zone={zone} />
        </Card>
      )}
      <Card id="timeline" heading={text.timeline.heading}>
        <TimelineOf answer={answer} zone={zone} />
      </Card>
      <Card id="reasons" heading={text.reasons.heading}>
        <ReasonsOf findings={decision.findings} zone={zone} />
      </Card>
      <StickyVerdict decision={decision} watched={verdict} />
    </>
  );
}

function TimelineOf({ answer, zone }: { answer: Answer; zone: string }) {
  const speech = useSpeech();
  const model = useMemo(
    () => timelineOf(answer, speech, (step) => renderStep(step, knowledge, zone)),
    [answer, speech, zone],
  );
  return <Timeline model={model} />;
}
