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
  "nurse",
  "lab",
  "pharmacist",
  "front-desk",
  "administrator",
  "unknown",
] as const;
