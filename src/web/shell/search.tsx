import { useDebouncedValue } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { type KeyboardEvent, type Ref, useEffect, useId, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { usePeople } from "../api/queries.ts";
import type { Person } from "../api/shapes.ts";
import { useLanguage, useText } from "../text/language.tsx";
import { sayDay } from "../text/when.ts";
import { usePlace } from "./place.tsx";
import classes from "./search.module.css";
import { shellText } from "./text.ts";

/** Finds a patient by name, reading or number, from any page; the key `/` goes there. */
export function PatientSearch({ inputRef, onDone }: { inputRef: Ref<HTMLInputElement>; onDone: () => void }) {
  const text = useText(shellText);
  const navigate = useNavigate();
  const { clinic } = usePlace();
  const [typed, setTyped] = useState("");
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const [asked] = useDebouncedValue(typed.trim(), 150);
  const { data, isFetching } = usePeople(clinic?.id, asked);
  const id = useId();
  const found = asked === "" ? [] : (data?.items ?? []);
  const settled = asked === typed.trim() && !isFetching;
  const shown = open && typed.trim() !== "";

  const go = (person: Person | undefined) => {
    if (person === undefined) return;
    setTyped("");
    setOpen(false);
    onDone();
    void navigate(`/patients/${person.patient}`);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      if (found.length > 0) setActive((active + step + found.length) % found.length);
    } else if (event.key === "Enter" && settled) {
      event.preventDefault();
      go(found[active]);
    } else if (event.key === "Escape") {
      if (typed === "") onDone();
      setTyped("");
      setOpen(false);
    }
  };
  return (
    <div
      className={classes.search}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setOpen(false);
      }}
    >
      <IconSearch className={classes.icon} size={18} stroke={2} aria-hidden />
      <input
        ref={inputRef}
        className={classes.input}
        type="search"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        aria-label={text.search}
        aria-expanded={shown}
        aria-controls={`${id}-found`}
        aria-autocomplete="list"
        aria-activedescendant={shown && found.length > 0 ? `${id}-${active}` : undefined}
        placeholder={`${text.search} · ${text.searchHint}`}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setActive(0);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onKeyDown={onKeyDown}
      />
      <kbd className={classes.key} aria-hidden>
        /
      </kbd>
      <div className={classes.popup} hidden={!shown}>
        <ul className={classes.found} id={`${id}-found`} role="listbox" aria-label={text.search}>
          {found.map((person, place) => (
            <li
              key={person.patient}
              id={`${id}-${place}`}
              className={classes.option}
              role="option"
              aria-selected={place === active}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => go(person)}
            >
              <PersonLine person={person} />
            </li>
          ))}
        </ul>
        {found.length === 0 && settled ? <p className={classes.none}>{text.noMatch(asked)}</p> : undefined}
        {data?.next === null || data?.next === undefined || found.length === 0 ? undefined : (
          <p className={classes.none}>{text.moreFound}</p>
        )}
      </div>
      <span className="visually-hidden" role="status">
        {shown && settled ? text.found(found.length) : ""}
      </span>
    </div>
  );
}

function PersonLine({ person }: { person: Person }) {
  const { language } = useLanguage();
  const text = useText(shellText);
  const { name, kana, birthDate, patient } = person;
  return (
    <>
      <span className={classes.name}>{name ?? text.nameless}</span>
      <span className={classes.kana}>{kana}</span>
      <span className={classes.born}>{birthDate === "" ? "" : sayDay(language, birthDate)}</span>
      <span className={classes.number}>{patient}</span>
    </>
  );
}

/** Goes to the search when `/` is typed where nothing else takes it. */
export function useSlash(focus: () => void): void {
  const latest = useRef(focus);
  useEffect(() => {
    latest.current = focus;
  });
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      const target = event.target as HTMLElement;
      const typing = target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
      if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (document.querySelector("dialog[open]") !== null) return;
      event.preventDefault();
      latest.current();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
}
