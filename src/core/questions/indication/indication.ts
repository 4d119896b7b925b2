/** What isotretinoin is to treat: is that a labelled use, one with evidence, one without, harmful, or never? */
import { advise, ask } from "../../finding.ts";
import type { Indication } from "../../knowledge/schema.ts";
import { findByName } from "../../names/find-by-name.ts";
import { foldRecord, remember } from "../../record.ts";
import { judgeUse, type UseCase } from "../../rules/indication-supports-isotretinoin.ts";
import { step } from "../../steps.ts";
import { severities, severityFeatures } from "../../vocabulary.ts";
import { entriesSaid } from "../eligibility/said-of-oneself.ts";
import { type Asked, answered, question, remark } from "../question.ts";
import { unapprovedRemarks } from "../unapproved.ts";

/** Treatment of acne whose failure can speak for isotretinoin. */
const treatments = [
  "systemic-antibiotic",
  "topical-retinoid",
  "topical-antibiotic",
  "benzoyl-peroxide",
  "hormonal",
] as const;

/** So many names that somebody may have meant are answered. */
const mostMeant = 3;

export const indication = question({
  id: "indication",
  example: { name: "psoriasis" },
  record: "helps",
  fields: {
    name: { kind: "text", suggest: "indications", required: true, argument: true },
    severity: { kind: "choice", of: severities },
    features: { kind: "choices", of: severityFeatures },
    failed: { kind: "choices", of: treatments },
  },
  known: (record) => {
    const name = record.last("course-started")?.body.indication;
    return name === undefined ? {} : { name };
  },
  answer({ name, severity, features, failed }, asked) {
    const c = caseWith({ severity, features, failed }, asked);
    const found = findByName(Object.values(asked.knowledge.indications), name);
    if (found.is === "found")
      return answered(judgeUse(c, { id: found.id, text: found.id }), [
        ...aboutUse(found.item, asked),
        ...unapprovedRemarks(asked),
      ]);
    const meant = found.near.slice(0, mostMeant);
    if (meant.length === 0) return answered(judgeUse(c, { text: name }), unapprovedRemarks(asked));
    // A guess never passes, and is never better than the worst of what may have been meant.
    const ids = meant.map(({ id }) => id);
    const way = [step("patient", "name-indication", { indications: ids }, asked.day)];
    return answered(ask("did-you-mean", { written: name, indications: ids }, ["decision-indications"], way), [
      ...meant.flatMap((one) => [
        remark("counts", judgeUse(c, { id: one.id, text: one.id }), aboutOf(one)),
        ...aboutUse(one, asked),
      ]),
      ...unapprovedRemarks(asked),
    ]);
  },
});

interface Said {
  readonly severity: (typeof severities)[number] | undefined;
  readonly features: readonly (typeof severityFeatures)[number][] | undefined;
  readonly failed: readonly (typeof treatments)[number][] | undefined;
}

/** What was said counts as if it were recorded that day. */
function caseWith({ severity, features, failed = [] }: Said, asked: Asked): UseCase {
  const { knowledge, values, day, at, zone } = asked;
  const said = entriesSaid(
    {
      ...(severity === undefined ? {} : { severity }),
      ...(features === undefined ? {} : { features }),
      priorTreatments: failed.map((agent) => ({ agent, result: "failed" as const })),
    },
    day,
    knowledge,
  );
  const record = asked.record === undefined ? foldRecord(said, { at, zone }) : remember(asked.record, said);
  return { knowledge, values, day, record };
}

/** What is known of a use, beside whether it may be: the evidence, what treats it instead, who says otherwise. */
function aboutUse(use: Indication, { values }: Asked) {
  const { id, class: of, reason, instead, cites } = use;
  const about = aboutOf(use);
  const from = values.minimumAgeYears;
  return [
    remark("evidence", advise("because", { indication: id, evidence: of, says: reason }, cites), about),
    ...(instead === undefined
      ? []
      : [remark("know", advise("instead", { says: instead.says }, instead.cites), about)]),
    ...(of === "labelled" && from.value !== null
      ? [remark("know", advise("from-an-age", { years: from.value }, from.cites), about)]
      : []),
    ...(cites.includes("page-003")
      ? [remark("not-applied", advise("titled-as-a-use", {}, ["page-003", "decision-indications"]), about)]
      : []),
  ];
}

function aboutOf({ id }: Indication) {
  return { kind: "indication", id } as const;
}
