/** Tells one event of a story to the practice, with its real commands. What was not expected is thrown. */
import { type At, type Day, dayText, plus, startOf } from "../../core/calendar.ts";
import type { Role } from "../../core/entry.ts";
import type { StoredEntry } from "../../ledger/ledger.ts";
import { type CommandName, commandNamed } from "../commands/index.ts";
import type { By } from "../entries.ts";
import { execute, type Result } from "../execute.ts";
import type { Practice } from "../practice.ts";
import { register } from "../register.ts";
import { openDay, opensAtMinute, type Site } from "./opening.ts";
import type { Act, Fictional, Memory, Story, StoryEvent } from "./story.ts";

/** Somebody in a role of the demo: nobody signs in. */
export const demoBy = (role: Role): By => ({ role, id: `demo-${role}`, authenticated: false });

const msPerMinute = 60_000;
/** Minutes from one act to the next. */
const pace = 2;
/** Minutes after midnight at which people at home report: evening. */
const evening = 20 * 60;
/** Years from which nobody asks about puberty. */
const adult = 18;

/** A story that is being told. */
export class Telling {
  readonly story: Story;
  readonly #practice: Practice;
  readonly #clinic: string;
  readonly #zone: string;
  readonly #site: Site;
  readonly #today: Day;
  readonly #late: number;
  readonly #entries: StoredEntry[] = [];
  #patient: string | undefined;
  #now = 0 as At;

  /** @param place of the story among all, so that not everybody comes at the same minute */
  constructor(practice: Practice, story: Story, { clinic, today, place }: Where) {
    const known = practice.knowledge.clinics[clinic];
    const site = known?.sites.find(({ id }) => id === story.site);
    if (known === undefined || site === undefined) throw new Error(`there is no ${clinic}/${story.site}`);
    this.story = story;
    // The same practice by a clock of this story's own.
    this.#practice = { ...practice, now: () => this.#now };
    this.#clinic = clinic;
    this.#zone = known.zone;
    this.#site = site;
    this.#today = today;
    this.#late = (place * 7) % 60;
  }

  /** The patient's number. */
  get patient(): string {
    if (this.#patient === undefined) throw new Error(`${this.story.state} has not begun`);
    return this.#patient;
  }

  /** The day on which an event falls. */
  dayOf({ on, where }: StoryEvent): Day {
    const asked = plus(this.#today, on);
    if (where === "home") return asked;
    const open = openDay(this.#site, asked);
    if (where === "exact" && open !== asked) throw this.#wrong(asked, "the site is closed on an exact day");
    return open;
  }

  async tell(event: StoryEvent): Promise<void> {
    const day = this.dayOf(event);
    const opens = event.where === "home" ? evening : (opensAtMinute(this.#site, day) ?? evening);
    let minute = opens + this.#late;
    const tick = () => {
      const next = (startOf(day, this.#zone) + minute * msPerMinute) as At;
      minute += pace;
      // Two events of one day follow one another, whatever their places.
      this.#now = Math.max(next, this.#now + msPerMinute) as At;
    };
    if (this.#patient === undefined) {
      tick();
      this.#patient = await this.#register(day);
    }
    for (const act of event.acts) {
      tick();
      await this.#do(act, day);
    }
  }

  async #register(day: Day): Promise<string> {
    const { who, site } = this.story;
    const { name, kana, gender } = who;
    const input = {
      name,
      kana,
      gender,
      birthDate: dayText(birthDayOf(who, this.#today)),
      ...(who.ageYears < adult ? { prepubertal: false } : {}),
    };
    const meta = { by: demoBy("front-desk"), site, fictional: true };
    const result = await register(this.#practice, this.#clinic, input, meta);
    if (result.is !== "done" || result.patient === undefined) throw this.#wrong(day, "register", result);
    this.#entries.push(...result.entries);
    return result.patient;
  }

  async #do(act: Act, day: Day): Promise<void> {
    const { by, command: name, refused } = act;
    const input = typeof act.input === "function" ? act.input(this.#memory()) : act.input;
    const result = await give(this.#practice, name, this.patient, input, by);
    if (refused !== undefined) {
      if (result.is !== "refused" || result.refusal.refused !== refused)
        throw this.#wrong(day, `${name}, which should be refused as ${refused}`, result);
      return;
    }
    if (result.is !== "done") throw this.#wrong(day, name, result);
    this.#entries.push(...result.entries);
  }

  #memory(): Memory {
    const last = (type: string) => {
      const found = this.#entries.findLast((entry) => entry.type === type);
      if (found === undefined) throw new Error(`${this.story.state}: there is no ${type} yet`);
      return found;
    };
    return {
      entries: this.#entries,
      last: (type) => last(type).id,
      day: (on) => dayText(plus(this.#today, on)),
      get number() {
        return (last("supply-authorised").body as { readonly number: string }).number;
      },
    };
  }

  #wrong(day: Day, what: string, result?: Result): Error {
    const outcome = result === undefined ? "" : `: ${JSON.stringify(outcomeOf(result))}`;
    return new Error(`demo story "${this.story.state}", ${dayText(day)}, ${what}${outcome}`);
  }
}

interface Where {
  readonly clinic: string;
  readonly today: Day;
  readonly place: number;
}

/** Gives a command by its name, to a patient or a clinic. */
export async function give(
  practice: Practice,
  name: CommandName,
  subject: string,
  input: object,
  by: Role,
): Promise<Result> {
  const command = commandNamed(name);
  if (command === undefined) throw new Error(`there is no command "${name}"`);
  return await execute(practice, command, subject, input, { by: demoBy(by) });
}

/** What a result says, without the whole of its decision. */
function outcomeOf(result: Result): object {
  if (result.is !== "refused") return result.is === "done" ? { is: "done" } : result;
  const against = result.decision?.findings
    .filter(({ verdict }) => verdict !== "pass" && verdict !== "advise")
    .map(({ rule, verdict, reason, facts }) => ({ rule, verdict, reason, facts }));
  return { ...result.refusal, ...(against === undefined ? {} : { against }) };
}

/** Well past a birthday, so that nobody's age changes while the story goes on. */
function birthDayOf({ ageYears, name }: Fictional, today: Day): Day {
  const spread = Array.from(name, (letter) => letter.codePointAt(0) ?? 0).reduce((a, b) => a + b, 0) % 60;
  return plus(today, -Math.round(ageYears * daysAYear) - 250 - spread);
}

const daysAYear = 365.25;
