import { IconSearch } from "@tabler/icons-react";
import { type KeyboardEvent, useId, useState } from "react";
import { questionTitle } from "../../../words/render-question.ts";
import { knowledge } from "../../knowledge.ts";
import { useLanguage, useText } from "../../text/language.tsx";
import { questionsText } from "../text.ts";
import { type Finding, findQuestions } from "./find.ts";
import classes from "./finder.module.css";

/** One field for all questions: an activity, a medicine, a symptom or a blood value leads to its answer. */
export function Finder({ onPick }: { onPick: (finding: Finding) => void }) {
  const text = useText(questionsText);
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState<number>();
  const id = useId();
  const { findings, asTyped } = findQuestions(typed, knowledge);
  const found = [...findings, ...asTyped];
  // What a word was meant as is chosen by whoever typed it, never by the key that ends it.
  const active = chosen ?? (findings.length > 0 ? 0 : -1);
  const isOpen = typed.trim() !== "";
  const go = (finding: Finding | undefined) => {
    if (finding === undefined) return;
    setTyped("");
    setChosen(undefined);
    onPick(finding);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const next = event.key === "ArrowDown" ? active + 1 : active - 1;
      setChosen((next + found.length) % Math.max(1, found.length));
    } else if (event.key === "Enter") {
      // Where the focus moves on, the key must not press what it moves to.
      event.preventDefault();
      go(found[active]);
    }
    if (event.key === "Escape") setTyped("");
  };
  return (
    <search className={classes.finder}>
      <label className={classes.label} htmlFor={id}>
        {text.find}
      </label>
      <div className={classes.field}>
        <IconSearch className={classes.icon} size={20} stroke={2} aria-hidden />
        <input
          id={id}
          className={classes.input}
          type="search"
          role="combobox"
          autoComplete="off"
          aria-expanded={isOpen && found.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={isOpen && active >= 0 ? `${id}-${active}` : undefined}
          aria-autocomplete="list"
          placeholder={text.findHint}
          value={typed}
          onChange={({ currentTarget }) => {
            setTyped(currentTarget.value);
            setChosen(undefined);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <p className="visually-hidden" role="status">
        {isOpen ? text.found(findings.length) : ""}
      </p>
      {isOpen && findings.length === 0 ? (
        <p className={classes.none}>{text.noMatch(typed.trim())}</p>
      ) : undefined}
      <ul id={`${id}-list`} className={classes.list} role="listbox" aria-label={text.find} hidden={!isOpen}>
        {found.map((finding, index) => (
          <Option
            key={`${finding.question.id} ${finding.name.en}`}
            id={`${id}-${index}`}
            finding={finding}
            isActive={index === active}
            onPick={() => go(finding)}
          />
        ))}
      </ul>
    </search>
  );
}

function Option(props: { id: string; finding: Finding; isActive: boolean; onPick: () => void }) {
  const { id, finding, isActive, onPick } = props;
  const { language } = useLanguage();
  const { name, by, question } = finding;
  const title = questionTitle(question.id)[language];
  return (
    // The keys are heard by the field above, where the focus stays.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <li
      id={id}
      className={classes.option}
      role="option"
      aria-selected={isActive}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPick}
    >
      <span className={classes.name}>{name[language]}</span>
      {by === undefined ? undefined : <span className={classes.by}>{by}</span>}
      {title === name[language] ? undefined : <span className={classes.question}>{title}</span>}
    </li>
  );
}
