/** May this authorised supply be handed out now? Redeeming decides again, as of this moment. */
import { type Authorisation, authorisationOf } from "./authorisations.ts";
import type { Day } from "./calendar.ts";
import { type Decision, decide } from "./decide.ts";
import type { Context } from "./judge.ts";
import type { Indicated, SupplyQuestion } from "./question.ts";
import type { Record } from "./record.ts";
import { dispensingGate } from "./rules/index.ts";

/** What is about to be handed out. Whatever is left out is not known, and is asked about. */
export interface HandedOut {
  /** The authorisation to be redeemed. */
  readonly number: string;
  readonly product?: string;
  readonly capsuleMg?: number;
  readonly capsules?: number;
  readonly lot?: string;
  readonly expiresOn?: Day;
}

/** The whole answer; for a number nobody gave it is a stop. Anything but a pass refuses. */
export function decideDispensing(handed: HandedOut, context: Context): Decision {
  return decide(dispensingGate, dispensingQuestion(handed, context.record), context);
}

/**
 * The question a dispensing asks: the amount is what is handed out, and where that is not said what was authorised. A
 * part of the capsules lasts a part of the days.
 */
export function dispensingQuestion(handed: HandedOut, record: Record): SupplyQuestion {
  const { number, product, capsuleMg, capsules, lot, expiresOn } = handed;
  const authorisation = authorisationOf(record.authorisations, number);
  const authorised = authorisation === undefined ? { refills: 0 } : authorisedQuestion(authorisation);
  return {
    ...authorised,
    ...present({ product, capsuleMg, capsules }),
    ...(authorisation === undefined ? {} : { days: daysOf(handed, authorisation) }),
    dispensing: present({ number, product, capsuleMg, capsules, lot, expiresOnDay: expiresOn }),
  };
}

/** The supply an authorisation was given for: the amount, and the order and indication that were asked about with it. */
export function authorisedQuestion({ body }: Pick<Authorisation, "body">): SupplyQuestion {
  const { product, capsuleMg, capsules, dailyMg, dosesPerDay, days, decision } = body;
  const { order, indication } = decision?.question ?? {};
  return {
    product,
    capsuleMg,
    capsules,
    dailyMg,
    dosesPerDay,
    days,
    refills: 0,
    ...(typeof order === "string" ? { order } : {}),
    ...(isIndicated(indication) ? { indication } : {}),
  };
}

function daysOf(handed: HandedOut, { body }: Authorisation): number {
  const { capsules = body.capsules, capsuleMg = body.capsuleMg } = handed;
  return capsules === body.capsules ? body.days : Math.ceil((capsules * capsuleMg) / body.dailyMg);
}

function isIndicated(value: unknown): value is Indicated {
  return typeof value === "object" && value !== null && "text" in value && typeof value.text === "string";
}

type Present<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** The same without keys that hold nothing. */
function present<T extends object>(values: T): Present<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Present<T>;
}
