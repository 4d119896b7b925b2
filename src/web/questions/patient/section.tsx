import { lazy, Suspense, useEffect } from "react";
import { Card } from "../../kit/card.tsx";
import { Waiting } from "../../kit/waiting.tsx";
import { useText } from "../../text/language.tsx";
import { questionsText } from "../text.ts";
import { questionsAnchor } from "./anchor.ts";
import classes from "./section.module.css";

/** Fetched beside the page's first look, which does not wait for it. */
const AllQuestions = lazy(async () => ({ default: (await import("./all-questions.tsx")).AllQuestions }));

/** What can be asked of this patient: there from the start, so that a link and a search in the page lead to it. */
export function QuestionsSection({ patient }: { patient: string }) {
  const text = useText(questionsText);
  useEffect(() => {
    // The page came after its address: the browser has looked for this place already.
    if (location.hash === `#${questionsAnchor}`)
      document.getElementById(questionsAnchor)?.scrollIntoView({ block: "start" });
  }, []);
  return (
    <Card id={questionsAnchor} heading={text.section} className={`${classes.section} screen-only`}>
      <p className={classes.lead}>{text.sectionLead}</p>
      <div className={classes.place}>
        <Suspense fallback={<Waiting lines={3} />}>
          <AllQuestions patient={patient} />
        </Suspense>
      </div>
    </Card>
  );
}
