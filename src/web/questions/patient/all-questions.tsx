import { IconChevronDown } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import type { AnyQuestion } from "../../../core/questions/index.ts";
import { questionTitle } from "../../../words/render-question.ts";
import { useLanguage } from "../../text/language.tsx";
import { askers, questionsOf } from "../askers.ts";
import { Finder } from "../find/finder.tsx";
import type { Given } from "../given.ts";
import classes from "./all-questions.module.css";
import { PatientQuestion } from "./patient-question.tsx";

interface Opened {
  readonly question: AnyQuestion;
  readonly begin: Given;
  /** Grows whenever one is found anew: the same question then begins anew. */
  readonly turn: number;
}

/** Every question that can be asked of this patient, one open at a time. */
export function AllQuestions({ patient }: { patient: string }) {
  const { language } = useLanguage();
  const [opened, setOpened] = useState<Opened>();
  const open = (question: AnyQuestion, begin: Given = {}) =>
    setOpened((before) => ({ question, begin, turn: (before?.turn ?? 0) + 1 }));
  const list = useRef<HTMLUListElement>(null);
  // What was found may stand farther down: the focus goes there.
  const turn = opened?.turn;
  useEffect(() => {
    if (turn !== undefined) list.current?.querySelector<HTMLElement>("[aria-expanded=true]")?.focus();
  }, [turn]);
  return (
    <>
      <Finder onPick={({ question, given }) => open(question, given[language])} />
      <ul ref={list} className={classes.list}>
        {askers.flatMap(questionsOf).map((question) => {
          const isOpen = opened?.question.id === question.id;
          return (
            <li key={question.id} data-open={isOpen || undefined}>
              <button
                type="button"
                className={classes.title}
                aria-expanded={isOpen}
                onClick={() => (isOpen ? setOpened(undefined) : open(question))}
              >
                {questionTitle(question.id)[language]}
                <IconChevronDown className={classes.chevron} size={18} stroke={2} aria-hidden />
              </button>
              {isOpen ? (
                <PatientQuestion
                  key={opened.turn}
                  patient={patient}
                  question={question}
                  begin={opened.begin}
                />
              ) : undefined}
            </li>
          );
        })}
      </ul>
    </>
  );
}
