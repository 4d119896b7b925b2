/** Words around a list of who saw what. */
const en = {
  nameless: "Unnamed account",
  reason: "Reason",
  because: "Why",
  older: "Show older",
  all: (n: number) => (n === 1 ? "That is the only entry." : `Those are all ${n} entries.`),
  nothing: "Nothing here.",
  kinds: { read: "Seen", write: "Written", refused: "Refused", opened: "Emergency", account: "Account" },
  onlyPatient: (patient: string) => `Show only patient ${patient}`,
  onlyAccount: (name: string) => `Show only ${name}`,
};
const ja: typeof en = {
  nameless: "名前のないアカウント",
  reason: "理由",
  because: "拒否の理由",
  older: "さらに古いものを表示",
  all: (n) => `全${n}件を表示しています。`,
  nothing: "該当するものはありません。",
  kinds: { read: "閲覧", write: "記載", refused: "拒否", opened: "緊急閲覧", account: "アカウント" },
  onlyPatient: (patient) => `患者${patient}だけを表示`,
  onlyAccount: (name) => `${name}だけを表示`,
};

export const accessText = { en, ja };
