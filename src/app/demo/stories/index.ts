/** All stories, in the order of today's groups. */
import type { Story } from "../story.ts";
import { alarmStories } from "./alarm.ts";
import { gatherStories } from "./gather.ts";
import { dispenseStories, prescribeStories } from "./ready.ts";
import { endedStories, heldStories, treatedStories, waitStories } from "./under-way.ts";

export const stories: readonly Story[] = [
  ...alarmStories,
  ...dispenseStories,
  ...prescribeStories,
  ...gatherStories,
  ...waitStories,
  ...heldStories,
  ...treatedStories,
  ...endedStories,
];
