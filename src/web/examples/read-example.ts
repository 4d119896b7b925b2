/** Reads a file of examples/ while the web app is built: it throws on whatever is wrong, so that nothing wrong ships. */
import { z } from "zod";
import { parseText, readRecord } from "../../app/record-file.ts";
import { day } from "../../core/calendar.ts";
import type { Knowledge } from "../../core/knowledge/schema.ts";
import type { Example } from "./example.ts";

const words = z.strictObject({ en: z.string().min(1), ja: z.string().min(1) });
const shape = z.strictObject({
  title: words,
  says: words,
  suggest: z.strictObject({
    protocol: z.string().optional(),
    clinic: z.string().optional(),
    on: z.iso.date(),
    supply: z.strictObject({
      product: z.string(),
      capsuleMg: z.number().positive(),
      dailyMg: z.number().positive(),
      dosesPerDay: z.number().positive(),
      days: z.number().positive(),
      refills: z.number().nonnegative(),
    }),
  }),
  entries: z.array(z.unknown()).min(1),
});

export function readExample(file: string, text: string, knowledge: Knowledge): Example {
  const parsed = parseText(file, text);
  if ("says" in parsed) throw new Error(`examples/${file}:${parsed.line ?? 1}: ${parsed.says}`);
  const entries = readRecord(file, parsed);
  if ("problems" in entries) {
    throw new Error(
      entries.problems.map(({ line, says }) => `examples/${file}:${line ?? 1}: ${says}`).join("\n"),
    );
  }
  const read = shape.safeParse(parsed.value);
  if (!read.success) throw new Error(`examples/${file}: ${z.prettifyError(read.error)}`);
  const { title, says, suggest } = read.data;
  const under = suggest.clinic ?? suggest.protocol;
  const known = under !== undefined && (knowledge.clinics[under] ?? knowledge.protocols[under]) !== undefined;
  if (!known) throw new Error(`examples/${file}: suggest names no protocol or clinic of knowledge/`);
  if (knowledge.products[suggest.supply.product] === undefined) {
    throw new Error(`examples/${file}: there is no product "${suggest.supply.product}"`);
  }
  return {
    id: file.replace(/\.yaml$/, ""),
    title,
    says,
    suggest: { under, on: day(suggest.on), supply: suggest.supply },
    entries,
  };
}
