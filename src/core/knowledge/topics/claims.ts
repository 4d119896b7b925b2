/** What pages say of isotretinoin, statement by statement in our own words, each judged and answered. */
import { z } from "zod";
import { cites, id, judgements, words } from "../parts.ts";
import { type ClaimPage, claimPages, claimTopics } from "./claim-topics.ts";

const claimSchema = z.strictObject({
  id,
  topic: z.enum(claimTopics),
  /** The statement, in our own words. */
  says: words,
  judged: z.enum(judgements),
  /** What is right. */
  answer: words,
  /** Claims of this or other pages that it contradicts; written at one of the two. */
  contradicts: z.array(id).default([]),
  /** The page's own references for it. */
  references: z.array(id).default([]),
  /** Words a reader may look for that neither statement nor answer holds. */
  keywords: z.array(z.string().min(1)).default([]),
  /** What the judgement rests on; the page itself is always named beside it. */
  cites,
});

/** One page's statements, in the order in which they stand there. */
export const claimsFileSchema = z.strictObject({
  page: z.enum(claimPages),
  claims: z.array(claimSchema).min(1),
});

/** A reference that a page gives, mended where it is wrong. */
export const referenceSchema = z.strictObject({
  id,
  page: z.enum(claimPages),
  number: z.number().int().positive(),
  authors: z.string().min(1),
  year: z.number().int().optional(),
  title: z.string().min(1),
  where: z.string().min(1),
  pmid: z.string().regex(/^\d+$/).optional(),
  doi: z.string().min(1).optional(),
  /** What the page had wrong, or what has come since. */
  mended: words.optional(),
  cites,
});

export type ClaimsFile = z.output<typeof claimsFileSchema>;
/** A statement with its page; `contradicts` holds both directions. */
export type Claim = ClaimsFile["claims"][number] & { readonly page: ClaimPage };
export type PageReference = z.output<typeof referenceSchema>;
