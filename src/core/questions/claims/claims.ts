/** What pages say of isotretinoin, found by what somebody looks for, each statement judged and answered. */
import { advise, ask, type Facts, pass, stop } from "../../finding.ts";
import { type Judged, judgements } from "../../knowledge/judged.ts";
import type { Knowledge } from "../../knowledge/schema.ts";
import { claimPages, claimTopics } from "../../knowledge/topics/claim-topics.ts";
import type { Claim } from "../../knowledge/topics/claims.ts";
import { comparedNames, sameName } from "../../names/find-by-name.ts";
import { type Asked, answered, question, remark } from "../question.ts";
import { readingsOf } from "./readings.ts";
import { type Searchable, searchable, standIn, standsWhole, termsOf } from "./stands-in.ts";
import { topicWords } from "./topic-words.ts";

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
    const { held, near } = lookedUp(all, search, asked);
    const found = [...worstFirst(held), ...near];
    if (found.length === 0) return answered(ask("none", { search }, [], []), []);
    const headline =
      held.length === 0
        ? advise("near", { search, ...countsOf(near) }, [])
        : foundAs(found, { search, near: near.length, ...countsOf(held) });
    return answered(headline, [...found.map(said), ...referencesOf(found, asked.knowledge)]);
  },
});

/** Finding is no tick: it stands over every statement found, and only where each of them can be relied on does it pass. */
function foundAs<F extends Facts>(found: readonly Claim[], facts: F) {
  const isRelied = found.every(({ judged }) => judged === "supported" || judged === "house-rule");
  return isRelied ? pass("found", facts, []) : advise("found", facts, []);
}

/**
 * The statements that hold what was looked for, and those that come near, the likest first. Where the words stand
 * together somewhere, what comes near is left out; scattered words may be another statement's.
 */
function lookedUp(all: readonly Claim[], search: string | undefined, { knowledge, findClaims }: Asked) {
  if (search === undefined) return { held: all, near: [] };
  const terms = termsOf(search);
  if (terms.length === 0) return { held: [], near: [] };
  const ranked = findClaims?.(search) ?? [];
  const place = ({ id }: Claim) => (ranked.includes(id) ? ranked.indexOf(id) : ranked.length);
  const likestFirst = (some: readonly Claim[]) => some.toSorted((a, b) => place(a) - place(b));
  const meant = [search, ...otherNames(search, knowledge)];
  const whole = all.filter((one) => meant.some((name) => standsWhole(prepared(one, knowledge), name)));
  const held = all.filter((one) => whole.includes(one) || standIn(prepared(one, knowledge), terms));
  if (whole.length > 0) return { held: likestFirst(held), near: [] };
  const near = likestFirst(all.filter((one) => ranked.includes(one.id) && !held.includes(one)));
  return { held: likestFirst(held), near: held.length > 0 ? near.slice(0, mostBeside) : near };
}
const mostBeside = 8;

/** What else a disease is called that somebody looks for: かんせん is 乾癬 and psoriasis. */
function otherNames(search: string, { indications }: Knowledge): readonly string[] {
  const wanted = sameName(search);
  return Object.values(indications)
    .filter((one) => comparedNames(one).includes(wanted))
    .flatMap(({ name }) => [name.en, name.ja]);
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
  { says, answer, topic, keywords, references }: Claim,
  knowledge: Pick<Knowledge, "references">,
): readonly string[] {
  const cited = references.flatMap((id) => knowledge.references[id] ?? []);
  const named = [...keywords, ...topicWords[topic]];
  return [
    says.en,
    says.ja,
    answer.en,
    answer.ja,
    ...named,
    ...readingsOf([says.ja, answer.ja, ...named]),
    ...cited.flatMap(({ authors, title, pmid = "", doi = "" }) => [authors, title, pmid, doi]),
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
