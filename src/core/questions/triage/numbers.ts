/** Whom to call when nobody at the clinic reads an alarm: the country's numbers, in the order they are needed. */
import { advise } from "../../finding.ts";
import type { Helpline } from "../../knowledge/topics/contacts.ts";
import type { Urgency } from "../../knowledge/topics/urgency.ts";
import { type Asked, remark } from "../question.ts";

/** The crisis line first where somebody is in danger from themselves; beside what can wait, only as good to know. */
export function numbersToCall(urgency: Urgency, crisis: boolean, { knowledge, country }: Asked) {
  const section = urgency === "today" || urgency === "emergency" ? "do" : "know";
  const first: readonly Helpline["kind"][] = crisis
    ? ["crisis", "ambulance", "urgent-advice"]
    : ["ambulance", "urgent-advice", "crisis"];
  const lines = Object.values(knowledge.helplines)
    .filter(({ where }) => where === country)
    .toSorted((a, b) => first.indexOf(a.kind) - first.indexOf(b.kind));
  return [
    remark(section, advise("nobody-reads-alarms", {}, ["decision-helplines"])),
    ...lines.map(({ id, number, kind, cites }) =>
      remark(section, advise("helpline", { number, kind }, cites), { kind: "helpline", id }),
    ),
  ];
}
