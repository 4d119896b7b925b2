import type { contraceptionTrouble as question } from "../../../core/questions/contraception-trouble/contraception-trouble.ts";
import type { QuestionWords } from "../../question-words.ts";

export const contraceptionTrouble: QuestionWords<typeof question> = {
  title: "避妊がうまくいかなかったときは、どうすればいいですか",
  lead: "コンドームが破れた、ピルを飲み忘れた、生理が遅れている、検査が陽性だった。そんなときに今することと、連絡先をお伝えします。理由はお聞きしません。",
  fields: {
    what: {
      label: "何がありましたか",
      hint: "当てはまるものをすべて選んでください。",
      choices: {
        "one-method-lapsed": "2つの避妊法のうち1つを使わなかった",
        "both-methods-lapsed": "どちらの避妊法も使わなかった",
        unprotected: "避妊をせずに性交した",
        "condom-broke": "コンドームが破れた、外れた",
        "pill-forgotten": "ピルを飲み忘れた",
        "late-period": "生理が遅れている",
        "positive-test": "妊娠検査が陽性だった",
      },
    },
    day: { label: "いつのことですか", hint: "わからなければ空欄のままにしてください。" },
    pillsForgotten: { label: "ピルを何錠飲み忘れましたか" },
    emergencyContraceptionTaken: { label: "緊急避妊薬をもう飲んだ" },
    phase: {
      label: "治療のどの時期ですか",
      choices: {
        before: "最初のカプセルの前",
        during: "治療中(休薬中を含む)",
        after: "最後のカプセルのあと",
      },
    },
    lastCapsule: { label: "最後にカプセルを飲んだ日" },
  },
  reasons: {
    "nothing-told": () => "何があったかを選んでください。今することをお伝えします。",
    "positive-test": () =>
      "カプセルはもう飲まないでください。今日、クリニックに電話してください。薬が妊娠に与える影響に詳しい産婦人科医に相談できるよう、クリニックが手配します。",
    "late-period": () =>
      "今はカプセルを飲まず、今日、クリニックに電話してください。生理が遅れる理由はいろいろあります。確かめられるまで、カプセルは休みます。",
    "stop-and-call": () =>
      "今はカプセルを飲まず、今日、クリニックに電話してください。これからのことを処方医と一緒に決めるまで、カプセルは休みます。",
    "month-begins-again": ({ fromDay, months }, say) =>
      `カプセルはまだ始めないでください。途切れのない避妊を、もう一度${say.number(months)}か月続けます。早くても${say.day(fromDay)}からで、処方医の同意が必要です。今日、クリニックに電話してください。`,
    "month-begins-again-when": ({ months }, say) =>
      `カプセルはまだ始めないでください。途切れのない避妊を、その翌日からもう一度${say.number(months)}か月続けます。クリニックに電話して、いつのことかを伝えてください。`,
    "month-is-over-plan-open": ({ lapsedDay, months }, say) =>
      `${say.day(lapsedDay)}から${say.number(months)}か月が過ぎています。最初のカプセルの前に、処方医の判断の記録がまだ必要です。クリニックに電話してください。`,
    "still-within-the-months": ({ throughDay, months }, say) =>
      `今日、クリニックに電話してください。避妊が必要な期間(最後のカプセルから${say.number(months)}か月、${say.day(throughDay)}まで)の中のことなので、確認が必要です。`,
    "last-capsule-unknown": () =>
      "今日、クリニックに電話してください。最後にカプセルを飲んだ日がわからないため、避妊が必要な期間がまだ続いているものとして考えます。",
    "late-after-the-months": ({ throughDay }, say) =>
      `避妊が必要な期間は${say.day(throughDay)}で終わっています。ただ、いつ妊娠したかはここではわからないので、生理が遅れているときは検査をして、クリニックに電話してください。`,
    "months-are-over-day-unknown": ({ throughDay }, say) =>
      `イソトレチノインのために避妊が必要な期間は、${say.day(throughDay)}で終わっています。そのあとのことなら、イソトレチノインのためにすることはありません。その日までのことか、はっきりしないときは、クリニックに電話してください。`,
    "months-are-over-unless-again": ({ throughDay }, say) =>
      `イソトレチノインのために避妊が必要な期間(${say.day(throughDay)}まで)のあとのことです。そのあとカプセルを飲んでおらず、これから飲む予定もなければ、イソトレチノインのためにすることはありません。そうでなければ、クリニックに電話してください。`,
    "months-are-over": ({ throughDay }, say) =>
      `イソトレチノインのために避妊が必要な期間(${say.day(throughDay)}まで)のあとのことです。イソトレチノインのためにすることはありません。`,
    "cannot-become-pregnant": () =>
      "記録では妊娠の可能性がないと確認されていますので、イソトレチノインのためにすることはありません。",
    "plan-recorded": ({ lapsedDay }, say) =>
      `${say.day(lapsedDay)}のことについては、処方医が今後の方針を記録しています。その方針に従い、わからないことがあれば電話してください。`,
    "plan-after-lapse": () =>
      "いつもう一度検査をするか、いつカプセルを再開できるかは、処方医が決めて記録します。何日後という数字は、ここではお示しできません。",
    "plan-after-late-period": () =>
      "どの検査を、いつもう一度するかは、処方医が決めて記録します。何日後という数字は、ここではお示しできません。",
    "emergency-contraception": () =>
      "緊急避妊は早いほどよいので、今すぐ薬局か産婦人科、またはクリニックに相談してください。",
    "emergency-contraception-taken": () =>
      "すでに対応されていてよかったです。何をいつ飲んだかをクリニックに伝えてください。避妊はこのあとも続け、カプセルは処方医と方針を決めるまで休みます。",
    "protect-again": ({ methods, monthsAfter }, say) =>
      `これからは、認められた避妊法${methods > 1 ? `を${say.number(methods)}つ一緒に` : "を"}使うか、しばらく性交を控えてください。カプセルを休んでいる間も、最後のカプセルから${say.number(monthsAfter)}か月も続けます。`,
    "see-specialist": () =>
      "生殖への薬の影響に詳しい産婦人科医に紹介されます。わかっていることと、これからできることを説明してもらえます。カプセルの箱を持って行ってください。",
    "report-to": ({ how }, say) => say.text(how),
    "nothing-to-decide-tonight": () =>
      "今夜のうちに、ほかに決めなければならないことはありません。今は、次のカプセルを飲まないことと、クリニックに電話することだけで十分です。",
    "pill-leaflet": ({ pillsForgotten }, say) =>
      `${
        pillsForgotten === undefined
          ? "ピルの続け方"
          : `${say.number(pillsForgotten)}錠飲み忘れたときのピルの続け方`
      }は、ピルの説明書に書かれています。イソトレチノインについては、数に関係なく、不安があれば連絡してください。`,
    "no-blame": () =>
      "気をつけていても起こることです。電話をしても、責められることはありません。伝えることが、あなたを守ります。",
    "clinic-number": () => "まずクリニックに電話してください。番号は診察券に書かれています。",
    helpline: ({ number }) => `${number}:誰かと話したいときに。`,
    "two-weeks-elsewhere": () =>
      "あるクリニックのページは、最後のカプセルから2週間ほどでビタミンAが元に戻るとしています。これは、避妊の期間を短くする理由にはなりません。",
    "day-ahead": ({ saidDay }, say) =>
      `${say.day(saidDay)}はまだ来ていません。今日のこととしてお答えしています。日付を確かめてください。`,
    "last-capsule-not-believed": ({ lastCapsuleDay, isAhead }, say) =>
      isAhead
        ? `最後にカプセルを飲んだ日として入力された${say.day(lastCapsuleDay)}は、まだ来ていません。この日からは数えていません。日付を確かめてください。`
        : `${say.day(lastCapsuleDay)}は、最後にカプセルを飲んだ日として考えられません。この日からは数えていません。日付を確かめてください。`,
    "tell-if-not-so": () =>
      "この内容が実際と違うときや、生理が遅れているときは、クリニックに伝えてください。",
  },
};
