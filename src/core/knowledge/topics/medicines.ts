/** Other medicines beside isotretinoin: what each does, by every name; and what is asked about and is no medicine. */
import { z } from "zod";
import { parseDay } from "../../calendar.ts";
import { routes } from "../../names/route.ts";
import { cites, code, id, judgements, words } from "../parts.ts";

const dayText = z
  .string()
  .refine((text) => parseDay(text) !== undefined, "a calendar day, written YYYY-MM-DD");
const names = z.array(z.string().min(1)).default([]);

export const medicineSchema = z
  .strictObject({
    id,
    name: words,
    brands: z.array(z.string()).default([]),
    /** Other names it is looked for by, in either language: spellings, salts, what people call it. */
    aliases: names,
    class: id,
    /**
     * `none`: looked for, and a source speaks for it. `silent`: known by name, and nothing read says anything of it,
     * which is not the same and asks.
     */
    finding: z.enum(["interaction", "none", "silent"]).default("interaction"),
    /** The day on which it was looked for, where nothing was found. */
    checkedOn: dayText.optional(),
    /** `pass` only where nothing was found. */
    verdict: z.enum(["stop", "ask", "advise", "pass"]),
    /** Applies only beside hormonal contraception. */
    onlyWithHormonalContraception: z.boolean().default(false),
    /** Some of its class weaken hormonal contraception, and no source read says which. */
    mayWeakenHormonalContraception: z.boolean().default(false),
    /** The method of contraceptives.yaml that it is: its codes stand there. */
    contraceptive: id.optional(),
    codes: z.array(code).default([]),
    /** ATC beginnings that belong to the class. */
    atcPrefixes: z.array(z.string()).default([]),
    systemicOnly: z.boolean().default(false),
    /** What holds instead where it is used in another way. */
    byRoute: z
      .array(
        z.strictObject({
          routes: z.array(z.enum(routes)).min(1),
          verdict: z.enum(["stop", "ask", "advise", "pass"]),
          says: words,
          cites,
        }),
      )
      .default([]),
    /** What pages say of it that is not applied. */
    elsewhere: z
      .array(z.strictObject({ judged: z.enum(judgements).exclude(["supported"]), says: words, cites }))
      .default([]),
    says: words,
    cites,
  })
  .refine(
    ({ finding, checkedOn }) => (finding === "interaction") === (checkedOn === undefined),
    "where nothing was found, and only there, `checkedOn` says on which day it was looked for",
  )
  .refine(
    ({ finding, verdict }) => verdict !== "pass" || finding === "none",
    "`pass` stands only where a source says that nothing was found",
  )
  .refine(
    ({ finding, verdict }) => finding !== "silent" || verdict === "ask",
    "what no source speaks of asks",
  );

/** What is asked about among medicines and is none. */
export const notMedicineSchema = z.strictObject({ id, name: words, aliases: names, says: words, cites });

/** Isotretinoin by its own names; its codes and products stand in products.yaml. */
export const itselfSchema = z.strictObject({ name: words, aliases: names, says: words, cites });

export type Medicine = z.output<typeof medicineSchema>;
export type NotMedicine = z.output<typeof notMedicineSchema>;
export type Itself = z.output<typeof itselfSchema>;
