import { z } from "zod";
import { mostNote } from "./recording.ts";

/** Why, in somebody's own words: kept privately. */
export const reasonInput = z.string().trim().min(1).max(mostNote);
