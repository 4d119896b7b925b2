import { Button } from "@mantine/core";
import { IconAlertTriangle, IconFileImport } from "@tabler/icons-react";
import { type DragEvent, useId, useRef, useState } from "react";
import { zoneOf } from "../../app/decide-supply.ts";
import { type At, dayOf } from "../../core/calendar.ts";
import { knowledge } from "../knowledge.ts";
import { useSpeech } from "../text/speech.tsx";
import classes from "./file-drop.module.css";
import { filesPatient } from "./patient.ts";
import type { FileProblem, NamedText, Opening } from "./read-files.ts";
import type { CheckAction, CheckState } from "./state.ts";

/** Opens files in the browser: by dropping or by choosing. */
export function FileDrop({
  state,
  dispatch,
  onRead,
}: {
  state: CheckState;
  dispatch: (action: CheckAction) => void;
  onRead: (readable: boolean) => void;
}) {
  const { text } = useSpeech();
  const [over, setOver] = useState(false);
  const [reading, setReading] = useState(false);
  const [problems, setProblems] = useState<readonly FileProblem[]>([]);
  const [which, setWhich] = useState<{ files: readonly NamedText[]; patients: readonly string[] }>();
  const input = useRef<HTMLInputElement>(null);
  const hint = useId();

  async function open(files: readonly NamedText[], patient?: string): Promise<void> {
    setReading(true);
    try {
      const { loadReader } = await import("./reader.ts");
      const { readFiles } = await loadReader();
      settle(readFiles(files, patient), files);
    } finally {
      setReading(false);
    }
  }

  function settle(opening: Opening, files: readonly NamedText[]): void {
    setProblems(opening.is === "refused" ? opening.problems : []);
    setWhich(opening.is === "which" ? { files, patients: opening.patients } : undefined);
    // Nobody may read another patient's answer beside a file that could not be read.
    onRead(opening.is === "opened");
    if (opening.is !== "opened") return;
    const { suggest } = opening.opened;
    const known =
      suggest?.under !== undefined &&
      (knowledge.clinics[suggest.under] ?? knowledge.protocols[suggest.under]);
    const under = known === undefined || known === false ? state.under : known.id;
    const protocol = knowledge.clinics[under]?.on ?? under;
    const zone = zoneOf(
      { protocol, confirmedEditions: [], ...(knowledge.clinics[under] && { clinic: under }) },
      knowledge,
    );
    dispatch({
      do: "open",
      state: {
        patient: filesPatient(opening.opened),
        under,
        on: suggest?.on ?? dayOf(Date.now() as At, zone),
        confirmed: [],
        order: 0,
        supply: {},
        facts: {},
      },
    });
  }

  async function take(list: FileList | null): Promise<void> {
    const files = [...(list ?? [])];
    if (files.length === 0) return;
    await open(await Promise.all(files.map(async (file) => ({ name: file.name, text: await file.text() }))));
    // The same file can be chosen again, once it has been mended.
    if (input.current !== null) input.current.value = "";
  }

  const drag = (inside: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(inside);
  };
  return (
    <div>
      <div
        className={classes.drop}
        data-over={over || undefined}
        onDragOver={drag(true)}
        onDragLeave={drag(false)}
        onDrop={(event) => {
          drag(false)(event);
          void take(event.dataTransfer.files);
        }}
      >
        <IconFileImport size={26} stroke={1.6} aria-hidden />
        <p>{reading ? text.patient.reading : text.patient.drop}</p>
        <Button variant="light" size="sm" onClick={() => input.current?.click()} aria-describedby={hint}>
          {text.patient.choose}
        </Button>
        <input
          ref={input}
          className="visually-hidden"
          type="file"
          multiple
          accept=".json,.yaml,.yml,application/json,application/fhir+json"
          tabIndex={-1}
          aria-label={text.patient.choose}
          onChange={(event) => void take(event.currentTarget.files)}
        />
        <p className={classes.hint} id={hint}>
          {text.patient.accepts}
        </p>
      </div>
      <div aria-live="polite">
        {which === undefined ? undefined : (
          <div className={classes.which}>
            <strong>{text.patient.whichPatient}</strong>
            <p>{text.patient.whichPatientMore}</p>
            <ul>
              {which.patients.map((id) => (
                <li key={id}>
                  <Button variant="default" size="xs" onClick={() => void open(which.files, id)}>
                    {id}
                  </Button>
                </li>
              ))}
            </ul>
          </div>
        )}
        {problems.length === 0 ? undefined : <Problems problems={problems} />}
      </div>
    </div>
  );
}

const mostShown = 8;

function Problems({ problems }: { problems: readonly FileProblem[] }) {
  const { text } = useSpeech();
  return (
    <div className={classes.problems}>
      <p className={classes.problemsTop}>
        <IconAlertTriangle size={18} stroke={2} aria-hidden />
        {text.patient.problems(problems.length)}
      </p>
      <ul>
        {problems.slice(0, mostShown).map(({ file, line, says, remedy }, index) => (
          <li key={`${file}-${index}`}>
            <code>
              {file}
              {line === undefined ? "" : `, ${text.patient.line(line)}`}
            </code>
            <span lang="en">{says}</span>
            <span lang="en" className={classes.remedy}>
              → {remedy}
            </span>
          </li>
        ))}
      </ul>
      {problems.length > mostShown ? <p>…</p> : undefined}
    </div>
  );
}
