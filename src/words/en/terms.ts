import type { Words } from "../words.ts";

export const verdicts: Words["verdicts"] = {
  pass: "In order",
  advise: "In order, with a note",
  ask: "Something is missing",
  wait: "Not yet",
  stop: "Stop",
};

export const answers: Words["answers"] = {
  pass: "This supply may be prescribed.",
  advise: "This supply may be prescribed; please read the notes.",
  ask: "This supply may not be prescribed yet: something is missing that someone can supply.",
  wait: "This supply may not be prescribed yet: only a later day can change that.",
  stop: "This supply may not be prescribed as things stand.",
};

export const dispensingVerdicts: Words["dispensingVerdicts"] = { ...verdicts };

export const dispensingAnswers: Words["dispensingAnswers"] = {
  pass: "This supply may be handed out.",
  advise: "This supply may be handed out; please read the notes.",
  ask: "This supply may not be handed out yet: something is missing that someone can supply.",
  wait: "This supply may not be handed out yet: only a later day can change that.",
  stop: "This supply may not be handed out as things stand.",
};

export const roles: Words["roles"] = {
  patient: "Patient",
  guardian: "Parent or guardian",
  prescriber: "Prescriber",
  designee: "Prescriber’s designee",
  nurse: "Nurse",
  lab: "Laboratory",
  pharmacist: "Pharmacist",
  "front-desk": "Front desk",
  auditor: "Auditor",
  administrator: "Administrator",
  unknown: "Not recorded",
};

export const terms: Words["terms"] = {
  "cisgender-male": "cisgender man",
  hysterectomy: "hysterectomy",
  "bilateral-oophorectomy": "removal of both ovaries",
  "post-menopausal": "past the menopause",
  "tubal-sterilisation": "tubal sterilisation",
  "partner-vasectomy": "the partner's vasectomy",
  abstinence: "abstinence",
  "not-yet-menstruating": "periods not begun yet",
  perimenopause: "perimenopause",
  other: "another reason",
  "fsh-post-menopausal": "FSH in the post-menopausal range",
  "hcg-negative": "negative hCG",
  "oestradiol-low": "low oestradiol",
  "progesterone-absent": "no progesterone in serum",
  "certified-laboratory": "certified laboratory",
  "medical-setting": "medical setting",
  home: "at home",
  any: "any",
  clear: "clear",
  mild: "mild",
  moderate: "moderate",
  severe: "severe",
  "very-severe": "very severe",
  nodules: "nodules",
  scarring: "scarring",
  burden: "a heavy burden on the patient",
  truncal: "on chest or back",
  patient: "patient",
  prescriber: "prescriber",
  site: "dispensing site",
  conventional: "conventional",
  lidose: "Lidose",
  micronised: "micronised",
  "with-meal": "with a meal",
  unknown: "not known",
};

export const protocolTerms: Words["protocolTerms"] = {
  "informed-consent": "informed consent",
  "birth-defects-consent": "consent on the risk of birth defects",
  "treatment-consent": "consent to treatment",
  "unapproved-medicine-explained": "explanation that the medicine is not approved in Japan",
  "pregnancy-prevention-consent": "consent on preventing pregnancy",
  "acknowledgement-of-risk": "acknowledgement of risk",
  "acknowledgement-of-risk-revised":
    "acknowledgement of risk, form of January 2026 (why isotretinoin, the right to a second opinion)",
  "reminder-card": "the reminder card, handed over and explained",
  "no-sharing": "never sharing capsules, leftover ones included",
  "no-blood-donation": "no blood donation during treatment and for 1 month after",
  "programme-requirements": "what the programme asks for",
  "two-methods-together": "using two methods of contraception together, correctly, all the time",
  "pregnancy-risk": "the risk to an unborn child",
  "sexual-function": "sexual function",
  "mental-health": "mental health",
};
