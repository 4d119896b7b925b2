/** Who the patient is, and what was agreed with them. */

import { type Fact, isSinceSupply, tried, without } from "./fact.ts";
import { topicsNeeded } from "./needed.ts";
import type { FactValues } from "./values.ts";

export const birthDate: Fact<FactValues["birthDate"]> = {
  read: ({ record }) => record.birthDate ?? null,
  apply(entries, value, { record, on }) {
    const rest = without(entries, ["registered"]);
    if (value === null) return rest;
    const registered = record.last("registered");
    const day = registered?.happened.day ?? on;
    return [...rest, tried("registered", { ...registered?.body, birthDate: value }, "front-desk", day)];
  },
};

export const category: Fact<FactValues["category"]> = {
  read({ record }) {
    const attested = record.last("category-attested")?.body;
    if (attested === undefined) return "not-attested";
    return attested.canBecomePregnant ? "can" : (attested.basis ?? "not-attested");
  },
  apply(entries, value, { record, on }) {
    const rest = without(entries, ["category-attested"]);
    if (value === "not-attested") return rest;
    const day = record.last("category-attested")?.happened.day ?? on;
    const body =
      value === "can"
        ? { canBecomePregnant: true, documented: [] }
        : { canBecomePregnant: false, basis: value, documented: [] };
    return [...rest, tried("category-attested", body, "prescriber", day)];
  },
};

export const guardian: Fact<boolean> = {
  read: ({ record }) => record.last("guardian-recorded") !== undefined,
  apply: (entries, value, { on }) => [
    ...without(entries, ["guardian-recorded"]),
    ...(value ? [tried("guardian-recorded", {}, "front-desk", on)] : []),
  ],
};

/** Consents signed by the patient. */
export const consents: Fact<readonly string[]> = {
  read: ({ record }) => [...new Set(record.of("consent-signed").map(({ body }) => body.consent))],
  apply(entries, value, { record, on }) {
    const signed = new Set(record.of("consent-signed").map(({ body }) => body.consent));
    const guardianSigned = record.of("consent-signed").some(({ body }) => body.guardianSigned);
    return [
      ...without(entries, ["consent-signed"], ({ body }) => !value.includes(body.consent)),
      ...value
        .filter((consent) => !signed.has(consent))
        .map((consent) =>
          tried("consent-signed", { consent, guardianSigned }, "patient", on, `consent/${consent}`),
        ),
    ];
  },
};

/** Whether a guardian signed whatever the patient signed. */
export const guardianSigned: Fact<boolean> = {
  read({ record }) {
    const signed = record.of("consent-signed");
    return signed.length > 0 && signed.every(({ body }) => body.guardianSigned);
  },
  apply: (entries, value) =>
    entries.map((entry) =>
      entry.type === "consent-signed" ? { ...entry, body: { ...entry.body, guardianSigned: value } } : entry,
    ),
};

/** Counselled on every topic this protocol asks for, for the coming supply. */
export const counselled: Fact<boolean> = {
  read(context) {
    const covered = new Set(
      context.record
        .of("counselled")
        .filter(({ happened }) => isSinceSupply(context, happened.day))
        .flatMap(({ body }) => body.topics),
    );
    return topicsNeeded(context).every((topic) => covered.has(topic));
  },
  apply(entries, value, context) {
    const rest = without(entries, ["counselled"], ({ happened }) => isSinceSupply(context, happened.day));
    if (!value) return rest;
    return [...rest, tried("counselled", { topics: topicsNeeded(context) }, "prescriber", context.on)];
  },
};

/** Whether a visit of this course was in person. */
export const seenInPerson: Fact<boolean> = {
  read({ record }) {
    const over = record.earlierCourse?.overDay;
    return record
      .of("visit-held")
      .some(({ body, happened }) => body.inPerson && (over === undefined || happened.day > over));
  },
  apply(entries, value, { on }) {
    const rest = without(entries, ["visit-held"]);
    return value ? [...rest, tried("visit-held", { inPerson: true }, "prescriber", on)] : rest;
  },
};
