/** Cross-checks of what pages say: no statement twice, every link leads somewhere, judgements rest on more than pages. */
import { type Check, type Draft, type Judgeable, unreadOnly } from "./draft.ts";
import { claimPages } from "./topics/claim-topics.ts";
import type { ClaimsFile } from "./topics/claims.ts";
import { type KnowledgeFile, type Path, problemAt } from "./yaml-file.ts";

interface Placed {
  readonly file: KnowledgeFile<ClaimsFile>;
  readonly index: number;
  readonly claim: ClaimsFile["claims"][number];
}

function placed(draft: Draft): Placed[] {
  return draft.claims.flatMap((file) => file.data.claims.map((claim, index) => ({ file, index, claim })));
}

/** Each file is named for its page, and no claim's id stands twice, on one page or on two. */
export const claimsAreOne: Check = function* (draft) {
  for (const file of draft.claims) {
    const { page } = file.data;
    if (file.path === `claims/${page}.yaml`) continue;
    const says = `the file is named ${file.path}, its page is \`${page}\``;
    yield problemAt(file, ["page"], says, `Rename the file to claims/${page}.yaml, or correct \`page\`.`);
  }
  const owners = new Map<string, string>();
  for (const { file, index, claim } of placed(draft)) {
    const owner = owners.get(claim.id);
    owners.set(claim.id, owner ?? file.data.page);
    if (owner === undefined) continue;
    const says = `\`${claim.id}\` stands on ${owner} already`;
    yield problemAt(file, ["claims", index, "id"], says, "Join the two, or give this one an id of its own.");
  }
};

/** Every claim that another contradicts is there, and so is every reference. */
export const claimsLeadSomewhere: Check = function* (draft) {
  const ids = new Set(placed(draft).map(({ claim }) => claim.id));
  const list = draft.lists["references.yaml"];
  const references = list === undefined ? undefined : new Set(list.data.references.map(({ id }) => id));
  for (const { file, index, claim } of placed(draft)) {
    for (const [place, other] of claim.contradicts.entries()) {
      if (other !== claim.id && (ids.has(other) || !draft.claimsFit)) continue;
      const says = other === claim.id ? "a claim contradicts itself" : `no page holds a claim \`${other}\``;
      const remedy = "Write the id of another claim, or join the two sides as two claims.";
      yield problemAt(file, ["claims", index, "contradicts", place], says, remedy);
    }
    for (const [place, id] of claim.references.entries()) {
      if (references?.has(id) !== false) continue;
      const at = ["claims", index, "references", place];
      yield problemAt(
        file,
        at,
        `\`${id}\` is none of references.yaml`,
        `Correct \`${id}\`, or add it there.`,
      );
    }
  }
};

const pages: ReadonlySet<string> = new Set(claimPages);

/** Pages are what is judged: nothing is supported, wrong or dangerous on the word of a page, or of an unread source. */
export const judgementsRestOnSources: Check = function* (draft) {
  const unread = unreadOnly(draft);
  for (const { file, index, claim } of placed(draft)) {
    const { judged, cites } = claim;
    const own = cites.filter((cite) => !pages.has(cite));
    const at = ["claims", index, "judged"];
    if (own.length === 0 && (judged === "supported" || judged === "wrong" || judged === "dangerous")) {
      const says = `\`${claim.id}\` is judged ${judged}, and only pages are cited for it`;
      yield problemAt(file, at, says, "Cite what shows it, or judge it `unsupported` or `house-rule`.");
    } else if (judged === "supported" && unread(own)) {
      const says = `\`${claim.id}\` is judged supported, and nobody has read the source of it`;
      yield problemAt(file, at, says, "Judge it `unsupported`, or read the source and mark it `read`.");
    }
  }
};

interface Repeated extends Judgeable {
  readonly by?: string;
  readonly cites: readonly string[];
}

/** What activities, duties and expectations say, with where it stands. */
function* repeated(draft: Draft): Generator<{ file: KnowledgeFile<unknown>; at: Path; one: Repeated }> {
  const file = draft.lists["activities.yaml"];
  for (const [index, { statements }] of file?.data.activities.entries() ?? []) {
    if (file === undefined) continue;
    for (const [place, one] of statements.entries())
      yield { file, at: ["activities", index, "statements", place], one };
  }
  for (const [index, one] of file?.data.duties.entries() ?? []) {
    if (file !== undefined) yield { file, at: ["duties", index], one };
  }
  const evidence = draft.lists["evidence.yaml"];
  for (const [index, one] of evidence?.data.expectations.entries() ?? []) {
    if (evidence !== undefined) yield { file: evidence, at: ["expectations", index], one };
  }
}

/** What a page says is judged in its claim alone: whatever repeats it names the claim, and nothing says it otherwise. */
export const pagesAreJudgedOnce: Check = function* (draft) {
  const pageOf = new Map(placed(draft).map(({ file, claim }) => [claim.id, file.data.page]));
  for (const { file, at, one } of repeated(draft)) {
    const { by, judged, claim, cites } = one;
    if (claim === undefined) {
      const ofPages =
        by === "page" ? cites.some((cite) => pages.has(cite)) : cites.every((cite) => pages.has(cite));
      if (!ofPages) continue;
      const remedy = "Name the page's statement in `claim`; its judgement is taken from there.";
      yield problemAt(file, at, "it repeats a page, and names no claim of it", remedy);
      continue;
    }
    if (judged !== undefined) {
      const says = `\`${claim}\` is judged where it stands, and here a second time`;
      yield problemAt(file, [...at, "judged"], says, "Take `judged` away here.");
    }
    const page = pageOf.get(claim);
    if (page === undefined) {
      if (!draft.claimsFit) continue;
      const says = `no page holds a claim \`${claim}\``;
      yield problemAt(file, [...at, "claim"], says, "Write the id of a claim.");
    } else if (!cites.includes(page)) {
      const says = `\`${claim}\` stands on ${page}, which is not cited`;
      yield problemAt(file, [...at, "claim"], says, `Cite ${page}, or write the id of another claim.`);
    }
  }
};
