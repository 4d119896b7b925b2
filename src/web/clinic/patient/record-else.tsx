import { Button, TextInput } from "@mantine/core";
import { IconArrowLeft, IconPencilPlus, IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import type { Done } from "../../api/shapes.ts";
import { useEntries } from "../../api/use-entries.ts";
import { useKnowledge } from "../../api/use-knowledge.ts";
import { Dialog } from "../../kit/dialog.tsx";
import { useRole } from "../../shell/role.tsx";
import { useLanguage, useText } from "../../text/language.tsx";
import { shortWords } from "../../text/terms.ts";
import { useCommands } from "../../text/use-commands.ts";
import { courseChangesOf } from "../forms/course-forms.ts";
import { type ElseForm, elseForms, elseGroups } from "../forms/else-forms.ts";
import { useThisPatient } from "./on-patient.tsx";
import { OneOf } from "./one-of.tsx";
import classes from "./record-else.module.css";
import { recordText } from "./record-text.ts";
import { Recorded } from "./recorded.tsx";

/** Anything that can be recorded, whatever the steps ask for: alarms stand first. */
export function RecordElse() {
  const text = useText(recordText);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="light"
        leftSection={<IconPencilPlus size={17} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {text.else}
      </Button>
      {open ? <ElseDialog onClose={() => setOpen(false)} /> : undefined}
    </>
  );
}

function ElseDialog({ onClose }: { onClose: () => void }) {
  const text = useText(recordText);
  const nameOf = useNames();
  const [chosen, choose] = useState<ElseForm>();
  const [done, setDone] = useState<readonly Done[]>();
  return (
    <Dialog heading={chosen === undefined ? text.else : nameOf(chosen)} onClose={onClose}>
      {done !== undefined ? (
        <div className={classes.done}>
          <Recorded done={done} />
          <div className={classes.buttons}>
            <Button autoFocus onClick={onClose}>
              {text.doneHere}
            </Button>
            <Button
              variant="default"
              onClick={() => {
                setDone(undefined);
                choose(undefined);
              }}
            >
              {text.else}
            </Button>
          </div>
        </div>
      ) : chosen === undefined ? (
        <ElseList onChoose={choose} />
      ) : (
        <>
          <Button
            className={classes.back ?? ""}
            variant="subtle"
            size="compact-md"
            leftSection={<IconArrowLeft size={16} aria-hidden />}
            onClick={() => choose(undefined)}
          >
            {text.back}
          </Button>
          <OneOf forms={[chosen]} takesFocus slot="else" onDone={setDone} />
        </>
      )}
    </Dialog>
  );
}

function ElseList({ onChoose }: { onChoose: (form: ElseForm) => void }) {
  const text = useText(recordText);
  const { language } = useLanguage();
  const role = useRole();
  const nameOf = useNames();
  const { patient, course } = useThisPatient();
  const forms = elseForms(useKnowledge(), useEntries(patient), courseChangesOf(course));
  const [find, setFind] = useState("");
  const wanted = find.trim().normalize("NFKC").toLowerCase();
  const found = elseGroups
    .map((group) => ({
      group,
      forms: forms[group].filter((one) => nameOf(one).toLowerCase().includes(wanted)),
    }))
    .filter((one) => one.forms.length > 0);
  return (
    <>
      <TextInput
        aria-label={text.elseFind}
        placeholder={text.elseFind}
        leftSection={<IconSearch size={16} aria-hidden />}
        autoFocus
        value={find}
        onChange={({ currentTarget }) => setFind(currentTarget.value)}
      />
      {found.length === 0 ? <p className={classes.none}>{text.notFound}</p> : undefined}
      {found.map(({ group, forms: these }) => (
        <section key={group} className={classes.group} data-group={group}>
          <h3 className={classes.heading}>{text.groups[group]}</h3>
          <ul className={classes.list}>
            {these.map((one) => {
              const mine = one.form.by.includes(role);
              const who = one.form.by.filter((by) => by !== "unknown");
              return (
                <li key={`${one.form.command} ${one.named ?? ""}`}>
                  <button
                    type="button"
                    className={classes.item}
                    disabled={!mine}
                    onClick={() => onChoose(one)}
                  >
                    {nameOf(one)}
                    {mine ? undefined : (
                      <span className={classes.who}>
                        {who
                          .map((by) => shortWords[language].roles[by])
                          .join(language === "ja" ? "・" : ", ")}
                      </span>
                    )}
                  </button>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </>
  );
}

/** What an item is called: by its own words, else by its command's. */
function useNames(): (form: ElseForm) => string {
  const text = useText(recordText);
  const titles = useCommands();
  return ({ named, form }) => (named === undefined ? titles[form.command] : text[named]);
}
