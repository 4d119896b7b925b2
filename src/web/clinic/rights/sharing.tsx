import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Rights } from "../../../app/views/rights-shapes.ts";
import { privateTopics } from "../../../core/vocabulary.ts";
import { order } from "../../api/staff.ts";
import { Ticks } from "../../kit/choices.tsx";
import { Refused } from "../../kit/refused.tsx";
import { useText } from "../../text/language.tsx";
import classes from "./rights.module.css";
import { rightsText } from "./text.ts";

/** What a minor shows whoever has custody: the patient's own choice, and nobody else's. */
export function Sharing({ patient, shared }: { patient: string; shared: Rights["shared"] }) {
  const text = useText(rightsText);
  const client = useQueryClient();
  const [chosen, choose] = useState<Rights["shared"]>(shared);
  const saving = useMutation({
    mutationFn: () => order({ patient }, "share-with-guardian", { topics: chosen }, "patient"),
    onSuccess: () => client.invalidateQueries(),
  });
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate();
      }}
    >
      <Ticks
        label={text.sharing}
        more={text.sharingMore}
        value={chosen}
        choices={privateTopics.map((topic) => ({ value: topic, label: text.topics[topic] }))}
        onChange={(next) => {
          saving.reset();
          choose(privateTopics.filter((topic) => next.includes(topic)));
        }}
      />
      <Refused cause={saving.error} />
      <div className={classes.buttons}>
        <Button type="submit" variant="default" loading={saving.isPending}>
          {text.save}
        </Button>
      </div>
      <p role="status" className={classes.saved}>
        {saving.isSuccess ? text.saved : ""}
      </p>
    </form>
  );
}
