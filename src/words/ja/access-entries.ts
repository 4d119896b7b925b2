/** 閲覧と操作の権限、閲覧の記録を、経過の一行として。 */
import type { privateTopics } from "../../core/vocabulary.ts";
import type { AccessWords } from "../record-words.ts";
import { roles } from "./terms.ts";

export const accessEntries: AccessWords = {
  "staff-appointed": ({ role, sites }, say) =>
    `任命：${roles[role]}${sites === undefined ? "" : `(${say.list(sites)})`}`,
  "staff-dismissed": ({ role }) => `任命の終了：${roles[role]}`,
  "account-linked": ({ as }) => `${as === "patient" ? "患者さん本人" : "保護者"}のアカウントを登録`,
  "account-unlinked": () => "アカウントの登録を解除",
  "shared-with-guardian": ({ topics }, say) =>
    topics.length === 0
      ? "本人だけの事項は保護者に見せない"
      : `保護者にも見せる事項：${say.list(topics.map((topic) => topicNames[topic]))}`,
  "treatment-relation-started": ({ clinic, home, reason }, say) => {
    const name = say.name("protocol", clinic);
    const began = home ? `${name}が治療を引き継ぎ` : `${name}でも治療を開始`;
    return reason === undefined ? began : `${began}：「${reason}」`;
  },
  "treatment-relation-ended": ({ clinic }, say) => `${say.name("protocol", clinic)}での治療を終了`,
  "glass-broken": ({ clinic, reason }, say) =>
    `緊急のため${say.name("protocol", clinic)}から閲覧：「${reason}」`,
  "processing-restricted": () => "データの利用を制限",
  "restriction-lifted": () => "データの利用制限を解除",
  "person-data-read": ({ operation, patients }, say) =>
    `閲覧(${operation})${patients === undefined ? "" : `、${say.number(patients)}人分`}`,
  "access-refused": ({ operation }) => `閲覧・操作を拒否(${operation})`,
  "account-event": ({ event }) => `アカウント：${event}`,
};

const topicNames: { readonly [T in (typeof privateTopics)[number]]: string } = {
  contraception: "避妊",
  "sexual-history": "性に関すること",
  mood: "気分",
};
