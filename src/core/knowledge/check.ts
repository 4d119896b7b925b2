/** Cross-checks of the knowledge: ids, bases, cites and codes. */
import { type Check, type Draft, everyCites, everyFile, overlays } from "./draft.ts";
import type { Code } from "./schema.ts";
import { type KnowledgeFile, problemAt } from "./yaml-file.ts";

interface Listed {
  readonly id: string;
  readonly codes?: readonly Code[];
}

/** The lists of a file whose items have ids. */
function* idLists(
  draft: Draft,
): Generator<{ file: KnowledgeFile<unknown>; key: string; items: readonly Listed[] }> {
  for (const file of Object.values(draft.lists)) {
    if (file === undefined) continue;
    for (const [key, items] of Object.entries(file.data)) {
      if (Array.isArray(items)) yield { file, key, items };
    }
  }
  for (const file of draft.clinics) yield { file, key: "sites", items: file.data.sites };
}

/** No id twice, and each file named for its id. */
export const idsAreUnique: Check = function* (draft) {
  for (const { file, key, items } of idLists(draft)) {
    const seen = new Set<string>();
    for (const [index, { id }] of items.entries()) {
      if (seen.has(id)) {
        const says = `\`${id}\` stands twice in \`${key}\``;
        yield problemAt(
          file,
          [key, index, "id"],
          says,
          "Join the two entries, or give this one an id of its own.",
        );
      }
      seen.add(id);
    }
  }
  for (const file of overlays(draft)) {
    const named = file.path.replace(/^.*\//, "").replace(/\.yaml$/, "");
    if (named === file.data.id) continue;
    const says = `the file is named ${named}, its id is \`${file.data.id}\``;
    yield problemAt(
      file,
      ["id"],
      says,
      `Rename the file to ${file.data.id}.yaml, or write \`id: ${named}\`.`,
    );
  }
  for (const file of draft.clinics) {
    if (!draft.protocolIds.has(file.data.id)) continue;
    const says = `\`${file.data.id}\` is a protocol's id already`;
    yield problemAt(file, ["id"], says, "Give the clinic an id of its own: a value names who set it by id.");
  }
};

/** The protocol all others stand on: only what it holds as a floor is held everywhere. */
const rootProtocol = "floor";

/** Every `on` names a protocol, and none leads round in a circle. */
export const everyOnStands: Check = function* (draft) {
  const on = new Map(draft.protocols.map(({ data }) => [data.id, data.on]));
  for (const file of overlays(draft)) {
    const base = file.data.on;
    if (base === undefined) {
      if (file.data.id === rootProtocol) continue;
      const says = `\`${file.data.id}\` stands on no other protocol, so that no floor holds it`;
      yield problemAt(file, [], says, `Write \`on: ${rootProtocol}\`, or the protocol that it tightens.`);
      continue;
    }
    if (!draft.protocolIds.has(base)) {
      const remedy = `Write one of ${[...draft.protocolIds].join(", ")}, or add protocols/${base}.yaml.`;
      yield problemAt(file, ["on"], `\`on: ${base}\` names no protocol`, remedy);
      continue;
    }
    const passed = new Set<string>();
    for (let next: string | undefined = base; next !== undefined && !passed.has(next); next = on.get(next))
      passed.add(next);
    if (!("editions" in file.data) || !passed.has(file.data.id)) continue;
    const says = `\`on: ${base}\` leads back to \`${file.data.id}\`: a circle of protocols has no floor`;
    yield problemAt(file, ["on"], says, "Remove `on` from the protocol that is the base of the others.");
  }
};

/** Every source cited anywhere stands in sources.yaml. */
export const everyCiteExists: Check = function* (draft) {
  const sources = draft.lists["sources.yaml"];
  if (sources === undefined) return;
  const known = new Set<unknown>(sources.data.sources.map(({ id }) => id));
  for (const file of everyFile(draft)) {
    for (const { at, cites } of everyCites(file.data)) {
      for (const [index, id] of cites.entries()) {
        if (known.has(id)) continue;
        const says = `\`${String(id)}\` is cited, and sources.yaml does not hold it`;
        yield problemAt(
          file,
          [...at, index],
          says,
          `Correct the id, or enter \`${String(id)}\` in sources.yaml with how far it was checked.`,
        );
      }
    }
  }
};

/** No code stands for two analytes, indications or methods. */
export const codesMeanOneThing: Check = function* (draft) {
  for (const { file, key, items } of idLists(draft)) {
    if (!["analytes", "indications", "contraceptives"].includes(key)) continue;
    const owners = new Map<string, string>();
    for (const [index, { id, codes }] of items.entries()) {
      for (const [place, { system, code }] of (codes ?? []).entries()) {
        const owner = owners.get(`${system} ${code}`);
        owners.set(`${system} ${code}`, owner ?? id);
        if (owner === undefined || owner === id) continue;
        const says = `${system} ${code} stands for \`${owner}\` and for \`${id}\``;
        yield problemAt(
          file,
          [key, index, "codes", place],
          says,
          "Leave the code with the one it names, so that reading it is no guess.",
        );
      }
    }
  }
};
