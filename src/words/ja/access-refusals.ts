/** 権限を変更できない理由と、そのかわりにすること。 */
import type { AccessRefusalWords } from "../record-words.ts";
import { roles } from "./terms.ts";

export const accessRefusals: AccessRefusalWords = {
  "not-appointed": ({ appointed }) => ({
    says: `このアカウントは、ここでは${roles[appointed]}に任命されていません。`,
    remedy: "スタッフの一覧で、アカウントと役割を確認してください。",
  }),
  "last-administrator": () => ({
    says: "このクリニックの最後の管理者です。管理者がいなくなると、誰も任命できなくなります。",
    remedy: "先に別の管理者を任命してください。",
  }),
  "own-account": () => ({
    says: "患者さんの記録を、自分のアカウントに開くことはできません。",
    remedy: "関係を確認したほかのスタッフに依頼してください。",
  }),
  "linked-already": ({ as }) => ({
    says:
      as === "patient"
        ? "患者さん本人のアカウントは、すでに登録されています。"
        : "このアカウントは、保護者としてすでに登録されています。",
    remedy: "変更が必要な場合は、先にその登録を解除してください。",
  }),
  "not-linked": () => ({
    says: "このアカウントは、この患者さんの記録に登録されていません。",
    remedy: "この記録を見られるアカウントの一覧を確認してください。",
  }),
  "authorisation-open": () => ({
    says: "まだ使われていない承認があります。",
    remedy: "先に薬をお渡しするか、承認を取り消してください。",
  }),
  "hand-over-first": ({ sinceDay }, say) => ({
    says: `${say.day(sinceDay)}からのクールが進行中で、このクリニックが担当しています。`,
    remedy: "先に別のクリニックに引き継いでもらうか、クールを終了してください。",
  }),
  "not-enrolled": ({ programme, party }, say) => ({
    says:
      party === "prescriber"
        ? `${say.name("protocol", programme)}へのご自身の登録が、ここには記録されていません。`
        : `この施設が${say.name("protocol", programme)}に登録されているかどうか、ここでは確認できません。`,
    remedy:
      party === "prescriber"
        ? "登録を済ませてご自身のアカウントで記録するか、登録済みの処方医に承認を依頼してください。"
        : "治療を受けているクリニックで薬をお渡ししてください。",
  }),
  "agreed-by-one-alone": () => ({
    says: "イソトレチノインによる治療が適切だという同意が、ほかの処方医のアカウントでは記録されていません。",
    remedy: "2人目の処方医にサインインしてもらい、同意を記録してもらってください。",
  }),
  "record-is-open": () => ({
    says: "この患者さんはこのクリニックで治療中のため、記録は通常どおり開けます。",
    remedy: "通常の方法で記録を開いてください。",
  }),
  "record-in-use": ({ sinceDay }, say) => ({
    says: `${say.day(sinceDay)}からのクールが進行中で、担当者が記録を見る必要があります。`,
    remedy: "先にクールを終了してください。",
  }),
};
