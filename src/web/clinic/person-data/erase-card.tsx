import { Button, TextInput } from "@mantine/core";
import { IconPrinter, IconTrash } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ErasureProof, ErasureView } from "../../../app/views/erasure-shapes.ts";
import { part, request } from "../../api/request.ts";
import { Card } from "../../kit/card.tsx";
import { Dialog } from "../../kit/dialog.tsx";
import { Refused } from "../../kit/refused.tsx";
import { useLanguage, useText } from "../../text/language.tsx";
import { useWhen } from "../../text/use-when.ts";
import classes from "./page.module.css";
import { dataText } from "./text.ts";

/** Erases somebody in two steps, says what stands against it, and shows the proof. */
export function EraseCard({ view, zone }: { view: ErasureView; zone: string }) {
  const text = useText(dataText);
  const { language } = useLanguage();
  const when = useWhen(zone);
  const [asking, ask] = useState(false);
  const { may, against, kept, proof } = view;
  if (proof !== null) return <Proof proof={proof} zone={zone} />;
  return (
    <Card id="erase" heading={text.eraseHeading} className="screen-only">
      <p className={classes.more}>{text.eraseMore}</p>
      {against.length === 0 ? undefined : (
        <div className={classes.against}>
          <h3>{text.against}</h3>
          <ul className={classes.against}>
            {against.map(({ id, text: says, remedy }) => (
              <li key={`${id} ${says.en}`}>
                <p>{says[language]}</p>
                <p>{remedy[language]}</p>
              </li>
            ))}
          </ul>
        </div>
      )}
      {may && kept !== null ? (
        <p className={classes.kept}>{text.keptUntil(kept.years, when.fullDay(kept.untilDay))}</p>
      ) : undefined}
      {may ? (
        <Button
          color="red"
          variant="light"
          leftSection={<IconTrash size={18} aria-hidden />}
          onClick={() => ask(true)}
        >
          {text.ask}
        </Button>
      ) : undefined}
      {asking ? <Confirm patient={view.patient} onClose={() => ask(false)} /> : undefined}
    </Card>
  );
}

function Confirm({ patient, onClose }: { patient: string; onClose: () => void }) {
  const text = useText(dataText);
  const client = useQueryClient();
  const [typed, setTyped] = useState("");
  const erasing = useMutation({
    mutationFn: () =>
      request(`/api/patients/${part(patient)}/erase-person`, {
        method: "POST",
        body: { confirm: typed },
        headers: { "Isoward-Role": "administrator" },
      }),
    onSuccess: async () => {
      // What is remembered here of the person is gone too.
      client.removeQueries({ queryKey: ["patient", patient] });
      await client.invalidateQueries();
      onClose();
    },
  });
  const isRight = typed.normalize("NFKC").replaceAll(/[\s-]/g, "").toUpperCase() === patient;
  return (
    <Dialog heading={text.confirmHeading} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isRight) erasing.mutate();
        }}
      >
        <p>{text.eraseMore}</p>
        <p className={classes.kept}>{text.confirmMore}</p>
        <TextInput
          mt={14}
          size="md"
          label={text.confirm(patient)}
          value={typed}
          autoComplete="off"
          spellCheck={false}
          maxLength={20}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <Refused cause={erasing.error} />
        <div className={classes.buttons}>
          <Button type="submit" size="md" color="red" disabled={!isRight} loading={erasing.isPending}>
            {text.erase}
          </Button>
          <Button size="md" variant="default" onClick={onClose}>
            {text.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function Proof({ proof, zone }: { proof: ErasureProof; zone: string }) {
  const text = useText(dataText);
  const when = useWhen(zone);
  const { number, stream, erasedAt, keyHash, hash } = proof;
  return (
    <Card id="erase" heading={text.erased}>
      <p className={classes.more}>{text.proofMore}</p>
      <dl className={classes.proof}>
        <div>
          <dt>{text.proof.number}</dt>
          <dd>{number}</dd>
        </div>
        <div>
          <dt>{text.proof.stream}</dt>
          <dd>{stream}</dd>
        </div>
        <div>
          <dt>{text.proof.erasedAt}</dt>
          <dd>
            {when.fullAt(erasedAt)} <code>{erasedAt}</code>
          </dd>
        </div>
        <div>
          <dt>{text.proof.keyHash}</dt>
          <dd>{keyHash === null ? text.noKey : <code>{keyHash}</code>}</dd>
        </div>
        <div>
          <dt>{text.proof.hash}</dt>
          <dd>
            <code>{hash}</code>
          </dd>
        </div>
      </dl>
      <Button
        className="screen-only"
        variant="default"
        leftSection={<IconPrinter size={18} aria-hidden />}
        onClick={() => window.print()}
      >
        {text.print}
      </Button>
    </Card>
  );
}
