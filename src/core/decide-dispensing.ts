/** May this authorised supply be handed out now? Redeeming decides again, as of this moment. */
import { authorisationOf } from "./authorisations.ts";
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
  const given = authorisationOf(record.authorisations, number)?.body;
  const amount = {
    product: product ?? given?.product,
    capsuleMg: capsuleMg ?? given?.capsuleMg,
    capsules: capsules ?? given?.capsules,
    dailyMg: given?.dailyMg,
    dosesPerDay: given?.dosesPerDay,
  };
  const whole = capsules === undefined || capsules === given?.capsules;
  const days =
    given === undefined || whole || amount.capsules === undefined || amount.capsuleMg === undefined
      ? given?.days
      : Math.ceil((amount.capsules * amount.capsuleMg) / given.dailyMg);
  return present({
    ...askedFor(given?.decision?.question),
    ...present({ ...amount, days }),
    refills: 0,
    dispensing: present({ number, product, capsuleMg, capsules, lot, expiresOnDay: expiresOn }),
  });
}

/** What the prescriber's question held beside the amount: the order it was, and what it is for. */
function askedFor(question: { readonly [key: string]: unknown } | undefined): Partial<SupplyQuestion> {
  const { order, indication } = question ?? {};
  return {
    ...(typeof order === "string" ? { order } : {}),
    ...(isIndicated(indication) ? { indication } : {}),
  };
}

function isIndicated(value: unknown): value is Indicated {
  return typeof value === "object" && value !== null && "text" in value && typeof value.text === "string";
}

type Present<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** The same without keys that hold nothing. */
function present<T extends object>(values: T): Present<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Present<T>;
}
