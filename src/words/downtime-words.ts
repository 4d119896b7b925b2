/** Words of the sheet that a clinic prints for a day without a computer. */
import type { Language } from "./words.ts";

export interface DowntimeWords {
  readonly title: string;
  /** On top of each page: whose patients, and as of when. */
  readonly printed: (clinic: string, at: string) => string;
  readonly counts: (through: string) => string;
  readonly page: (number: number, of: number) => string;
  /** What holds for every line. */
  readonly rules: readonly string[];
  readonly call: string;
  readonly nobody: string;
  readonly born: (day: string) => string;
  readonly fictional: string;
  readonly mayBe: (within: string) => string;
  readonly mayNotBe: string;
  readonly supply: (name: string, mg: string, capsules: string, dailyMg: string, days: string) => string;
  readonly number: (number: string) => string;
  readonly within: (from: string | undefined, until: string) => string;
  readonly pack: (day: string) => string;
  readonly noAuthorisation: string;
  /** When a window closes, or what was authorised lapses. */
  readonly closes: (until: string) => string;
  readonly more: (count: number) => string;
  readonly whose: (role: string, text: string) => string;
  /** Blanks to be filled in by hand. */
  readonly blanks: {
    readonly handedOut: readonly string[];
    readonly seenTo: readonly string[];
    readonly alarm: readonly string[];
    readonly other: readonly string[];
  };
  /** Of the page for whoever is not on the list. */
  readonly others: string;
  readonly othersMore: string;
  /** Of the page in the app. */
  readonly print: string;
  readonly lead: string;
}

export const downtimeWords: { readonly [L in Language]: DowntimeWords } = {
  en: {
    title: "Without the computer",
    printed: (clinic, at) => `${clinic} · as of ${at}`,
    counts: (through) => `Counts through ${through}, and no longer than each line says.`,
    page: (number, of) => `Page ${number} of ${of}`,
    rules: [
      "Hand out only what stands here, to the person named here, within the time given. Ask for name and date of birth first.",
      "Ask whether anything is new: a possible pregnancy, contraception missed, mood, symptoms, other medicines. If so, or if you are not sure: hand out nothing and call the prescriber.",
      "Nothing is authorised on paper. What happens after this sheet was made is not on it: the newest sheet counts, and what is written by hand counts before it.",
      "Afterwards, alarms first: enter each thing under the patient with the day and time written here, then each supply under its number (Dispense). A number that does not pass any more goes to the prescriber. Tick each line.",
      "Names stand here: keep it locked away, and destroy it once all of it is entered and looked over.",
    ],
    call: "Prescriber to call: ______________________  Telephone: ______________________",
    nobody: "Nobody is due today or tomorrow.",
    born: (day) => `born ${day}`,
    fictional: "fictional",
    mayBe: (within) => `May be handed out ${within}`,
    mayNotBe: "Hand out nothing.",
    supply: (name, mg, capsules, dailyMg, days) =>
      `${name} ${mg} mg, ${capsules} capsules (${dailyMg} mg a day, ${days} days)`,
    number: (number) => `No. ${number}`,
    within: (from, until) => (from === undefined ? `until ${until}` : `from ${from} until ${until}`),
    pack: (day) => `pack to be good until ${day} or later`,
    noAuthorisation: "Not authorised yet: that needs the computer.",
    closes: (until) => `Closes ${until}.`,
    more: (count) => `… and ${count} more, once the computer is back.`,
    whose: (role, text) => `${role}: ${text}`,
    blanks: {
      handedOut: ["Day, time", "Capsules", "Lot", "Expiry", "By", "☐ Entered"],
      seenTo: ["Day, time", "What, result", "By", "☐ Entered"],
      alarm: ["Told, day, time", "What was said", "By", "☐ Entered"],
      other: ["Name, date of birth, number", "What happened, day, time", "By", "☐ Entered"],
    },
    others: "Not on the list",
    othersMore:
      "Nothing is handed out to anybody who is not on the list. Write down who came or called, and what about.",
    print: "Print",
    lead: "For a day without the computer: who may come today or tomorrow, what may be handed out until when, and room to write. Print it each evening.",
  },
  ja: {
    title: "システム停止時の用紙",
    printed: (clinic, at) => `${clinic} ・ ${at}時点`,
    counts: (through) => `${through}まで有効です。各行の期限を過ぎたものは使えません。`,
    page: (number, of) => `${number} / ${of} ページ`,
    rules: [
      "お渡しできるのは、ここに書かれた人に、書かれた薬を、書かれた期限内に限ります。先にお名前と生年月日を確認してください。",
      "変わったことがないか尋ねてください:妊娠の可能性、避妊の途切れ、気分、症状、ほかの薬。ある場合や判断に迷う場合はお渡しせず、処方医に連絡してください。",
      "紙の上で新たな承認はできません。作成後の出来事はこの用紙に載っていません。いちばん新しい用紙を使い、手書きの記入を優先してください。",
      "復旧後は、緊急のものから順に、書いた日時で患者ごとに入力し、次にお渡しした薬を番号で「調剤」に入力します。番号が通らない場合は処方医に回してください。入力した行には印を付けます。",
      "お名前が載っています。施錠して保管し、入力と確認が済んだら破棄してください。",
    ],
    call: "連絡する処方医:______________________ 電話:______________________",
    nobody: "今日・明日に予定のある患者さんはいません。",
    born: (day) => `${day}生`,
    fictional: "架空",
    mayBe: (within) => `お渡しできます:${within}`,
    mayNotBe: "お渡しできません。",
    supply: (name, mg, capsules, dailyMg, days) =>
      `${name} ${mg} mg ${capsules}カプセル(1日${dailyMg} mg、${days}日分)`,
    number: (number) => `番号 ${number}`,
    within: (from, until) => (from === undefined ? `${until}まで` : `${from}から${until}まで`),
    pack: (day) => `使用期限が${day}以降の包装`,
    noAuthorisation: "まだ承認されていません。承認にはシステムが必要です。",
    closes: (until) => `期限:${until}`,
    more: (count) => `ほか${count}件(復旧後に確認)`,
    whose: (role, text) => `${role}:${text}`,
    blanks: {
      handedOut: ["日時", "カプセル数", "ロット", "使用期限", "担当", "☐ 入力済み"],
      seenTo: ["日時", "内容・結果", "担当", "☐ 入力済み"],
      alarm: ["連絡した日時", "話した内容", "担当", "☐ 入力済み"],
      other: ["お名前・生年月日・番号", "内容・日時", "担当", "☐ 入力済み"],
    },
    others: "この用紙に載っていない方",
    othersMore: "載っていない方には何もお渡しできません。来院・電話された方と、その内容を書いてください。",
    print: "印刷する",
    lead: "システムが使えない日のための用紙です。今日・明日に来院しうる患者さんごとに、お渡しできる薬とその期限、書き込む欄を載せています。毎日の終わりに印刷してください。",
  },
};
