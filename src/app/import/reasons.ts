/** Why a resource, or an entry of a record file, became nothing in the ledger: the importer's reasons, and the ledger's. */
import type { Reason } from "../../fhir/account.ts";
import { type AccountLanguage, accountSentence } from "../../fhir/account-words.ts";

export const ledgerReasons = [
  "order-proposed",
  "registered-already",
  "dated-ahead",
  "clinics-own",
  "given-elsewhere",
  "of-another-ledger",
  "mends-what-was-left-aside",
  "not-the-importers-word",
  "stands-until-withdrawn",
] as const;
export type LedgerReason = (typeof ledgerReasons)[number];

export type LeftAside = Reason | { readonly reason: LedgerReason; readonly detail?: string };

const words: { readonly [L in AccountLanguage]: { readonly [R in LedgerReason]: string } } = {
  en: {
    "order-proposed":
      "An order is a question and no fact: it is kept as a document, and what it asks for is decided and authorised here.",
    "registered-already": "This person is registered already.",
    "dated-ahead":
      "This is dated later than now. What speaks against treatment counts as of now; the rest does not.",
    "clinics-own": "This belongs to the clinic's own record and not to a patient's: record it there.",
    "given-elsewhere":
      "This permitted a supply somewhere else. It permits none here: decide, and authorise the supply anew.",
    "of-another-ledger": "This is about another ledger's own work, and says nothing about the patient.",
    "mends-what-was-left-aside": "This corrects an entry that was itself left aside.",
    "not-the-importers-word":
      "This counts only by the word of somebody who may settle it, and whoever imported it may not. It is kept as a document; what it would settle is asked for here.",
    "stands-until-withdrawn":
      "An earlier version spoke against treatment. It stands until a prescriber withdraws it, or imports this.",
  },
  ja: {
    "order-proposed":
      "処方の指示は問い合わせであって、事実ではありません。文書として保存しました。内容はここで判断し、承認してください。",
    "registered-already": "この人はすでに登録されています。",
    "dated-ahead": "現在より後の日付です。治療に不利な内容だけを、今のこととして扱います。",
    "clinics-own": "患者ではなく、クリニック自身の記録に属する内容です。そちらに記録してください。",
    "given-elsewhere":
      "別の場所での処方を認めたものです。ここでの処方を認めるものではありません。改めて判断し、承認してください。",
    "of-another-ledger": "別の台帳の内部の記録であり、患者についての情報はありません。",
    "mends-what-was-left-aside": "取り込まれなかった記録に対する訂正です。",
    "not-the-importers-word":
      "取り込んだ人の立場では決められない内容です。文書として保存しました。必要な判断は、ここで改めて確認します。",
    "stands-until-withdrawn":
      "以前の内容は治療に不利なものでした。処方医が取り消すか、処方医がこれを取り込むまで有効です。",
  },
};

/** The sentence for a reason, with its fact. */
export function leftAsideSentence(left: LeftAside, language: AccountLanguage): string {
  if (!isLedgers(left)) return accountSentence(left, language);
  const sentence = words[language][left.reason];
  if (left.detail === undefined) return sentence;
  return language === "ja" ? `${sentence}(${left.detail})` : `${sentence} (${left.detail})`;
}

function isLedgers(left: LeftAside): left is Extract<LeftAside, { reason: LedgerReason }> {
  return (ledgerReasons as readonly string[]).includes(left.reason);
}
