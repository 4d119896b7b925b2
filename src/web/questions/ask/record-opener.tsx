import { Button } from "@mantine/core";
import { IconFileImport, IconX } from "@tabler/icons-react";
import { useId, useRef, useState } from "react";
import type { OpenedFiles } from "../../check/patient.ts";
import type { NamedText, Opening } from "../../check/read-files.ts";
import { useText } from "../../text/language.tsx";
import { questionsText } from "../text.ts";
import classes from "./record-opener.module.css";

/** Takes a record from files, which are read here and sent nowhere; it fills in what it knows. */
export function RecordOpener(props: {
  opened: OpenedFiles | undefined;
  onOpened: (opened: OpenedFiles | undefined) => void;
}) {
  const { opened, onOpened } = props;
  const text = useText(questionsText);
  const [files, setFiles] = useState<readonly NamedText[]>([]);
  const [opening, setOpening] = useState<Opening>();
  const input = useRef<HTMLInputElement>(null);
  const id = useId();

  async function read(texts: readonly NamedText[], patient?: string): Promise<void> {
    const { loadReader } = await import("../../check/reader.ts");
    const { readFiles } = await loadReader();
    const next = readFiles(texts, patient);
    setFiles(texts);
    setOpening(next);
    // Nobody may read another patient's answer beside a file that could not be read.
    onOpened(next.is === "opened" ? next.opened : undefined);
  }
  async function take(list: FileList | null): Promise<void> {
    const chosen = [...(list ?? [])];
    if (chosen.length === 0) return;
    await read(await Promise.all(chosen.map(async (file) => ({ name: file.name, text: await file.text() }))));
    // The same file can be chosen again, once it has been mended.
    if (input.current !== null) input.current.value = "";
  }
  return (
    <div className={classes.opener}>
      <Button
        variant="light"
        leftSection={<IconFileImport size={17} aria-hidden />}
        aria-describedby={id}
        onClick={() => input.current?.click()}
      >
        {text.openRecord}
      </Button>
      <input
        ref={input}
        className="visually-hidden"
        type="file"
        multiple
        accept=".json,.yaml,.yml,application/json,application/fhir+json"
        tabIndex={-1}
        aria-label={text.openRecord}
        onChange={({ currentTarget }) => void take(currentTarget.files)}
      />
      <p id={id} className={classes.more}>
        {text.openRecordMore}
      </p>
      <div aria-live="polite">
        {opened === undefined ? undefined : (
          <p className={classes.opened}>
            <span>{opened.files.join(", ")}</span>
            <Button
              variant="subtle"
              size="compact-sm"
              leftSection={<IconX size={15} aria-hidden />}
              onClick={() => {
                setOpening(undefined);
                onOpened(undefined);
              }}
            >
              {text.closeRecord}
            </Button>
          </p>
        )}
        {opening?.is === "refused" ? <Refused opening={opening} /> : undefined}
        {opening?.is === "which" ? (
          <div>
            <p>{text.whichPatient}</p>
            {opening.patients.map((patient) => (
              <Button key={patient} variant="default" size="xs" onClick={() => void read(files, patient)}>
                {patient}
              </Button>
            ))}
          </div>
        ) : undefined}
      </div>
    </div>
  );
}

const mostShown = 4;

function Refused({ opening }: { opening: Opening & { readonly is: "refused" } }) {
  const text = useText(questionsText);
  return (
    <div className={classes.refused}>
      <p>{text.notRead}</p>
      <ul lang="en">
        {opening.problems.slice(0, mostShown).map(({ file, line, says, remedy }) => (
          <li key={`${file} ${line} ${says}`}>
            {file}
            {line === undefined ? "" : `:${line}`}: {says}. {remedy}
          </li>
        ))}
      </ul>
    </div>
  );
}
