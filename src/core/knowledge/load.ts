/** Reads the files under `knowledge/` and checks them against each other. Pure: the caller brings the texts. */
import { z } from "zod";
import { codesMeanOneThing, everyCiteExists, everyOnStands, idsAreUnique } from "./check.ts";
import {
  claimsAreOne,
  claimsLeadSomewhere,
  judgementsRestOnSources,
  pagesAreJudgedOnce,
} from "./check-claims.ts";
import { datesAreInOrder } from "./check-dates.ts";
import { pricesStand } from "./check-prices.ts";
import { everyReferenceStands } from "./check-references.ts";
import { looserIsNotFree } from "./check-strictness.ts";
import { unreadPermitsNothing } from "./check-unread.ts";
import { type Check, type Draft, type Judgeable, judgedIn, type Lists } from "./draft.ts";
import { clinicSchema, files, type Knowledge, type Protocol, protocolSchema } from "./schema.ts";
import { type Claim, claimsFileSchema } from "./topics/claims.ts";
import { type KnowledgeFile, type KnowledgeProblem, readYaml } from "./yaml-file.ts";

export type { KnowledgeProblem } from "./yaml-file.ts";

/** One file, named by its path under `knowledge/`: "protocols/floor.yaml". */
export interface KnowledgeText {
  readonly path: string;
  readonly text: string;
}

/** The schema of each list file; a protocol's and a clinic's stand in schema.ts. */
export const listSchemas = {
  "sources.yaml": z.strictObject(files["sources.yaml"]),
  "products.yaml": z.strictObject(files["products.yaml"]),
  "medicines.yaml": z.strictObject(files["medicines.yaml"]),
  "contraceptives.yaml": z.strictObject(files["contraceptives.yaml"]),
  "allergens.yaml": z.strictObject(files["allergens.yaml"]),
  "labs.yaml": z.strictObject(files["labs.yaml"]),
  "symptoms.yaml": z.strictObject(files["symptoms.yaml"]),
  "conditions.yaml": z.strictObject(files["conditions.yaml"]),
  "indications.yaml": z.strictObject(files["indications.yaml"]),
  "activities.yaml": z.strictObject(files["activities.yaml"]),
  "evidence.yaml": z.strictObject(files["evidence.yaml"]),
  "contacts.yaml": z.strictObject(files["contacts.yaml"]),
  "references.yaml": z.strictObject(files["references.yaml"]),
} as const satisfies Record<keyof typeof files, z.ZodType>;

const checks: readonly Check[] = [
  idsAreUnique,
  everyOnStands,
  everyCiteExists,
  everyReferenceStands,
  codesMeanOneThing,
  datesAreInOrder,
  looserIsNotFree,
  unreadPermitsNothing,
  claimsAreOne,
  claimsLeadSomewhere,
  judgementsRestOnSources,
  pagesAreJudgedOnce,
  pricesStand,
];

/** Everything under `knowledge/`, or every reason why it does not load. `digestOf` hashes its canonical text. */
export function loadKnowledge(
  texts: readonly KnowledgeText[],
  digestOf: (canonical: string) => string,
): Knowledge | { readonly problems: readonly KnowledgeProblem[] } {
  const problems: KnowledgeProblem[] = [];
  const draft = readDraft(texts, problems);
  for (const check of checks) problems.push(...check(draft));
  const all = assembled(draft);
  if (problems.length > 0 || all === undefined) {
    return { problems: problems.toSorted((a, b) => order(a.file, b.file) || a.line - b.line) };
  }
  return { digest: digestOf(canonical(all)), ...all };
}

function readDraft(texts: readonly KnowledgeText[], problems: KnowledgeProblem[]): Draft {
  const byPath = new Map<string, string>();
  for (const { path, text } of texts) {
    if (isExamples(path)) continue;
    if (kindOf(path) !== undefined) {
      byPath.set(path, text);
      continue;
    }
    const remedy = `Rename it: ${Object.keys(files).join(", ")}, protocols/<id>.yaml, clinics/<id>.yaml, claims/<page>.yaml, or <id>.examples.yaml.`;
    problems.push({ file: path, line: 1, says: "nobody reads a file of this name", remedy });
  }
  const list = <S extends z.ZodType>(
    path: keyof Lists,
    schema: S,
  ): KnowledgeFile<z.output<S>> | undefined => {
    const text = byPath.get(path);
    if (text !== undefined) return readYaml(path, text, schema, problems);
    const keys = Object.keys(files[path]).map((key) => `\`${key}\``);
    problems.push({
      file: path,
      line: 1,
      says: "the file is missing",
      remedy: `Add it, with ${keys.join(", ")}.`,
    });
    return undefined;
  };
  const all = <S extends z.ZodType>(kind: Kind, schema: S): KnowledgeFile<z.output<S>>[] =>
    [...byPath]
      .filter(([path]) => kindOf(path) === kind)
      .map(([path, text]) => readYaml(path, text, schema, problems))
      .filter((file) => file !== undefined);
  const protocols = all("protocols", protocolSchema);
  const claims = all("claims", claimsFileSchema);
  return {
    lists: {
      "sources.yaml": list("sources.yaml", listSchemas["sources.yaml"]),
      "products.yaml": list("products.yaml", listSchemas["products.yaml"]),
      "medicines.yaml": list("medicines.yaml", listSchemas["medicines.yaml"]),
      "contraceptives.yaml": list("contraceptives.yaml", listSchemas["contraceptives.yaml"]),
      "allergens.yaml": list("allergens.yaml", listSchemas["allergens.yaml"]),
      "labs.yaml": list("labs.yaml", listSchemas["labs.yaml"]),
      "symptoms.yaml": list("symptoms.yaml", listSchemas["symptoms.yaml"]),
      "conditions.yaml": list("conditions.yaml", listSchemas["conditions.yaml"]),
      "indications.yaml": list("indications.yaml", listSchemas["indications.yaml"]),
      "activities.yaml": list("activities.yaml", listSchemas["activities.yaml"]),
      "evidence.yaml": list("evidence.yaml", listSchemas["evidence.yaml"]),
      "contacts.yaml": list("contacts.yaml", listSchemas["contacts.yaml"]),
      "references.yaml": list("references.yaml", listSchemas["references.yaml"]),
    },
    protocols,
    clinics: all("clinics", clinicSchema),
    claims,
    claimsFit: claims.length === [...byPath.keys()].filter((path) => kindOf(path) === "claims").length,
    protocolIds: new Set([
      ...[...byPath.keys()].filter((path) => kindOf(path) === "protocols").map(idIn),
      ...protocols.map(({ data }) => data.id),
    ]),
  };
}

const folders = ["protocols", "clinics", "claims"] as const;
type Kind = "list" | (typeof folders)[number];

function kindOf(path: string): Kind | undefined {
  if (Object.hasOwn(files, path)) return "list";
  const folder = /^([a-z]+)\/[^/]+\.yaml$/.exec(path)?.[1];
  return folders.find((one) => one === folder);
}

/** Examples stand beside the protocols and are read by the tests that run them. */
const isExamples = (path: string): boolean => /(^|[/.])examples\.yaml$/.test(path);
const idIn = (path: string): string => path.replace(/^.*\//, "").replace(/\.yaml$/, "");

function assembled(draft: Draft): Omit<Knowledge, "digest"> | undefined {
  const { lists, protocols, clinics, claims } = draft;
  const judgedOf = judgedIn(draft);
  const settled = <T extends Judgeable>(one: T) => ({ ...one, judged: judgedOf(one) });
  const products = lists["products.yaml"]?.data;
  const medicines = lists["medicines.yaml"]?.data;
  if (products === undefined || medicines === undefined) return undefined;
  return {
    sources: byId(lists["sources.yaml"]?.data.sources),
    ingredient: products.ingredient,
    products: byId(products.products),
    medicines: byId(medicines.medicines),
    itself: medicines.itself,
    notMedicines: byId(medicines.notMedicines),
    analytes: byId(lists["labs.yaml"]?.data.analytes),
    labNotes: byId(lists["labs.yaml"]?.data.notes),
    labSchedules: byId(lists["labs.yaml"]?.data.schedules),
    symptoms: byId(lists["symptoms.yaml"]?.data.symptoms),
    symptomCombinations: byId(lists["symptoms.yaml"]?.data.combinations),
    conditions: byId(lists["conditions.yaml"]?.data.conditions),
    indications: byId(lists["indications.yaml"]?.data.indications),
    contraceptives: byId(lists["contraceptives.yaml"]?.data.contraceptives),
    allergens: byId(lists["allergens.yaml"]?.data.allergens),
    excipients: byId(products.excipients),
    activities: byId(
      lists["activities.yaml"]?.data.activities.map((one) => ({
        ...one,
        statements: one.statements.map(settled),
      })),
    ),
    duties: byId(lists["activities.yaml"]?.data.duties.map(settled)),
    studies: byId(lists["evidence.yaml"]?.data.studies),
    relapseDefinitions: byId(lists["evidence.yaml"]?.data.relapseDefinitions),
    expectations: byId(lists["evidence.yaml"]?.data.expectations.map(settled)),
    scales: byId(lists["evidence.yaml"]?.data.scales),
    responseRules: byId(lists["evidence.yaml"]?.data.responseRules),
    helplines: byId(lists["contacts.yaml"]?.data.helplines),
    authorities: byId(lists["contacts.yaml"]?.data.authorities),
    claims: byId(
      bothWays(claims.flatMap(({ data }) => data.claims.map((one) => ({ ...one, page: data.page })))),
    ),
    references: byId(lists["references.yaml"]?.data.references),
    protocols: byId(
      protocols.map(({ data }) => ({
        ...data,
        editions: inOrder(data.editions),
        values: sorted(data.values),
      })),
    ),
    clinics: byId(clinics.map(({ data }) => ({ ...data, values: sorted(data.values) }))),
  };
}

/** By id, with no inherited keys: a product somebody calls "constructor" is not there. */
function byId<T extends { readonly id: string }>(items: readonly T[] = []): Readonly<Record<string, T>> {
  const all = Object.create(null) as Record<string, T>;
  for (const item of items) all[item.id] = item;
  return all;
}

/** A contradiction is written once and holds for both. */
function bothWays(claims: readonly Claim[]): Claim[] {
  return claims.map((one) => {
    const others = claims.filter(({ contradicts }) => contradicts.includes(one.id)).map(({ id }) => id);
    return { ...one, contradicts: [...new Set([...one.contradicts, ...others])].toSorted() };
  });
}

function inOrder<T extends { readonly since: string }>(items: readonly T[]): T[] {
  return items.toSorted((a, b) => order(a.since, b.since));
}

function sorted(values: Protocol["values"]): Protocol["values"] {
  return Object.fromEntries(Object.entries(values).map(([id, stated]) => [id, stated && inOrder(stated)]));
}

/** JSON with sorted keys: the same knowledge has the same text, however its files are laid out. */
function canonical(data: unknown): string {
  return JSON.stringify(data, (_key, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => order(a, b)))
      : value,
  );
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
