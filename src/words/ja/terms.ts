import type { Words } from "../words.ts";

export const verdicts: Words["verdicts"] = {
  pass: "問題ありません",
  advise: "注意点があります",
  ask: "確認が必要です",
  wait: "まだ処方できません",
  stop: "処方できません",
};

export const answers: Words["answers"] = {
  pass: "今回の処方ができます。",
  advise: "今回の処方ができます。注意点をお読みください。",
  ask: "まだ処方できません。足りない情報があり、補うことができます。",
  wait: "まだ処方できません。日を待つ必要があります。",
  stop: "現在の状況では処方できません。",
};

export const dispensingVerdicts: Words["dispensingVerdicts"] = {
  ...verdicts,
  wait: "まだお渡しできません",
  stop: "お渡しできません",
};

export const dispensingAnswers: Words["dispensingAnswers"] = {
  pass: "今回の分をお渡しできます。",
  advise: "今回の分をお渡しできます。注意点をお読みください。",
  ask: "まだお渡しできません。足りない情報があり、補うことができます。",
  wait: "まだお渡しできません。日を待つ必要があります。",
  stop: "現在の状況ではお渡しできません。",
};

export const roles: Words["roles"] = {
  patient: "患者さん",
  guardian: "保護者",
  prescriber: "処方医",
  designee: "処方医の代行者",
  nurse: "看護師",
  lab: "検査室",
  pharmacist: "薬剤師",
  "front-desk": "受付",
  auditor: "監査担当",
  administrator: "管理者",
  unknown: "記録なし",
};

export const terms: Words["terms"] = {
  "cisgender-male": "シスジェンダー男性",
  hysterectomy: "子宮摘出",
  "bilateral-oophorectomy": "両側卵巣摘出",
  "post-menopausal": "閉経後",
  "tubal-sterilisation": "卵管結紮(不妊手術)",
  "partner-vasectomy": "パートナーの精管結紮",
  abstinence: "性交渉を控えること",
  "not-yet-menstruating": "初経前",
  perimenopause: "閉経周辺期",
  other: "その他の理由",
  "fsh-post-menopausal": "閉経後の範囲にあるFSH値",
  "hcg-negative": "hCG陰性",
  "oestradiol-low": "エストラジオール低値",
  "progesterone-absent": "血清プロゲステロンが検出されないこと",
  "certified-laboratory": "認定検査施設",
  "medical-setting": "医療機関",
  home: "自宅",
  any: "指定なし",
  clear: "症状なし",
  mild: "軽症",
  moderate: "中等症",
  severe: "重症",
  "very-severe": "最重症",
  nodules: "結節",
  scarring: "瘢痕",
  burden: "患者さんの大きな負担",
  truncal: "体幹(胸・背中)",
  patient: "患者さん",
  prescriber: "処方医",
  site: "調剤する施設",
  conventional: "従来型製剤",
  lidose: "リドース製剤",
  micronised: "微粒子化製剤",
  "with-meal": "食事と一緒に",
  unknown: "不明",
};

export const protocolTerms: Words["protocolTerms"] = {
  "informed-consent": "説明に基づく同意書",
  "birth-defects-consent": "先天異常の危険性についての同意書",
  "treatment-consent": "治療の同意書",
  "unapproved-medicine-explained": "国内未承認薬であることの説明書",
  "pregnancy-prevention-consent": "妊娠の予防についての同意書",
  "acknowledgement-of-risk": "リスク確認書",
  "acknowledgement-of-risk-revised":
    "リスク確認書(2026年1月改訂版：使う理由と、別の医師の意見を聞く権利を含む)",
  "reminder-card": "注意カードの手渡しと説明",
  "no-sharing": "残ったカプセルも含めて人に譲らないこと",
  "no-blood-donation": "服用中と終了後1か月間は献血をしないこと",
  "programme-requirements": "プログラムの決まり",
  "two-methods-together": "2つの避妊法を常に正しく併用すること",
  "pregnancy-risk": "胎児への危険性",
  "sexual-function": "性機能",
  "mental-health": "心の健康",
};
