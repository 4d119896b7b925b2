import { Button, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import type { ErasureView } from "../../../app/views/erasure-shapes.ts";
import { newKey } from "../../api/new-key.ts";
import { part, request } from "../../api/request.ts";
import { Card } from "../../kit/card.tsx";
import { Refused } from "../../kit/refused.tsx";
import { useText } from "../../text/language.tsx";
import classes from "./page.module.css";
import { dataText } from "./text.ts";

/** Keeps the record and has it no longer used, or used again. */
export function RestrictCard({ view }: { view: ErasureView }) {
  const { patient, restricted } = view;
  const text = useText(dataText);
  const client = useQueryClient();
  const [reason, setReason] = useState("");
  const key = useRef(newKey());
  const command = restricted ? "lift-restriction" : "restrict-processing";
  const sending = useMutation({
    mutationFn: () =>
      request(`/api/patients/${part(patient)}/${command}`, {
        method: "POST",
        body: { reason: reason.trim() },
        headers: { "Isoward-Role": "administrator", "Idempotency-Key": key.current },
      }),
    onSuccess: async () => {
      key.current = newKey();
      setReason("");
      await client.invalidateQueries();
    },
  });
  return (
    <Card id="restrict" heading={text.restrictHeading} className="screen-only">
      {restricted ? (
        <p className={classes.state} role="status">
          {text.restricted}
        </p>
      ) : undefined}
      <p className={classes.more}>{text.restrictMore}</p>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          sending.mutate();
        }}
      >
        <Textarea
          label={text.reason}
          description={text.reasonHint}
          rows={2}
          maxLength={2000}
          required
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        <Refused cause={sending.error} />
        <Button type="submit" variant="default" disabled={reason.trim() === ""} loading={sending.isPending}>
          {restricted ? text.lift : text.restrict}
        </Button>
      </form>
    </Card>
  );
}
