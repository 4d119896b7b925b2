import type { eligibility as question } from "../../../core/questions/eligibility/eligibility.ts";
import type { QuestionWords } from "../../question-words.ts";

export const eligibility: QuestionWords<typeof question> = {
  title: "イソトレチノインで治療できますか",
  lead: "治療できない理由、先に処方医が判断して記録すること、問題のないことを、記録またはご本人の答えから調べます。決めるのは処方医です。",
  fields: {
    age: { label: "年齢(歳)" },
    pubertyBegun: { label: "思春期が始まっている", hint: "18歳未満の方だけ。" },
    guardian: { label: "保護者が付き添う", hint: "未成年の方だけ。" },
    indication: { label: "何の治療か", hint: "ニキビなら空欄のままで構いません。" },
    severity: {
      label: "ニキビの重症度",
      choices: {
        clear: "なし",
        mild: "軽症",
        moderate: "中等症",
        severe: "重症",
        "very-severe": "最重症",
      },
    },
    features: {
      label: "ほかにあるもの",
      choices: {
        nodules: "しこり(結節)",
        scarring: "ニキビ跡",
        burden: "生活への大きな負担",
        truncal: "胸や背中のニキビ",
      },
    },
    priorTreatments: {
      label: "これまでの治療",
      hint: "1つずつ、週数と結果を書いてください。",
      columns: {
        agent: {
          label: "治療",
          choices: {
            "systemic-antibiotic": "抗菌薬の内服",
            "topical-retinoid": "レチノイドの塗り薬",
            "topical-antibiotic": "抗菌薬の塗り薬",
            "benzoyl-peroxide": "過酸化ベンゾイル",
            hormonal: "ホルモン治療",
            isotretinoin: "イソトレチノイン",
            other: "その他",
          },
        },
        weeks: { label: "週数" },
        result: {
          label: "結果",
          choices: {
            failed: "効かなかった",
            partial: "一部効いた",
            cleared: "治った",
            "not-tolerated": "副作用で続けられなかった",
          },
        },
      },
    },
    lastCapsule: { label: "以前の治療で最後にカプセルを飲んだ日" },
    canBecomePregnant: {
      label: "妊娠の可能性がある体か",
      hint: "卵巣と子宮があれば、年齢・パートナー・避妊の有無にかかわらず「はい」です。",
    },
    cannotBecause: {
      label: "妊娠の可能性がない理由",
      hint: "理由として認められるのは最初の4つだけです。ほかの場合は、妊娠の可能性があるものとして扱います。",
      choices: {
        "cisgender-male": "シスジェンダー男性",
        hysterectomy: "子宮を摘出した",
        "bilateral-oophorectomy": "両側の卵巣を摘出した",
        "post-menopausal": "閉経後(記録あり)",
        "tubal-sterilisation": "卵管結紮",
        "partner-vasectomy": "パートナーの精管切除",
        abstinence: "性交渉がない",
        "not-yet-menstruating": "初経前",
        perimenopause: "閉経が近い",
        other: "その他",
      },
    },
    pregnant: { label: "妊娠している、またはその可能性がある" },
    breastfeeding: { label: "授乳中" },
    planningPregnancy: { label: "妊娠を予定している" },
    planningWithinMonths: { label: "何か月以内の予定か" },
    preventionAgreed: { label: "治療前・治療中・治療後の避妊と検査に同意する" },
    conditions: { label: "病気", hint: "ふだんの言葉で。なければ「なし」と書いてください。" },
    pastConditions: {
      label: "以前かかって治った病気",
      hint: "ふだんの言葉で。なければ「なし」と書いてください。",
    },
    allergies: { label: "アレルギー", hint: "ふだんの言葉で。なければ「なし」と書いてください。" },
    medicines: { label: "薬・サプリメント", hint: "ふだんの言葉で。なければ「なし」と書いてください。" },
    eyeSurgery: { label: "レーシック・PRKを受けたか、予定がある" },
    eyeSurgeryDone: { label: "レーシック・PRKを受けた日" },
    eyeSurgeryPlanned: { label: "レーシック・PRKの予定日" },
    hairRemoval: { label: "レーザー・光脱毛を続けている" },
    privateImport: { label: "個人輸入したカプセルを飲んでいる、または飲む予定がある" },
    regularVisits: { label: "毎月通院できる" },
  },
  sections: { counts: "治療できない理由・まだ決まっていないこと", know: "問題のないこと" },
  reasons: {
    "not-treated": ({ stops }, say) =>
      `イソトレチノインでは治療できません(理由${say.number(stops)}件。解消できないものがあります)。`,
    "not-as-things-stand": ({ stops, asks }, say) =>
      asks === 0
        ? `今のままでは治療できません(理由${say.number(stops)}件)。`
        : `今のままでは治療できません(理由${say.number(stops)}件、未確認${say.number(asks)}件)。`,
    "not-yet": ({ earliestDay, asks }, say) => {
      const when =
        earliestDay === undefined
          ? "まだ治療を始められません。"
          : `${say.day(earliestDay)}より前には治療を始められません。`;
      return asks === 0 ? when : `${when}ほかに未確認が${say.number(asks)}件あります。`;
    },
    open: ({ asks }, say) =>
      `今のところ治療できない理由はありませんが、先に確認または処方医の判断が必要なことが${say.number(asks)}件あります。`,
    "under-way": ({ asks }, say) =>
      `治療はすでに始まっています。この質問は、これから始めるときのものです。新しく始める場合は、先に確認または処方医の判断が必要なことが${say.number(asks)}件あります。次の処方ができるかどうかは、処方のときに判断します。`,
    "may-with-care": ({ advice }, say) =>
      `治療できない理由はありません。注意することが${say.number(advice)}件あります。決めるのは処方医で、最初のカプセルの前の検査は別に必要です。`,
    may: () => "治療できない理由はありません。決めるのは処方医で、最初のカプセルの前の検査は別に必要です。",
    "as-said": () =>
      "ここで答えた内容による判定です。クリニックが確認して記録し、妊娠の可能性について処方医が確認して初めて有効になります。",
  },
};
