/** What pages say of isotretinoin, found by what somebody looks for, each statement judged and answered. */
import { advise, ask, pass, stop } from "../../finding.ts";
import { type Judged, judgements } from "../../knowledge/judged.ts";
import type { Knowledge } from "../../knowledge/schema.ts";
import { claimPages, claimTopics } from "../../knowledge/topics/claim-topics.ts";
import type { Claim } from "../../knowledge/topics/claims.ts";
import { type Asked, answered, question, remark } from "../question.ts";
import { type Searchable, searchable, standIn, termsOf } from "./stands-in.ts";

export const claims = question({
  id: "claims",
  example: { search: "2 weeks" },
  record: "helps",
  fields: {
    search: { kind: "text", argument: true },
    page: { kind: "choice", of: claimPages },
    judged: { kind: "choice", of: judgements },
    topic: { kind: "choice", of: claimTopics },
  },
  answer({ search, page, judged, topic }, asked) {
    const all = Object.values(asked.knowledge.claims).filter(
      (one) =>
        (page === undefined || one.page === page) &&
        (judged === undefined || one.judged === judged) &&
        (topic === undefined || one.topic === topic),
    );
    const { exact, found } = lookedUp(all, search, asked);
    const facts = { search, ...countsOf(found) };
    if (found.length === 0) return answered(ask("none", { search }, [], []), []);
    const headline = exact ? pass("found", facts, []) : advise("near", facts, []);
    return answered(headline, [...worstFirst(found).map(said), ...referencesOf(found, asked.knowledge)]);
  },
});

/** The statements that hold every word looked for, the likest first; where none does, those that come near. */
function lookedUp(all: readonly Claim[], search: string | undefined, { knowledge, findClaims }: Asked) {
  const terms = termsOf(search ?? "");
  const exact = all.filter((one) => standIn(prepared(one, knowledge), terms));
  if (search === undefined) return { exact: true, found: exact };
  if (terms.length === 0) return { exact: true, found: [] };
  const ranked = findClaims?.(search) ?? [];
  const place = ({ id }: Claim) => (ranked.includes(id) ? ranked.indexOf(id) : ranked.length);
  if (exact.length > 0) return { exact: true, found: exact.toSorted((a, b) => place(a) - place(b)) };
  const near = all.filter(({ id }) => ranked.includes(id)).toSorted((a, b) => place(a) - place(b));
  return { exact: false, found: near };
}

/** Made ready once for each statement: a form asks again at every letter. */
const ready = new WeakMap<Claim, Searchable>();

function prepared(claim: Claim, knowledge: Knowledge): Searchable {
  const made = ready.get(claim) ?? searchable(textsOf(claim, knowledge));
  ready.set(claim, made);
  return made;
}

/** Everything that a statement can be found by. */
export function textsOf(
  { says, answer, keywords, references }: Claim,
  knowledge: Pick<Knowledge, "references">,
): readonly string[] {
  const cited = references.flatMap((id) => knowledge.references[id] ?? []);
  return [
    says.en,
    says.ja,
    answer.en,
    answer.ja,
    ...keywords,
    ...cited.flatMap(({ authors, title }) => [authors, title]),
  ];
}

function worstFirst(found: readonly Claim[]): readonly Claim[] {
  return found.toSorted((a, b) => judgements.indexOf(b.judged) - judgements.indexOf(a.judged));
}

function said(claim: Claim) {
  const { id, page, judged, says, answer, contradicts } = claim;
  const facts = { judged, page, says, answer, contradicts };
  const cites = [...new Set([page, ...claim.cites])];
  const about = { kind: "claim", id } as const;
  switch (judged) {
    case "supported":
      return remark("know", pass("claim", facts, cites), about);
    case "house-rule":
      return remark("know", advise("claim", facts, cites), about);
    case "outdated":
    case "unsupported":
      return remark("unreliable", advise("claim", facts, cites), about);
    case "wrong":
    case "dangerous":
      return remark("unreliable", stop("claim", facts, cites, "never"), about);
  }
}

/** The references that the page itself gives for what was found. */
function referencesOf(found: readonly Claim[], { references }: Knowledge) {
  return [...new Set(found.flatMap((one) => one.references))].flatMap((id) => {
    const one = references[id];
    if (one === undefined) return [];
    const { authors, year, title, where, pmid, doi, mended, cites } = one;
    const facts = { authors, year, title, where, pmid, doi, mended };
    return [remark("evidence", advise("reference", facts, cites), { kind: "reference", id } as const)];
  });
}

function countsOf(found: readonly Claim[]) {
  const how = (judged: Judged) => found.filter((one) => one.judged === judged).length;
  return {
    found: found.length,
    dangerous: how("dangerous"),
    wrong: how("wrong"),
    unsupported: how("unsupported"),
    outdated: how("outdated"),
    houseRule: how("house-rule"),
    supported: how("supported"),
  };
}
