import { NativeSelect } from "@mantine/core";
import { listProtocols } from "../../core/knowledge/protocol-list.ts";
import { DayField } from "../kit/day-field.tsx";
import { Field } from "../kit/field.tsx";
import { knowledge } from "../knowledge.ts";
import { useLanguage, useText } from "../text/language.tsx";
import type { Asked } from "./asked.ts";
import classes from "./page.module.css";
import { protocolsText } from "./text.ts";

/** The two that are compared, and the day. */
export function Chooser({ asked, onAsk }: { asked: Asked; onAsk: (change: Partial<Asked>) => void }) {
  const text = useText(protocolsText);
  return (
    <div className={classes.fields}>
      <Field label={text.first}>
        {(id) => <Choice id={id} value={asked.a} asked={asked} onChoose={(a) => onAsk({ a })} />}
      </Field>
      <Field label={text.second}>
        {(id) => <Choice id={id} value={asked.b} asked={asked} onChoose={(b) => onAsk({ b })} />}
      </Field>
      <Field label={text.on}>
        {(id) => (
          <DayField id={id} value={asked.on} onChange={(on) => (on === null ? undefined : onAsk({ on }))} />
        )}
      </Field>
    </div>
  );
}

function Choice(props: { id: string; value: string; asked: Asked; onChoose: (id: string) => void }) {
  const { id, value, asked, onChoose } = props;
  const text = useText(protocolsText);
  const { language } = useLanguage();
  const all = listProtocols(knowledge, asked.on);
  const items = (those: typeof all) => those.map((one) => ({ value: one.id, label: one.title[language] }));
  const known = all.some((one) => one.id === value);
  return (
    <NativeSelect
      id={id}
      value={value}
      onChange={({ currentTarget }) => onChoose(currentTarget.value)}
      data={[
        ...(known ? [] : [{ value, label: value }]),
        { group: text.clinics, items: items(all.filter(({ is }) => is === "clinic")) },
        { group: text.protocols, items: items(all.filter(({ is, usable }) => is === "protocol" && usable)) },
        { group: text.layers, items: items(all.filter(({ usable }) => !usable)) },
      ]}
    />
  );
}
