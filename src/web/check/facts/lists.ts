/** Medicines, allergies and conditions: lists that somebody has to have asked for. */
import type { Fact } from "./fact.ts";
import { tried, without } from "./fact.ts";
import type { AskedList } from "./values.ts";

const named = (ids: readonly (string | undefined)[]): string[] => [
  ...new Set(ids.filter((id) => id !== undefined)),
];

export const medicines: Fact<AskedList> = {
  read: ({ record }) => ({
    asked: record.last("medicines-asked") !== undefined,
    ids: named(record.medicines.map(({ body }) => body.medicine)),
  }),
  apply(entries, { asked, ids }, { record, on }) {
    const before = new Set(record.medicines.map(({ body }) => body.medicine));
    return [
      ...without(
        without(entries, ["medicines-asked"]),
        ["medicine-started"],
        ({ body }) =>
          body.medicine !== undefined && before.has(body.medicine) && !ids.includes(body.medicine),
      ),
      ...(asked
        ? [tried("medicines-asked", {}, "nurse", record.last("medicines-asked")?.happened.day ?? on)]
        : []),
      ...ids
        .filter((id) => !before.has(id))
        .map((medicine) => tried("medicine-started", { medicine }, "patient", on, `medicine/${medicine}`)),
    ];
  },
};

export const allergies: Fact<AskedList> = {
  read: ({ record }) => ({
    asked: record.last("allergies-asked") !== undefined || record.of("allergy-recorded").length > 0,
    ids: named(record.of("allergy-recorded").map(({ body }) => body.allergen)),
  }),
  apply(entries, { asked, ids }, { record, on }) {
    const before = new Set(record.of("allergy-recorded").map(({ body }) => body.allergen));
    return [
      ...without(
        without(entries, ["allergies-asked"]),
        ["allergy-recorded"],
        ({ body }) => body.allergen !== undefined && !ids.includes(body.allergen),
      ),
      ...(asked ? [tried("allergies-asked", {}, "nurse", on)] : []),
      ...ids
        .filter((id) => !before.has(id))
        .map((allergen) => tried("allergy-recorded", { allergen }, "patient", on, `allergy/${allergen}`)),
    ];
  },
};

/** Conditions of the knowledge base; what the treatment is for (acne) is none of them and stays. */
export const conditions: Fact<AskedList> = {
  read: ({ record, knowledge }) => ({
    asked: record.last("conditions-asked") !== undefined,
    ids: named(
      record.conditions.filter(({ body }) => body.status === "active").map(({ body }) => body.condition),
    ).filter((id) => knowledge.conditions[id] !== undefined),
  }),
  apply(entries, { asked, ids }, { record, knowledge, on }) {
    const before = new Set(
      record.conditions.filter(({ body }) => body.status === "active").map(({ body }) => body.condition),
    );
    const dropped = (id: string | undefined) =>
      id !== undefined && knowledge.conditions[id] !== undefined && before.has(id) && !ids.includes(id);
    return [
      ...without(without(entries, ["conditions-asked"]), ["condition-recorded"], ({ body }) =>
        dropped(body.condition),
      ),
      ...(asked
        ? [tried("conditions-asked", {}, "nurse", record.last("conditions-asked")?.happened.day ?? on)]
        : []),
      ...ids
        .filter((id) => !before.has(id))
        .map((condition) =>
          tried(
            "condition-recorded",
            { condition, status: "active" },
            "prescriber",
            on,
            `condition/${condition}`,
          ),
        ),
    ];
  },
};
