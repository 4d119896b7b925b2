/** A story: what was done for one fictional patient, on which day before today, and by whom. */
import type { Role } from "../../core/entry.ts";
import type { RefusalId } from "../../core/refusal.ts";
import type { StoredEntry } from "../../ledger/ledger.ts";
import type { CommandName } from "../commands/index.ts";
import type { Group } from "../views/standing.ts";
import type { DemoState } from "./states.ts";

/** Somebody who does not exist. */
export interface Fictional {
  readonly name: string;
  /** The reading. */
  readonly kana: string;
  readonly ageYears: number;
  readonly gender: "female" | "male";
  readonly kg: number;
}

export interface Story {
  readonly state: DemoState;
  readonly who: Fictional;
  readonly site: "first" | "second";
  /** The group of today's list in which the patient stands. */
  readonly group: Group;
  /** The first begins with the registration. */
  readonly events: readonly StoryEvent[];
}

export interface StoryEvent {
  /** Days from today: -1 is yesterday. Nothing happens today, so that any hour is late enough. */
  readonly on: number;
  /** A visit falls on the last day on which the site is open; an exact one must find it open; home never closes. */
  readonly where: "visit" | "exact" | "home";
  readonly acts: readonly Act[];
}

/** One command, given by somebody in a demo role. */
export interface Act {
  readonly by: Role;
  readonly command: CommandName;
  readonly input: object | ((memory: Memory) => object);
  /** What refuses it, where that is the point. */
  readonly refused?: RefusalId;
}

/** What was written for the patient so far. */
export interface Memory {
  readonly entries: readonly StoredEntry[];
  /** The number of the last authorisation. */
  readonly number: string;
  /** The id of the last entry of a type. */
  readonly last: (type: string) => string;
  /** A day counted from today, as text. */
  readonly day: (on: number) => string;
}

export const visit = (on: number, ...acts: readonly (Act | readonly Act[])[]): StoryEvent => ({
  on,
  where: "visit",
  acts: acts.flat(),
});

export const exactly = (on: number, ...acts: readonly (Act | readonly Act[])[]): StoryEvent => ({
  on,
  where: "exact",
  acts: acts.flat(),
});

export const atHome = (on: number, ...acts: readonly (Act | readonly Act[])[]): StoryEvent => ({
  on,
  where: "home",
  acts: acts.flat(),
});
