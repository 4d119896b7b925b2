/** Whom to call, and to whom to report, by country. */
import { z } from "zod";
import { cites, id, jurisdiction, words } from "../parts.ts";

export const helplineSchema = z.strictObject({
  id,
  where: jurisdiction,
  kind: z.enum(["ambulance", "urgent-advice", "crisis"]),
  number: z.string().min(2),
  name: words,
  cites,
});

export const authoritySchema = z.strictObject({
  id,
  where: jurisdiction,
  takes: z.array(z.enum(["pregnancy-exposure", "adverse-event"])).min(1),
  name: words,
  /** How a report reaches it, as far as a source says. */
  how: words,
  cites,
});

export type Helpline = z.output<typeof helplineSchema>;
export type ReportAuthority = z.output<typeof authoritySchema>;
