/** A demo clinic: fictional people in every state there is, made by the commands that a real clinic gives. */
import { type At, type Day, dayOf, earlierDay, startOf } from "../../core/calendar.ts";
import type { Knowledge } from "../../core/knowledge/schema.ts";
import { openPractice } from "../open-practice.ts";
import type { Place } from "../place.ts";
import type { Practice } from "../practice.ts";
import type { Group } from "../views/standing.ts";
import { policies } from "./policies.ts";
import { staff } from "./staff.ts";
import type { DemoState } from "./states.ts";
import { stories } from "./stories/index.ts";
import type { StoryEvent } from "./story.ts";
import { give, Telling } from "./tell.ts";

/** The clinic whose demo it is. */
export const demoClinic = "tokyo-monthly";
/** Another one, where one of its people works too. */
export const otherClinic = "pore-care";

export interface DemoPatient {
  readonly state: DemoState;
  readonly patient: string;
  /** Where the patient stands in today's list. */
  readonly group: Group;
}

/**
 * Fills an empty practice with some months of the demo clinic, up to yesterday evening.
 *
 * @throws Error that names the story, the day and the refusal, where a command does not do what the story says
 */
export async function makeDemo(
  at: string | Place,
  options: {
    /** The demo's today; now, where left out. */
    readonly now?: At;
    readonly knowledge?: Knowledge;
    readonly onProgress?: (done: number, all: number) => void;
  } = {},
): Promise<readonly DemoPatient[]> {
  const { now = Date.now() as At, knowledge, onProgress = () => {} } = options;
  let clock = now;
  const practice = await openPractice(at, {
    now: () => clock,
    ...(knowledge === undefined ? {} : { knowledge }),
  });
  try {
    const zone = practice.knowledge.clinics[demoClinic]?.zone;
    if (zone === undefined) throw new Error(`there is no clinic ${demoClinic}`);
    if ((await practice.ledger.streams("patient/")).length > 0)
      throw new Error(`${typeof at === "string" ? at : "the practice"} holds patients already`);
    const today = dayOf(now, zone);
    const tellings = stories.map(
      (story, place) => new Telling(practice, story, { clinic: demoClinic, today, place }),
    );
    const weeks = byWeek(tellings);
    clock = startOf(weeks[0]?.from ?? today, zone);
    await appoint(practice);
    await sign(practice);
    const all = tellings.reduce((sum, { story }) => sum + story.events.length, 0);
    let done = 0;
    for (const { from, told } of weeks) {
      clock = startOf(from, zone);
      // Nobody's record is read by anybody else's: a week's patients need not wait for one another.
      await Promise.all(
        told.map(async ({ telling, events }) => {
          for (const event of events) {
            await telling.tell(event);
            onProgress(++done, all);
          }
        }),
      );
    }
    return tellings.map(({ patient, story: { state, group } }) => ({ state, patient, group }));
  } finally {
    await practice.ledger.close();
  }
}

interface Week {
  /** Its first day on which something happens. */
  readonly from: Day;
  readonly told: readonly { readonly telling: Telling; readonly events: readonly StoryEvent[] }[];
}

function byWeek(tellings: readonly Telling[]): Week[] {
  const weeks = new Map<number, { from: Day; told: Map<Telling, StoryEvent[]> }>();
  for (const telling of tellings) {
    for (const event of telling.story.events) {
      const day = telling.dayOf(event);
      const number = Math.floor(day / 7);
      const week = weeks.get(number) ?? { from: day, told: new Map<Telling, StoryEvent[]>() };
      const events = week.told.get(telling);
      if (events === undefined) week.told.set(telling, [event]);
      else events.push(event);
      weeks.set(number, { ...week, from: earlierDay(week.from, day) });
    }
  }
  return [...weeks]
    .toSorted(([a], [b]) => a - b)
    .map(([, { from, told }]) => ({
      from,
      told: [...told].map(([telling, events]) => ({ telling, events })),
    }));
}

async function appoint(practice: Practice): Promise<void> {
  for (const { clinic, account, role } of staff(demoClinic, otherClinic)) {
    const result = await give(practice, "appoint-staff", clinic, { account, role }, "administrator");
    if (result.is !== "done") throw new Error(`demo staff, ${role}: ${JSON.stringify(result)}`);
  }
}

/** What a clinic settles before its first patient. */
async function sign(practice: Practice): Promise<void> {
  for (const { by, command, input } of policies) {
    const result = await give(practice, command, demoClinic, input, by);
    if (result.is !== "done") throw new Error(`demo clinic, ${command}: ${JSON.stringify(result)}`);
  }
}
