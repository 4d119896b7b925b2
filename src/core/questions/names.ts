/** The questions by name, for whoever must not load them all: the command line loads only what is asked for. */
import type { QuestionId } from "./index.ts";

const every: { readonly [Q in QuestionId]: true } = {
  "contraception-trouble": true,
  aftercare: true,
  "next-course": true,
  interactions: true,
  labs: true,
  response: true,
  expect: true,
  "may-i": true,
  "missed-dose": true,
  claims: true,
  report: true,
  triage: true,
  eligibility: true,
  price: true,
  plan: true,
  indication: true,
};

export const questionNames = Object.keys(every) as readonly QuestionId[];
