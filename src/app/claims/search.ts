/**
 * Full-text search among what pages say, in English and Japanese: ranks, forgives a misspelling, and widens. It runs in
 * the browser as well. Japanese has no spaces, and each platform's dictionary cuts it into other words: pairs of letters
 * are the same everywhere.
 */
import MiniSearch from "minisearch";
import type { Knowledge } from "../../core/knowledge/schema.ts";
import { sameName } from "../../core/names/find-by-name.ts";
import { textsOf } from "../../core/questions/claims/claims.ts";
import { oneSpelling } from "../../core/questions/claims/stands-in.ts";

/** The claims that answer to what somebody typed, by id, the likest first. */
export type FindClaims = (search: string) => readonly string[];

const indexes = new WeakMap<Knowledge, FindClaims>();

/** The search among a knowledge's claims; its index is made when it is first asked. */
export function claimsFinder(knowledge: Knowledge): FindClaims {
  return (search) => {
    const find = indexes.get(knowledge) ?? indexed(knowledge);
    indexes.set(knowledge, find);
    return find(search);
  };
}

function indexed(knowledge: Knowledge): FindClaims {
  const index = new MiniSearch<{ id: string; says: string; rest: string }>({
    fields: ["says", "rest"],
    tokenize: tokensOf,
    processTerm: (term) => term,
    searchOptions: { boost: { says: 2 }, prefix: isLong, fuzzy: (term) => (isLong(term) ? 0.25 : false) },
  });
  index.addAll(
    Object.values(knowledge.claims).map((one) => {
      const [en = "", ja = "", ...rest] = textsOf(one, knowledge);
      return { id: one.id, says: `${en} ${ja}`, rest: rest.join(" ") };
    }),
  );
  return (search) => {
    const all = index.search(search, { combineWith: "AND" });
    return (all.length > 0 ? all : near(search, index.search(search, { combineWith: "OR" }))).map(({ id }) =>
      String(id),
    );
  };
}

/** Where no claim holds everything, the likest few that hold half of it: nearly all share a word with a long sentence. */
function near<T extends { readonly queryTerms: readonly string[] }>(
  search: string,
  results: readonly T[],
): readonly T[] {
  const half = tokensOf(search).length / 2;
  return results.filter(({ queryTerms }) => queryTerms.length >= half).slice(0, mostNear);
}
const mostNear = 8;

const japanese = /[\u3040-\u30ff\u3400-\u9fff々]/;
const runs = /[\u3040-\u30ff\u3400-\u9fff々\d]+|[\p{L}\p{N}]+/gu;

/** Latin words and numbers as they are; Japanese in pairs of letters, a digit before it belonging to it: 2週, 週間. */
export function tokensOf(text: string): string[] {
  const tokens = Array.from(oneSpelling(text).matchAll(runs), ([run]) => run).flatMap((run) => {
    const word = sameName(run);
    return japanese.test(run) && word.length > 1 ? pairs(word) : [word];
  });
  return [...new Set(tokens)].filter(Boolean);
}

function pairs(run: string): string[] {
  const letters = Array.from(run);
  return letters.slice(1).map((letter, at) => `${letters[at] ?? ""}${letter}`);
}

/** Long enough to be meant though only its beginning, or a letter of it, is right. */
const isLong = (term: string) => term.length >= 5 && !japanese.test(term);
