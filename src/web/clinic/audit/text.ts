/** Words of the auditor's page. */
const count = (n: number, one: string, many: string) => `${n.toLocaleString("en")} ${n === 1 ? one : many}`;

const en = {
  title: "Audit trail",
  lead: "Who saw patients' data, who was refused, and what happened to accounts. A read is written down before its answer leaves; nothing here can be changed unseen.",
  find: "Find",
  patient: "Patient number",
  account: "Person",
  everybody: "Everybody",
  from: "From",
  to: "To",
  clear: "Show everything",
  wrongPatient: "That is no patient number.",
  attention: "To look at first",
  attentionLead: "Records opened in an emergency, and what was refused.",
  everything: "Everything",
  everythingOf: (patient: string) => `Everything about ${patient}, what the clinic wrote included`,
  export: "Take along",
  exportMore: "A file that can be verified anywhere, without this server: isoward audit verify FILE.",
  exportAll: "Export everything",
  exportMonths: (from: string, to: string) =>
    from === to
      ? `Export ${from}`
      : from === ""
        ? `Export up to ${to}`
        : to === ""
          ? `Export from ${from}`
          : `Export ${from} to ${to}`,
  verify: "Verify the chain",
  verifyMore:
    "Every entry carries a hash over itself and the one before it. This goes through the audit trail, the clinic's own entries and its patients' records.",
  verifyNow: "Verify now",
  verifyAgain: "Verify again",
  verifying: (done: number, total: number) =>
    `${done.toLocaleString("en")} of ${count(total, "entry", "entries")}`,
  stop: "Stop",
  whole: "The chain is whole",
  wholeMore: (entries: number, streams: number) =>
    `${count(entries, "entry", "entries")} in ${count(streams, "chain", "chains")}: every hash is as it was written.`,
  broken: "The chain is NOT whole",
  brokenMore: (faults: number) =>
    `${count(faults, "fault", "faults")} found. Leave everything as it is, and tell whoever runs the server: docs/operations.md says how to go on.`,
  chains: { audit: "Audit trail", clinic: "Clinic's own", patients: "Patients' records" },
  chainsOf: (n: number) => count(n, "chain", "chains"),
  faultsIn: (n: number) => count(n, "fault", "faults"),
  faults: {
    hash: "is not the entry that was written",
    gap: "and those after it are missing",
    "missing-tail": "and everything newer is missing",
    "missing-stream": "is missing whole",
    root: "does not match what was sealed",
    file: "is damaged",
  },
  entry: (stream: string, version: number | undefined) =>
    version === undefined ? stream : `${stream}, entry ${version}`,
  moreFaults: (n: number) => `and ${n.toLocaleString("en")} more`,
};
const ja: typeof en = {
  title: "監査記録",
  lead: "患者さんのデータを誰が見たか、何が拒否されたか、アカウントに何があったかの記録です。閲覧は表示の前に記録され、あとから気付かれずに変えることはできません。",
  find: "絞り込み",
  patient: "患者番号",
  account: "人",
  everybody: "全員",
  from: "開始日",
  to: "終了日",
  clear: "すべて表示",
  wrongPatient: "患者番号の形ではありません。",
  attention: "先に確認すること",
  attentionLead: "緊急時に開かれた記録と、拒否された操作です。",
  everything: "すべての記録",
  everythingOf: (patient) => `${patient}に関するすべて(クリニックの記載を含む)`,
  export: "書き出し",
  exportMore: "このサーバーがなくても、isoward audit verify FILE で検証できるファイルです。",
  exportAll: "すべて書き出す",
  exportMonths: (from, to) =>
    from === to
      ? `${from}を書き出す`
      : from === ""
        ? `${to}までを書き出す`
        : to === ""
          ? `${from}からを書き出す`
          : `${from}〜${to}を書き出す`,
  verify: "連鎖の検証",
  verifyMore:
    "各記載には、その記載と直前の記載を合わせたハッシュが付いています。監査記録、クリニックの記載、患者さんの記録をすべて確かめます。",
  verifyNow: "検証する",
  verifyAgain: "もう一度検証する",
  verifying: (done, total) => `${total.toLocaleString("ja")}件中${done.toLocaleString("ja")}件`,
  stop: "中止",
  whole: "連鎖は完全です",
  wholeMore: (entries, streams) =>
    `${streams.toLocaleString("ja")}本の連鎖、${entries.toLocaleString("ja")}件すべてのハッシュが記録時と一致しました。`,
  broken: "連鎖は完全ではありません",
  brokenMore: (faults) =>
    `異常が${faults.toLocaleString("ja")}件あります。何も変更せず、サーバーの管理者に知らせてください。手順は docs/operations.md にあります。`,
  chains: { audit: "監査記録", clinic: "クリニックの記載", patients: "患者さんの記録" },
  chainsOf: (n) => `${n.toLocaleString("ja")}本`,
  faultsIn: (n) => `異常${n.toLocaleString("ja")}件`,
  faults: {
    hash: "は、記録時の内容と異なります",
    gap: "以降の記載が途中で欠けています",
    "missing-tail": "以降の記載がありません",
    "missing-stream": "は、すべて欠けています",
    root: "は、封印した内容と一致しません",
    file: "は、壊れています",
  },
  entry: (stream, version) => (version === undefined ? stream : `${stream}の${version}番目`),
  moreFaults: (n) => `ほか${n.toLocaleString("ja")}件`,
};

export const auditText = { en, ja };
