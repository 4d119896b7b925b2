/** Whom to call when nobody at the clinic reads an alarm: the clinic itself, and the country's numbers, in the order they are needed. */
import { advise } from "../../finding.ts";
import type { Helpline } from "../../knowledge/topics/contacts.ts";
import type { Urgency } from "../../knowledge/topics/urgency.ts";
import { type Asked, remark, type Section } from "../question.ts";

/** What decides which numbers come first. */
export interface Need {
  readonly urgency: Urgency;
  /** Danger to oneself: somebody to talk to comes before an ambulance. */
  readonly crisis: boolean;
  /** Something of the mind is among it. */
  readonly mood: boolean;
}

/**
 * What has to be called about now, and what is only good to know: an ambulance is not for what the clinic can hear the
 * same day, nor is a crisis line for what is not of the mind. Every number is given all the same.
 */
export function numbersToCall({ urgency, crisis, mood }: Need, { knowledge, country }: Asked) {
  const now = urgency === "emergency";
  const soon = now || urgency === "today";
  const needed: { readonly [K in Helpline["kind"]]: boolean } = {
    ambulance: now,
    "urgent-advice": soon,
    crisis: soon && (crisis || mood),
  };
  const order: readonly Helpline["kind"][] = crisis
    ? ["crisis", "ambulance", "urgent-advice"]
    : ["ambulance", "urgent-advice", "crisis"];
  const lines = Object.values(knowledge.helplines)
    .filter(({ where }) => where === country)
    .toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  const section: Section = soon ? "do" : "know";
  return [
    remark(section, advise("nobody-reads-alarms", {}, ["decision-helplines"])),
    ...(now ? [] : [remark(section, advise("clinic-number", {}, ["decision-helplines"]))]),
    ...lines.map(({ id, number, kind, cites }) => {
      const facts = { number, kind };
      const about = { kind: "helpline", id } as const;
      if (needed[kind]) return remark("do", advise("helpline", facts, cites), about);
      return kind === "crisis"
        ? remark("know", advise("helpline-to-talk", facts, cites), about)
        : remark("know", advise("helpline-if-worse", facts, cites), about);
    }),
  ];
}
