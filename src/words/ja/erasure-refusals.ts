/** 消去できない理由と、そのかわりにすること。 */
import type { ErasureRefusalWords } from "../record-words.ts";

export const erasureRefusals: ErasureRefusalWords = {
  "erase-during-course": ({ sinceDay }, say) => ({
    says: `${sinceDay === undefined ? "" : `${say.day(sinceDay)}からの`}クールが進行中で、担当者が記録を見る必要があります。`,
    remedy: "クールを終了し、最後のカプセルを飲んだ日を記録してください。",
  }),
  "erase-last-capsule-unknown": () => ({
    says: "最後のカプセルを飲んだ日が記録されていないため、服用後の注意がいつまで必要か分かりません。",
    remedy: "最後のカプセルを飲んだ日を記録してください。",
  }),
  "erase-in-safety-time": ({ lastCapsuleDay, untilDay }, say) => ({
    says: `最後のカプセルは${say.day(lastCapsuleDay)}で、服用後の注意は${say.day(untilDay)}まで必要です。`,
    remedy: `${say.day(untilDay)}を過ぎてから、もう一度お試しください。`,
  }),
  "erase-with-open-pregnancy": ({ sinceDay }, say) => ({
    says: `${say.day(sinceDay)}からの妊娠が続いており、そのために記録が必要です。`,
    remedy: "妊娠の終了を記録してから、もう一度お試しください。",
  }),
  "erase-retention-unset": ({ missing, clinic }, say) =>
    missing === "setting"
      ? {
          says: "記録を何年保存するかが、このサーバーに設定されていません。設定されるまでは、誰の記録も消去できません。",
          remedy: "お住まいの国の法令に従い、retentionYearsの設定をサーバーの管理者に依頼してください。",
        }
      : {
          says: `${say.name("protocol", clinic)}では、記録の保存期間についての方針に署名がありません。署名されるまでは、誰の記録も消去できません。`,
          remedy: "処方医が、方針「retention」に年数を書いて署名してください。",
        },
  "erase-retention-runs": ({ lastDay, years, untilDay }, say) => ({
    says: `記録は、最後の記載(${say.day(lastDay)})から${say.number(years)}年間、${say.day(untilDay)}まで保存する必要があります。`,
    remedy: `${say.day(untilDay)}を過ぎてから、もう一度お試しください。それまでは、利用を制限できます。`,
  }),
  "erase-not-confirmed": ({ typed }) => ({
    says: `「${typed}」はこの患者さんの番号ではないため、消去していません。`,
    remedy: "この画面に表示されている患者番号を、そのまま入力してください。",
  }),
};
