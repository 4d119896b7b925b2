import { Button } from "@mantine/core";
import { IconUsers } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import type { Person } from "../../api/shapes.ts";
import { shellText } from "../../shell/text.ts";
import { useLanguage, useText } from "../../text/language.tsx";
import { sayDay } from "../../text/when.ts";
import classes from "./new-patient.module.css";
import { newPatientText } from "./new-patient-text.ts";

/** Those who may be the person that is to be registered: open one, or say that it is nobody of them. */
export function PossiblySame(props: {
  people: readonly Person[];
  isSending: boolean;
  onOpen: (person: Person) => void;
  onNobody: () => void;
}) {
  const { people, isSending, onOpen, onNobody } = props;
  const text = useText(newPatientText);
  const shell = useText(shellText);
  const { language } = useLanguage();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className={classes.alike} aria-labelledby="alike">
      <h3 id="alike" ref={heading} tabIndex={-1}>
        <IconUsers size={20} stroke={2} aria-hidden />
        {text.alike(people.length)}
      </h3>
      <ul className={classes.people}>
        {people.map((person) => (
          <li key={person.patient}>
            <span>
              <strong>{person.name ?? shell.nameless}</strong> {person.kana}
              <br />
              <span className={classes.more}>
                {sayDay(language, person.birthDate)} · {person.patient}
              </span>
            </span>
            <Button variant="default" onClick={() => onOpen(person)}>
              {text.open}
            </Button>
          </li>
        ))}
      </ul>
      <Button variant="light" loading={isSending} onClick={onNobody}>
        {text.anyway}
      </Button>
    </section>
  );
}
