/** A form for each kind of entry that somebody records or corrects: its fields are the entry's body. */
import { bodyForms } from "./entries/body.ts";
import { courseForms } from "./entries/course.ts";
import { historyForms } from "./entries/history.ts";
import { pregnancyForms } from "./entries/pregnancy.ts";
import type { FormSpec } from "./spec.ts";

export const entryForms = { ...pregnancyForms, ...bodyForms, ...historyForms, ...courseForms };
export type EntryFormType = keyof typeof entryForms;

/** The form of a kind of entry, where it has one. */
export function entryForm(type: string): FormSpec | undefined {
  return Object.hasOwn(entryForms, type) ? entryForms[type as EntryFormType] : undefined;
}
