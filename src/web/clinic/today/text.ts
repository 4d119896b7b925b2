/** Words of the page Today. */
import type { Group } from "../../../app/views/standing.ts";

type GroupWords = { readonly [G in Group]: { readonly title: string; readonly more: string } };

const groupsInEnglish: GroupWords = {
  alarm: { title: "Look now", more: "Treatment must stop, or somebody must look today" },
  dispense: { title: "Dispense", more: "Authorised and not handed out yet" },
  prescribe: { title: "Authorise", more: "Everything is there for the prescriber" },
  gather: { title: "Gather", more: "Something is missing or due, and somebody can see to it" },
  wait: { title: "Wait", more: "Only a later day helps" },
  held: { title: "On hold", more: "Paused by the prescriber" },
  treated: { title: "In treatment", more: "Capsules in hand; nothing is due" },
  ended: { title: "Ended", more: "The course is over" },
};
const groupsInJapanese: GroupWords = {
  alarm: { title: "至急", more: "治療の中止や、今日中の確認が必要です" },
  dispense: { title: "調剤", more: "承認済みで、まだお渡ししていません" },
  prescribe: { title: "承認", more: "必要な確認がそろい、処方医の承認を待っています" },
  gather: { title: "要確認", more: "足りない情報や今日の手順があり、対応できます" },
  wait: { title: "待機中", more: "日を待つ必要があります" },
  held: { title: "休止中", more: "処方医が休止しています" },
  treated: { title: "治療中", more: "カプセルが手元にあり、いま必要なことはありません" },
  ended: { title: "終了", more: "クールは終了しました" },
};

const en = {
  title: "Today",
  asOf: (clock: string) => `as of ${clock}`,
  newPatient: "New patient",
  downtime: "Print a sheet for a day without the computer",
  turn: "Whose turn",
  everyone: "Everyone’s turn",
  mine: (role: string, n: number) => `My turn: ${role} (${n})`,
  groups: groupsInEnglish,
  overview: "What needs a person",
  nobody: "No patients yet.",
  nobodyMore: "Register the first one, or choose another site.",
  noneOpen: "Nobody needs anything now.",
  noneMine: (role: string) => `Nothing waits for this role now: ${role}.`,
  closes: "Closes",
  from: (day: string) => `from ${day}`,
  now: "now",
  capsules: "Capsules",
  capsulesThrough: (day: string) => `until ${day}`,
  capsulesOver: (day: string) => `none since ${day}`,
};
const ja: typeof en = {
  title: "今日",
  asOf: (clock) => `${clock}時点`,
  newPatient: "患者を登録",
  downtime: "システム停止時に使う用紙を印刷",
  turn: "担当",
  everyone: "全員の担当",
  mine: (role, n) => `自分の担当:${role}(${n})`,
  groups: groupsInJapanese,
  overview: "対応が必要なこと",
  nobody: "患者さんはまだいません。",
  nobodyMore: "最初の患者さんを登録するか、別の院を選んでください。",
  noneOpen: "いま対応が必要な患者さんはいません。",
  noneMine: (role) => `いま${role}の対応を待っている患者さんはいません。`,
  closes: "期限",
  from: (day) => `${day}から`,
  now: "今すぐ",
  capsules: "カプセル",
  capsulesThrough: (day) => `${day}まで`,
  capsulesOver: (day) => `${day}からなし`,
};

export const todayText = { en, ja };
