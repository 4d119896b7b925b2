/** Cross-checks of what pages say: no statement twice, every link leads somewhere, judgements rest on more than pages. */
import { type Check, type Draft, unreadOnly } from "./draft.ts";
import { claimPages } from "./topics/claim-topics.ts";
import type { ClaimsFile } from "./topics/claims.ts";
import { type KnowledgeFile, problemAt } from "./yaml-file.ts";

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
