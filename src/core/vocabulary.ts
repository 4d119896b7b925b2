/** Coded words of the record, free of any schema library so that a browser can have them too. */

export const categoryBases = [
  "cisgender-male",
  "hysterectomy",
  "bilateral-oophorectomy",
  "post-menopausal",
  "tubal-sterilisation",
  "partner-vasectomy",
  "abstinence",
  "not-yet-menstruating",
  "perimenopause",
  "other",
] as const;

export const testSettings = ["certified-laboratory", "medical-setting", "home"] as const;
export const severities = ["clear", "mild", "moderate", "severe", "very-severe"] as const;
export const severityFeatures = ["nodules", "scarring", "burden", "truncal"] as const;

export const roles = [
  "patient",
  "guardian",
  "prescriber",
  "designee",
  "nurse",
  "lab",
  "pharmacist",
  "front-desk",
  "auditor",
  "administrator",
  "unknown",
] as const;

/** Roles that a clinic appoints somebody to. A designee does for a prescriber what needs no prescriber's judgement. */
export const staffRoles = [
  "prescriber",
  "designee",
  "nurse",
  "lab",
  "pharmacist",
  "front-desk",
  "auditor",
  "administrator",
] as const;

/** What is a minor's own, though a parent has custody. */
export const privateTopics = ["contraception", "sexual-history", "mood"] as const;

/** By what right somebody came to a person's data. */
export const accessReaches = [
  "own-clinic",
  "own-entries",
  "by-number",
  "broken-glass",
  "no-relation",
  "self",
  "ward",
  "unsigned",
] as const;
