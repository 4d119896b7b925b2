/** Cross-check: what one file names in another is there. */
import { type Check, type Draft, type Lists, overlays } from "./draft.ts";
import { indicationSchema } from "./schema.ts";
import { type KnowledgeFile, type Path, problemAt } from "./yaml-file.ts";

/** Ids of one list of the knowledge; undefined where its file did not fit, so that nothing is checked against it. */
function idsOf<F extends keyof Lists>(
  draft: Draft,
  file: F,
  key: keyof Lists[F],
): ReadonlySet<string> | undefined {
  const list: unknown = draft.lists[file]?.data[key];
  return Array.isArray(list) ? new Set(list.map(({ id }: { id: string }) => id)) : undefined;
}

interface Reference {
  readonly file: KnowledgeFile<unknown>;
  readonly at: Path;
  readonly ids: readonly string[];
  readonly known: ReadonlySet<string> | undefined;
  readonly where: string;
}

function* references(draft: Draft): Generator<Reference> {
  const excipients = idsOf(draft, "products.yaml", "excipients");
  const allergens = draft.lists["allergens.yaml"];
  for (const [index, { excipients: ids }] of allergens?.data.allergens.entries() ?? []) {
    if (allergens === undefined) continue;
    const where = "`excipients` of products.yaml";
    yield { file: allergens, at: ["allergens", index, "excipients"], ids, known: excipients, where };
  }
  const products = draft.lists["products.yaml"];
  for (const [index, product] of products?.data.products.entries() ?? []) {
    if (products === undefined) continue;
    const at = ["products", index];
    const where = "`excipients` of this file";
    yield {
      file: products,
      at: [...at, "excipients"],
      ids: product.excipients ?? [],
      known: excipients,
      where,
    };
    for (const [mg, ids] of Object.entries(product.excipientsByStrengthMg)) {
      yield { file: products, at: [...at, "excipientsByStrengthMg", mg], ids, known: excipients, where };
    }
    const strengths = new Set(product.strengthsMg.map(String));
    for (const key of ["excipientsByStrengthMg", "codesByStrengthMg"] as const) {
      const ids = Object.keys(product[key]);
      yield {
        file: products,
        at: [...at, key],
        ids,
        known: strengths,
        where: "the product's own `strengthsMg`",
      };
    }
  }
  const methods = idsOf(draft, "contraceptives.yaml", "contraceptives");
  const medicines = draft.lists["medicines.yaml"];
  for (const [index, { contraceptive }] of medicines?.data.medicines.entries() ?? []) {
    if (medicines === undefined || contraceptive === undefined) continue;
    const at = ["medicines", index, "contraceptive"];
    yield { file: medicines, at, ids: [contraceptive], known: methods, where: "contraceptives.yaml" };
  }
  const sold = idsOf(draft, "products.yaml", "products");
  for (const file of draft.clinics) {
    yield {
      file,
      at: ["products"],
      ids: file.data.products,
      known: sold,
      where: "`products` of products.yaml",
    };
  }
  const felt = idsOf(draft, "symptoms.yaml", "symptoms");
  const symptoms = draft.lists["symptoms.yaml"];
  for (const [index, { oneOfEach }] of symptoms?.data.combinations.entries() ?? []) {
    if (symptoms === undefined) continue;
    for (const [place, ids] of oneOfEach.entries()) {
      const at = ["combinations", index, "oneOfEach", place];
      yield { file: symptoms, at, ids, known: felt, where: "`symptoms` of this file" };
    }
  }
  const activities = idsOf(draft, "activities.yaml", "activities");
  for (const file of draft.clinics) {
    yield {
      file,
      at: ["houseRules"],
      ids: file.data.houseRules.map(({ activity }) => activity),
      known: activities,
      where: "`activities` of activities.yaml",
    };
  }
  yield* parameterReferences(draft);
}

function* parameterReferences(draft: Draft): Generator<Reference> {
  const conditions = { known: idsOf(draft, "conditions.yaml", "conditions"), where: "conditions.yaml" };
  const analytes = { known: idsOf(draft, "labs.yaml", "analytes"), where: "labs.yaml" };
  const meant: Readonly<Record<string, { known: ReadonlySet<string> | undefined; where: string }>> = {
    conditionsThatStop: conditions,
    conditionsThatAsk: conditions,
    historyThatAsks: conditions,
    allergensThatStop: { known: idsOf(draft, "allergens.yaml", "allergens"), where: "allergens.yaml" },
    baselineAnalytes: analytes,
    monitoredAnalytes: analytes,
    indicationClassesRefused: {
      known: new Set(indicationSchema.shape.class.options),
      where: "the classes of indications.yaml",
    },
    enrolments: { known: new Set(["patient", "prescriber", "site"]), where: "patient, prescriber and site" },
  };
  for (const file of overlays(draft)) {
    for (const [id, { known, where }] of Object.entries(meant)) {
      for (const [index, { value }] of (file.data.values[id] ?? []).entries()) {
        if (Array.isArray(value))
          yield { file, at: ["values", id, index, "value"], ids: value, known, where };
      }
    }
  }
}

/** Every id that names something of another list is there. */
export const everyReferenceStands: Check = function* (draft) {
  for (const { file, at, ids, known, where } of references(draft)) {
    for (const [index, id] of ids.entries()) {
      if (known === undefined || known.has(id)) continue;
      const place = at.at(-1) === "contraceptive" ? at : [...at, byKey.has(at.at(-1)) ? id : index];
      yield problemAt(
        file,
        place,
        `\`${id}\` is none of ${where}`,
        `Correct \`${id}\`, or add it to ${where}.`,
      );
    }
  }
};
/** References that are the keys of a map and not the items of a list. */
const byKey = new Set<PropertyKey | undefined>(["excipientsByStrengthMg", "codesByStrengthMg"]);
