/** Words of what may be done with somebody's data as such. */
const en = {
  title: "Data of this person",
  number: "Patient number",
  takeHeading: "Take everything along",
  takeMore:
    "One file with every entry, names, notes, documents, decisions, and who saw what. Another practice can import its entries. Who takes it is written down, and the patient sees it.",
  take: "Export as a file",
  restrictHeading: "Restrict use",
  restrictMore:
    "The data are kept and no longer used: the record is on no list, found by no name, and not exported. The patient, the administrator and the auditor still reach it; in an emergency a prescriber, nurse or pharmacist opens it with a reason.",
  restricted: "The use of this record is restricted.",
  reason: "Reason",
  reasonHint: "In your own words; it is kept privately with the record.",
  restrict: "Restrict use",
  lift: "Lift the restriction",
  eraseHeading: "Erase",
  eraseMore:
    "Names, words and documents become unreadable for good, here and in every backup. What is coded stays under the number alone, so that the chain stays whole.",
  against: "Not now:",
  keptUntil: (years: number, day: string) =>
    `Kept for ${years === 1 ? "1 year" : `${years} years`}, until ${day}.`,
  ask: "Erase this person …",
  confirmHeading: "Erase for good",
  confirmMore:
    "Nothing brings it back. Accounts that opened this record lose it; those that were there for it alone are removed.",
  confirm: (number: string) => `Type the patient's number, ${number}`,
  erase: "Erase for good",
  cancel: "Cancel",
  erased: "This person was erased",
  proofMore:
    "The proof that the key is destroyed. Each proof hangs on the one before, so that none can be left out. Keep it.",
  proof: {
    number: "Erasure",
    stream: "Record",
    erasedAt: "At",
    keyHash: "Key (SHA-256)",
    hash: "Proof (SHA-256)",
  },
  noKey: "there never was one",
  print: "Print the proof",
};
const ja: typeof en = {
  title: "この方のデータ",
  number: "患者番号",
  takeHeading: "データの書き出し",
  takeMore:
    "すべての記載、氏名、メモ、文書、判定、閲覧の記録を一つのファイルにします。記載は、別のクリニックで取り込めます。誰が書き出したかは記録され、患者さんにも表示されます。",
  take: "ファイルに書き出す",
  restrictHeading: "利用の制限",
  restrictMore:
    "データは保存したまま、利用を止めます。一覧や氏名での検索に出ず、書き出しもできません。患者さん本人、管理者、監査担当は引き続き確認でき、緊急時には処方医・看護師・薬剤師が理由を示して開けます。",
  restricted: "この記録は利用が制限されています。",
  reason: "理由",
  reasonHint: "自由に書いてください。記録とともに非公開で保存されます。",
  restrict: "利用を制限する",
  lift: "制限を解除する",
  eraseHeading: "消去",
  eraseMore:
    "氏名・文章・文書は、ここでもどのバックアップでも、二度と読めなくなります。コード化された内容は番号だけで残り、連鎖は保たれます。",
  against: "今は消去できません。",
  keptUntil: (years, day) => `保存期間は${years}年(${day}まで)です。`,
  ask: "この方を消去する…",
  confirmHeading: "完全に消去",
  confirmMore:
    "元に戻す方法はありません。この記録を開けるアカウントは登録が解除され、この記録のためだけのアカウントは削除されます。",
  confirm: (number) => `患者番号(${number})を入力してください`,
  erase: "完全に消去する",
  cancel: "やめる",
  erased: "消去済みです",
  proofMore:
    "鍵を破棄したことの証明です。証明は一つ前の証明とつながっており、途中を省くことはできません。保管してください。",
  proof: { number: "消去", stream: "記録", erasedAt: "日時", keyHash: "鍵(SHA-256)", hash: "証明(SHA-256)" },
  noKey: "もともとありません",
  print: "証明を印刷",
};

export const dataText = { en, ja };
