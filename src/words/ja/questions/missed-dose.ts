import type { missedDose as question } from "../../../core/questions/missed-dose.ts";
import type { QuestionWords } from "../../question-words.ts";

export const missedDose: QuestionWords<typeof question> = {
  title: "飲み忘れたときはどうすればいいですか",
  lead: "飲み忘れは誰にでもあります。1回抜けただけで治療が無駄になることはありません。2回分を一度に飲むことだけはしないでください。",
  fields: {
    what: {
      label: "何がありましたか",
      choices: { forgotten: "飲み忘れた", vomited: "飲んだあと吐いた", "two-taken": "2回分を一度に飲んだ" },
    },
    missedOn: {
      label: "いつの分ですか",
      choices: { today: "今日の分", yesterday: "昨日の分", earlier: "それより前、または何日分も" },
    },
    noticed: {
      label: "いつ気づきましたか",
      choices: {
        "before-next-dose": "次に飲む時間の前",
        "at-next-dose": "次に飲む時間になって",
        "after-next-dose": "次の分を飲んだあと",
      },
    },
    dosesMissed: { label: "何回分を飲み忘れましたか" },
    nextDoseNear: {
      label: "次に飲む時間が近い",
      hint: "説明書や薬剤師の説明に従ってください。何時間なら近いかを示す資料は、ここにはありません。",
    },
    hoursUntilNext: { label: "次に飲むまでの時間" },
    dosesPerDay: { label: "1日に飲む回数(処方どおり)" },
    capsulesPerDose: { label: "1回に飲むカプセル数" },
    twoTogether: { label: "忘れた分を取り戻すため、2回分を一度に飲みたいですか" },
  },
  reasons: {
    "take-none-for-now": ({ sinceDay }, say) =>
      `今はカプセルを飲まないでください。${say.day(sinceDay)}から、処方医の確認が済んでいないことがあります。クリニックに連絡してください。`,
    "nothing-told": () =>
      "何があったかを教えてください。飲み忘れた、飲んだあとに吐いた、2回分を飲んだ、のどれでしょうか。",
    "not-under-way": () =>
      "記録では、今はカプセルを飲む期間ではありません。クリニックに確認するまで、飲まないでください。",
    "never-two-together": () =>
      "いいえ、2回分を一度に飲まないでください。忘れた分はとばし、次はいつもの時間に1回分を飲みます。",
    "two-taken": () =>
      "これ以上は飲まずに、今日のうちにクリニックか薬剤師に連絡してください。次の分をどうするかを示す資料は、ここにはありません。",
    vomited: () =>
      "代わりのカプセルを飲み足さないでください。吐いたときの飲み方を示す資料は、ここにはありません。薬剤師か処方医に確認してください。",
    "several-missed": () =>
      "忘れた分をまとめて飲まないでください。何回分も抜けたあとの飲み方は処方医が決めます。クリニックに連絡してください。",
    "only-the-next": () => "忘れた分はとばしてください。今飲む時間の1回分だけを、処方どおりに飲みます。",
    skip: () => "忘れた分は飲まずにとばし、次の分をいつもの時間に飲んでください。",
    "skip-because-near": () =>
      "次に飲む時間が近いので、忘れた分はとばし、次の分をいつもの時間に飲んでください。",
    "take-now": () =>
      "忘れた1回分だけを今飲んでください(多くの製品は食後に飲みます)。そのあとは、いつもの時間に戻ります。",
    "is-the-next-near": ({ hoursUntilNext }, say) =>
      `欧州の説明書では、次に飲む時間が近くなければ、気づいたときに飲みます。${
        hoursUntilNext === undefined
          ? "どのくらいなら「近い」のかを示す数字は、ここにはありません"
          : `${say.number(hoursUntilNext)}時間が「近い」かどうかを示す資料は、ここにはありません`
      }。説明書を見るか、薬剤師に確認してください。迷うときは、とばしてください。`,
    "near-or-not": ({ hoursUntilNext }, say) =>
      `次の時間は近くないとのことですが、${hoursUntilNext === undefined ? "まもなく" : `あと${say.number(hoursUntilNext)}時間で`}次の分を飲む時間になり、忘れた時間よりも次の時間のほうが近くなっています。飲む前に説明書を見るか、薬剤師に確認してください。迷うときは、忘れた分はとばしてください。`,
    "never-two": () => "何回忘れても、2回分を一度に飲むことはしません。",
    "one-dose-of-several": ({ capsulesPerDose }, say) =>
      `一度に${say.number(capsulesPerDose)}カプセル飲むように処方されている場合は、それで1回分です。2回分はその倍の数になります。`,
    "contraception-goes-on": () =>
      "妊娠の可能性がある方へ:飲み忘れても、避妊をやめてよいことにはなりません。治療中も最後のカプセルのあとも、決められた期間は途切れずに続けてください。",
    "page-takes-it-late": () =>
      "あるクリニックのページでは、1日1回の方が、昼食後の分を夕食後に、夕食後の分を寝る前に飲むとしています。ここで適用している基準では、とばします。",
    "page-takes-it-late-too": () =>
      "あるクリニックのページでは、1日1回の方は、その日のうちなら気づいたときに飲むとしています。欧州の説明書も、次の時間が近くなければ同じです。",
    "page-takes-two-together": () =>
      "あるクリニックのページでは、朝の分を忘れたら夕食後に2カプセルを一度に飲むとしています。これは危険な説明です。2回分を一度に飲むことはしません。",
  },
};
