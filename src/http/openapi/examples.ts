/** Answers as the description shows them: of one fictional patient, with what repeats itself left out. */

const number = "K7QX-2M9P-8E64";
const at = "2026-11-20T01:30:00Z";
const day = "2026-11-20";

const person = {
  patient: "K7QX2M9P",
  name: "架空 花子",
  kana: "カクウ ハナコ",
  birthDate: "2001-04-12",
  clinic: "tokyo-monthly",
  site: "first",
  fictional: true,
};

const standing = {
  group: "dispense",
  verdict: "pass",
  who: ["pharmacist"],
  headline: { en: "Authorised: ready to dispense.", ja: "承認済みです。調剤できます。" },
  turns: [
    {
      who: "pharmacist",
      text: {
        en: "Record lot and expiry of the pack.",
        ja: "包装のロット番号と使用期限を記録してください。",
      },
    },
  ],
  until: "2026-11-26T15:00:00Z",
  earliest: day,
  capsulesUntil: null,
};

const decision = {
  question: {
    product: "isotroin",
    capsuleMg: 20,
    capsules: 30,
    dailyMg: 20,
    dosesPerDay: 1,
    days: 30,
    refills: 0,
  },
  on: day,
  at,
  zone: "Asia/Tokyo",
  protocol: "jp-selfpay",
  edition: { since: "2021-12-13" },
  verdict: "ask",
  findings: [
    {
      rule: "weight-is-current",
      title: { en: "Weight is current", ja: "体重が最近測定されている" },
      verdict: "ask",
      reason: "missing",
      facts: {},
      cites: ["label-us-dosage"],
      text: { en: "The body weight is not known.", ja: "体重が記録されていません。" },
      wayOut: [
        {
          who: "nurse",
          action: "measure-weight",
          facts: {},
          text: { en: "Measure the body weight.", ja: "体重を測定してください。" },
          by: day,
          when: "then",
        },
      ],
    },
  ],
  next: [
    {
      who: "nurse",
      action: "measure-weight",
      facts: {},
      text: { en: "Measure the body weight.", ja: "体重を測定してください。" },
      by: day,
      when: "then",
    },
  ],
  earliest: day,
  validUntil: "2026-11-20T15:00:00Z",
  closesAt: null,
  knowledge: "9f2c1f0e6a5d4b3c2a190817263544536271809f8e7d6c5b4a39281706f5e4d3",
  rules: "4",
};

const sources = {
  "label-us-dosage": {
    id: "label-us-dosage",
    title: "Isotretinoin capsules, prescribing information, section 2",
    publisher: "US Food and Drug Administration",
    date: "2021-12",
    where: "https://www.accessdata.fda.gov/",
    checked: "read",
  },
};

const authorisation = {
  number,
  state: "open",
  supply: {
    product: "isotroin",
    productName: { en: "Isotroin", ja: "イソトロイン" },
    capsuleMg: 20,
    capsules: 30,
    dailyMg: 20,
    dosesPerDay: 1,
    days: 30,
  },
  authorisedAt: at,
  authorisedDay: day,
  dispenseBefore: "2026-11-26T15:00:00Z",
  dispensed: null,
  voided: null,
};

const line = {
  id: "0198f1c2-7d3a-7e2b-9a55-3b1f0c2d4e6f",
  version: 12,
  type: "weight-measured",
  title: { en: "Weight: 61.5 kg", ja: "体重: 61.5 kg" },
  happened: { day, at },
  recordedAt: at,
  actor: { role: "nurse", id: "demo-nurse", authenticated: false },
  source: "manual",
  body: { kg: 61.5 },
  note: null,
  correctedBy: null,
  withdrawn: false,
  correctable: true,
};

const accessLine = {
  position: 1042,
  at,
  kind: "read",
  account: "0198f1c2-nurse",
  name: "架空 看護師",
  role: "nurse",
  clinic: "tokyo-monthly",
  clinicTitle: { en: "Monthly programme in Tokyo", ja: "東京・毎月通院プログラム" },
  what: { en: "Saw the patient's page", ja: "閲覧：患者のページ" },
  through: "own-clinic",
  throughText: { en: "as the treating clinic", ja: "治療しているクリニックとして" },
  why: null,
};

const registration = {
  ...line,
  version: 1,
  type: "registered",
  title: { en: "Registered", ja: "登録" },
  actor: { role: "front-desk", id: "demo-front-desk", authenticated: false },
  body: { birthDate: "2001-04-12" },
};

const said = { verdict: "pass", reason: "fits", facts: { weightKg: 61.5 } };

const comparedSide = {
  id: "jp-selfpay",
  is: "protocol",
  title: { en: "Japan, private pay", ja: "日本(自由診療)" },
  protocol: { id: "jp-selfpay", title: { en: "Japan, private pay", ja: "日本(自由診療)" } },
  edition: "2021-12-13",
  beside: null,
};

export const examples = {
  clinics: {
    clinics: [
      {
        id: "tokyo-monthly",
        title: { en: "Monthly programme in Tokyo", ja: "東京・毎月通院プログラム" },
        protocol: "jp-selfpay",
        zone: "Asia/Tokyo",
        sites: [{ id: "first", name: { en: "First site", ja: "第一院" } }],
        products: ["isotroin", "roaccutane"],
      },
    ],
  },
  today: {
    clinic: "tokyo-monthly",
    at,
    day,
    zone: "Asia/Tokyo",
    lines: [{ ...person, version: 12, standing }],
    notShown: [],
  },
  downtime: {
    clinic: "tokyo-monthly",
    title: { en: "Monthly programme in Tokyo", ja: "東京・毎月通院プログラム" },
    at,
    day,
    through: "2026-11-21",
    zone: "Asia/Tokyo",
    lines: [
      {
        ...person,
        group: "dispense",
        headline: standing.headline,
        turns: standing.turns,
        closes: null,
        handOut: {
          number,
          supply: authorisation.supply,
          from: null,
          until: "2026-11-21T15:00:00Z",
          packGoodUntil: "2026-12-20",
        },
      },
    ],
  },
  patients: { items: [person], next: null },
  registration: { name: "架空 花子", kana: "カクウ ハナコ", birthDate: "2001-04-12", phone: "000-0000-0000" },
  import: {
    files: [
      {
        name: "record.yaml",
        text: "entries:\n  - { type: registered, happened: 2026-11-20, body: { birthDate: 2001-04-12 } }\n",
      },
    ],
  },
  imported: {
    patient: "K7QX2M9P",
    created: true,
    version: 2,
    written: 1,
    unchanged: 0,
    superseded: 0,
    account: [
      {
        file: "record.yaml",
        resource: "entry 1",
        is: "new",
        became: ["01a201be-3062-76a3-9cf6-9d3495bfe9ab"],
      },
    ],
    proposals: [],
  },
  registered: { patient: "K7QX2M9P", version: 1, entries: [registration], repeated: false },
  patient: {
    ...person,
    version: 12,
    phone: "000-0000-0000",
    ageYears: 25,
    erased: false,
    standing,
    proposal: decision.question,
    decision,
    sources,
    course: {
      firstDay: null,
      supplies: 0,
      courseMg: null,
      weightKg: 61.5,
      mgPerKg: null,
      heldSince: null,
      underWaySince: null,
      begun: null,
      canBecomePregnant: false,
    },
    authorisations: [authorisation],
    tasks: [],
    notShown: [],
  },
  timeline: { items: [line], next: "12", notShown: [] },
  questions: {
    questions: [
      {
        id: "may-i",
        title: { en: "May I …?", ja: "これをしてもいいですか" },
        lead: { en: "Whether something is allowed.", ja: "してよいかを調べます。" },
        record: "helps",
        fields: ["activity", "stopped", "during"],
      },
    ],
  },
  choices: { choices: [{ id: "waxing", name: { en: "Waxing", ja: "ワックス脱毛" }, aliases: ["wax"] }] },
  answer: {
    question: "may-i",
    asked: { activity: "blood-donation", stopped: "2026-10-21" },
    on: day,
    zone: "Asia/Tokyo",
    protocol: "jp-selfpay",
    clinic: null,
    verdict: "wait",
    headline: {
      verdict: "wait",
      reason: "not-before",
      facts: { activity: "blood-donation", fromDay: "2026-11-22" },
      cites: ["label-us-blood-donation"],
      text: {
        en: "Not before 22 Nov 2026: giving blood.",
        ja: "2026年11月22日より前はできません(献血)。",
      },
      wayOut: [],
    },
    remarks: [],
    series: [],
    earliest: "2026-11-22",
    sources: {},
    knowledge: decision.knowledge,
    rules: decision.rules,
  },
  proposal: { product: "isotroin", capsuleMg: 20, dailyMg: 20, dosesPerDay: 1, days: 30 },
  decision,
  decided: { decision, sources },
  written: { version: 12, entries: [line], repeated: false },
  redemption: { patient: person, version: 12, authorisation, decision, sources },
  reruns: {
    reruns: [
      {
        number,
        question: "supply",
        at,
        verdict: "pass",
        rules: { was: "2", is: "2" },
        knowledge: { was: decision.knowledge, is: decision.knowledge, kept: true },
        again: [],
        today: [
          { rule: "dose-is-within-limits", was: said, is: { ...said, verdict: "advise", reason: "low" } },
        ],
      },
    ],
  },
  accesses: { items: [accessLine], next: null },
  rights: {
    patient: "K7QX2M9P",
    clinics: [
      {
        clinic: "tokyo-monthly",
        title: { en: "Monthly programme in Tokyo", ja: "東京・毎月通院プログラム" },
        home: true,
        since: "2026-11-20T01:30:00Z",
        until: null,
        reason: null,
      },
    ],
    links: [
      {
        account: "k3v9q2",
        name: "架空 花子",
        as: "patient",
        since: "2026-11-20T01:40:00Z",
        until: null,
      },
    ],
    shared: [],
  },
  audit: {
    clinic: "tokyo-monthly",
    items: [{ ...accessLine, patient: "K7QX2M9P", patientName: "山田 花子" }],
    next: "2026-11-20.1042",
  },
  personExport: {
    format: "isoward-person-1",
    exportedAt: at,
    patient: "K7QX2M9P",
    erased: false,
    entries: [
      {
        id: line.id,
        type: line.type,
        happened: { day, at },
        recordedAt: at,
        actor: "nurse",
        source: "manual",
        body: line.body,
      },
    ],
    kept: [
      {
        id: line.id,
        version: 12,
        position: 1042,
        hash: "…",
        actor: line.actor,
        clinic: "tokyo-monthly",
        site: "first",
      },
    ],
    decisions: [],
    knowledge: [],
    accesses: [accessLine],
    sha256: "…",
  },
  erasure: {
    patient: "K7QX2M9P",
    erased: false,
    may: false,
    restricted: false,
    against: [
      {
        id: "erase-retention-runs",
        text: {
          en: "The record has to be kept for 5 years after its last entry of 20 Nov 2026: until 20 Nov 2031.",
          ja: "記録は、最後の記載(2026年11月20日)から5年間、2031年11月20日まで保存する必要があります。",
        },
        remedy: {
          en: "Ask again after 20 Nov 2031. Until then its use can be restricted.",
          ja: "2031年11月20日を過ぎてから、もう一度お試しください。それまでは、利用を制限できます。",
        },
      },
    ],
    kept: { years: 5, lastDay: "2026-11-20", untilDay: "2031-11-20" },
    proof: null,
  },
  erased: {
    patient: "K7QX2M9P",
    proof: { number: 1, stream: "patient/K7QX2M9P", erasedAt: at, keyHash: "…", hash: "…" },
  },
  auditExport:
    '{"format":"isoward-audit-1","clinic":"tokyo-monthly","exportedAt":"2026-11-20T01:30:00Z","streams":[]}\n{"end":true,"entries":0,"sha256":"…"}\n',
  auditVerified:
    '{"is":"progress","done":0,"total":1240}\n{"is":"verified","streams":42,"entries":1240,"faults":0,"audit":2,"patients":39}\n',
  changes:
    'id: 1042\nevent: entry\ndata: {"stream":"patient/K7QX2M9P","version":12,"type":"weight-measured","clinic":"tokyo-monthly"}\n\n',
  protocols: {
    protocols: [
      {
        id: "jp-selfpay",
        is: "protocol",
        title: { en: "Japan, private pay", ja: "日本(自由診療)" },
        on: "floor",
        jurisdiction: "JP",
        zone: "Asia/Tokyo",
        usable: true,
        editions: [{ since: "2021-12-13", confirmed: true }],
        inForce: "2021-12-13",
      },
    ],
  },
  comparison: {
    on: day,
    a: comparedSide,
    b: {
      ...comparedSide,
      id: "tokyo-monthly",
      is: "clinic",
      title: { en: "Monthly programme in Tokyo", ja: "東京・毎月通院プログラム" },
    },
    values: [
      {
        parameter: "contraceptionMonthsAfter",
        topic: "contraception",
        title: { en: "Contraception after the last capsule", ja: "最後のカプセルの後の避妊" },
        floor: true,
        stricter: "b",
        a: {
          value: 1,
          text: { en: "1 month", ja: "1か月" },
          from: { id: "floor", title: { en: "What holds everywhere", ja: "すべてに共通する最低条件" } },
          sources: [],
        },
        b: {
          value: 6,
          text: { en: "6 months", ja: "6か月" },
          from: {
            id: "tokyo-monthly",
            title: { en: "Monthly programme in Tokyo", ja: "東京・毎月通院プログラム" },
          },
          sources: [],
        },
      },
    ],
  },
  problemPage: "moved (412)\n\nThe record has moved on\n…\n\n記録が更新されています\n…\n",
} as const;
