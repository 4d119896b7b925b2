import { Button } from "@mantine/core";
import { IconArrowRight, IconFlask, IconPrinter } from "@tabler/icons-react";
import type { Ref } from "react";
import { type At, clockText, type Day, dayOf } from "../../core/calendar.ts";
import type { Decision } from "../../core/decide.ts";
import type { Verdict } from "../../core/finding.ts";
import { VerdictMark } from "../kit/verdict-mark.tsx";
import { knowledge } from "../knowledge.ts";
import { useSpeech } from "../text/speech.tsx";
import type { Answer } from "./answer-of.ts";
import { factIds } from "./facts/index.ts";
import type { CheckState } from "./state.ts";
import classes from "./verdict-card.module.css";

/** The verdict, large; when it could change for the better, and how long it stands. */
export function VerdictCard(props: {
  ref: Ref<HTMLElement>;
  answer: Answer;
  state: CheckState;
  onDay: (day: Day) => void;
}) {
  const { ref, answer, state, onDay } = props;
  const { decision } = answer;
  const { verdict } = decision;
  const { text, words, of } = useSpeech();
  const { example, files } = state.patient;
  const noted = verdict === "pass" && decision.findings.some((finding) => finding.verdict === "advise");
  return (
    <section
      ref={ref}
      id="answer"
      className={classes.card}
      data-verdict={verdict}
      aria-labelledby="answer-heading"
      tabIndex={-1}
    >
      <div className={classes.context}>
        <span className={classes.who}>
          {example === undefined ? files.join(", ") : `${of(example.title)} (${text.patient.fictional})`}
        </span>
        <Asked decision={decision} under={state.under} />
      </div>
      <Tried state={state} />
      <div className={classes.verdict} role="status">
        <VerdictMark verdict={verdict} size={60} />
        <div>
          <h2 id="answer-heading" className={classes.word}>
            <span className="visually-hidden">{text.answer.heading}: </span>
            {words.verdicts[verdict]}
          </h2>
          <p className={classes.sentence}>
            {beyond(words.verdicts[verdict], words.answers[noted ? "advise" : verdict])}
          </p>
        </div>
      </div>
      <dl className={classes.times}>
        {verdict === "pass" ? undefined : <Earliest decision={decision} onDay={onDay} />}
        <Holds decision={decision} />
      </dl>
      <div className={classes.foot}>
        <Versions decision={decision} />
        <Button
          className="screen-only"
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPrinter size={16} aria-hidden />}
          onClick={() => print()}
        >
          {text.answer.print}
        </Button>
      </div>
    </section>
  );
}

/** What a sentence says beyond the words that stand above it already. */
function beyond(word: string, sentence: string): string {
  const rest = sentence.startsWith(`${word}。`) ? sentence.slice(word.length + 1) : "";
  return rest === "" ? sentence : rest;
}

/** What is tried and not recorded: it stands with the answer, on paper too. */
function Tried({ state }: { state: CheckState }) {
  const { text, say } = useSpeech();
  const { label } = text.facts;
  const facts = factIds.filter((id) => state.facts[id] !== undefined).map((id) => label[id]);
  const supply = (["product", "capsuleMg", "dailyMg", "dosesPerDay", "days", "refills"] as const)
    .filter((key) => state.supply[key] !== undefined)
    .map((key) => text.supply[key === "capsuleMg" ? "capsule" : key]);
  if (facts.length + supply.length === 0) return undefined;
  return (
    <p className={classes.tried}>
      <IconFlask size={16} stroke={2} aria-hidden />
      {text.answer.tried(say.list([...supply, ...facts]))}
    </p>
  );
}

/** What was asked, in a line: it stays with the answer on paper. */
function Asked({ decision, under }: { decision: Decision; under: string }) {
  const { text, say } = useSpeech();
  const { product, dailyMg, days } = decision.question;
  const unknown = text.supply.notStated;
  return (
    <span>
      {say.name("protocol", under)} · {say.day(decision.day)} ·{" "}
      {text.answer.proposal(
        product === undefined ? text.supply.noProduct : say.name("product", product),
        dailyMg === undefined ? unknown : `${say.number(dailyMg)} mg`,
        days === undefined ? unknown : text.answer.days(days),
      )}
    </span>
  );
}

function Earliest({ decision, onDay }: { decision: Decision; onDay: (day: Day) => void }) {
  const { text, say } = useSpeech();
  const { earliest } = decision.plan;
  if (earliest === undefined) {
    return (
      <div className={classes.time}>
        <dt>{text.answer.earliest}</dt>
        <dd className={classes.big}>{text.answer.noDay}</dd>
        <dd className={classes.more}>{text.answer.noDayMore}</dd>
      </div>
    );
  }
  const later = earliest - decision.day;
  return (
    <div className={classes.time}>
      <dt>{text.answer.earliest}</dt>
      <dd className={classes.big}>{say.day(earliest)}</dd>
      <dd className={classes.more}>
        {later === 0 ? text.answer.earliestIsChosen : text.answer.inDays(later)}
        {text.answer.joint}
        {text.answer.earliestMore}
      </dd>
      {later === 0 ? undefined : (
        <dd className="screen-only">
          <Button
            className={classes.go ?? ""}
            variant="subtle"
            size="compact-sm"
            rightSection={<IconArrowRight size={15} aria-hidden />}
            onClick={() => onDay(earliest)}
          >
            {text.answer.goThere}
          </Button>
        </dd>
      )}
    </div>
  );
}

function Holds({ decision }: { decision: Decision }) {
  const { text, say } = useSpeech();
  return (
    <div className={classes.time}>
      <dt>{text.answer.holds}</dt>
      {decision.validUntil === undefined ? (
        <dd className={classes.big}>{text.answer.holdsOpen}</dd>
      ) : (
        <>
          <dd className={classes.big}>{say.day(dayOf(lastMinute(decision.validUntil), decision.zone))}</dd>
          <dd className={classes.more}>
            {clockText(lastMinute(decision.validUntil), decision.zone)} ({decision.zone}){text.answer.joint}
            {text.answer.holdsMore}
          </dd>
        </>
      )}
    </div>
  );
}

/** An answer is shown to hold through its last minute: a window that ends at midnight ends on the day before. */
function lastMinute(until: At): At {
  return (until - 60_000) as At;
}

function Versions({ decision }: { decision: Decision }) {
  const { text, say } = useSpeech();
  const { sinceDay, besideDay } = decision.edition;
  const protocol = say.name("protocol", decision.protocol);
  return (
    <p className={classes.versions}>
      {besideDay === undefined
        ? text.answer.edition(protocol, say.day(sinceDay))
        : text.answer.editions(protocol, say.day(sinceDay), say.day(besideDay))}
      {" · "}
      {text.answer.knowledge(knowledge.digest.slice(0, 8), decision.rules)}
    </p>
  );
}

/** Where nothing can be decided: why, and what to choose instead. */
export function Undecidable({ says, remedy }: { says: string; remedy: string }) {
  const verdict: Verdict = "ask";
  const { words } = useSpeech();
  return (
    <section
      id="answer"
      className={classes.card}
      data-verdict={verdict}
      aria-labelledby="answer-heading"
      tabIndex={-1}
    >
      <div className={classes.verdict} role="status">
        <VerdictMark verdict={verdict} size={60} />
        <div>
          <h2 id="answer-heading" className={classes.word}>
            {words.verdicts[verdict]}
          </h2>
          <p className={classes.sentence} lang="en">
            {says}: {remedy}.
          </p>
        </div>
      </div>
    </section>
  );
}
