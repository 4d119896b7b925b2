/** What an import did, as JSON: every resource with what it became, or why nothing. */
import { z } from "zod";
import type { Imported } from "./import-files.ts";
import { leftAsideSentence } from "./reasons.ts";

const text = z.strictObject({ en: z.string(), ja: z.string() });

export const importedShape = z.strictObject({
  patient: z.string(),
  created: z.boolean(),
  version: z.int(),
  /** Facts written. */
  written: z.int(),
  /** Resources that were known already. */
  unchanged: z.int(),
  /** Facts withdrawn, because a newer version says otherwise. */
  superseded: z.int(),
  account: z.array(
    z.strictObject({
      file: z.string().optional(),
      resource: z.string(),
      is: z.enum(["new", "changed", "unchanged", "not-kept"]),
      /** Ids of the entries that say it now. */
      became: z.array(z.string()),
      leftAside: z.strictObject({ reason: z.string(), detail: z.string().optional(), text }).optional(),
    }),
  ),
  /** Orders for isotretinoin: no facts, but questions to decide. */
  proposals: z.array(z.record(z.string(), z.unknown())),
});
export type ImportedJson = z.output<typeof importedShape>;

export function importedJson({ account, proposals, ...counts }: Imported): ImportedJson {
  return {
    ...counts,
    account: account.map(({ leftAside, became, ...line }) => ({
      ...line,
      became: [...became],
      ...(leftAside === undefined
        ? {}
        : {
            leftAside: {
              ...leftAside,
              text: { en: leftAsideSentence(leftAside, "en"), ja: leftAsideSentence(leftAside, "ja") },
            },
          }),
    })),
    proposals: proposals.map((one) => ({ ...one })),
  };
}
