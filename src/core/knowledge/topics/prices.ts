/** What a clinic charges, by date: each list replaces the one before, and no list reaches back. */
import { z } from "zod";
import { calendarDay, cites, id, words } from "../parts.ts";

/** Whole yen; something free would be said in words. */
const yen = z.int().positive();

export const priceListSchema = z.strictObject({
  since: calendarDay,
  currency: z.literal("JPY"),
  /** `null` where the source does not say. */
  taxIncluded: z.boolean().nullable(),
  /** What no source gives an amount for is left out, here and below, and then asked for. */
  consultation: z.strictObject({ first: yen, return: yen }).optional(),
  /** At each visit. */
  bloodTest: yen.optional(),
  /** At each visit of those who can become pregnant. */
  urineTest: yen.optional(),
  /** One capsule; of every product the clinic dispenses, where none is named. */
  capsules: z.array(z.strictObject({ mg: z.number().positive(), product: id.optional(), yen })).default([]),
  /** So many days at one dose for one price. */
  packages: z
    .array(
      z.strictObject({
        dailyMg: z.number().positive(),
        days: z.int().positive(),
        /** Only at this visit. */
        visit: z.enum(["first", "return"]).optional(),
        yen,
      }),
    )
    .default([]),
  /** Doses a day of which the source itself tables what a visit comes to. */
  tabledDailyMg: z.array(z.number().positive()).default([]),
  /** Charged beside all this, with no amount known. */
  separately: z.array(z.strictObject({ id, name: words, says: words, cites })).default([]),
  cites,
});

export type PriceList = z.output<typeof priceListSchema>;
