import type { Circumstance } from "../../core/steps.ts";
import type { ActionWords } from "../words.ts";
import { bill } from "./bill.ts";

/** What someone does so that a supply may pass. */
/** What a patient is asked of how treatment fits their life. */
const circumstanceQuestions: { readonly [C in Circumstance]: string } = {
  privateImport: "個人輸入したカプセルを飲んでいるか、飲むつもりがあるかを尋ね、記録してください。",
  hairRemoval: "レーザー・光脱毛を続けているかを尋ね、記録してください。",
  eyeSurgery: "レーシック・PRKを受けたか、予定があるかを尋ね、記録してください。",
  comesRegularly: "毎月通院できるかを尋ね、記録してください。",
  agreesToPrevention: "妊娠を避けることと検査に同意するかを尋ね、記録してください。",
  mayBePregnant: "妊娠している可能性があるかを尋ね、記録してください。",
};

export const actions: ActionWords = {
  "record-birth-date": () => "生年月日を記録してください。",
  "state-age": () => "年齢を入れてください。",
  "wait-for-birthday": ({ untilDay, years }, say) =>
    `${say.number(years)}歳になるまでお待ちください。${say.day(untilDay)}から判断できます。`,
  "record-puberty": () => "思春期に入っているかどうかを記録してください。",
  "involve-guardian": () => "保護者に参加していただき、その記録を残してください。",
  "agree-as-second-prescriber": ({ years }, say) =>
    `${say.number(years)}歳未満です。2人目の処方医が診て、その結論を記録してください。`,
  "see-in-person": () => "対面で診察し、診察したことを記録してください。",
  "discuss-growth": ({ years }, say) =>
    `${say.number(years)}歳未満です。成長への影響について説明し、説明したことを記録してください。`,
  "attest-category": () =>
    "妊娠する可能性があるかどうかと、その根拠を記録してください。登録上の性別では決まりません。可能性がなければ、妊娠に関する手順は不要になります。",
  "correct-category": ({ basis }, say) =>
    `妊娠する可能性があるかどうかを記録し直してください。「${say.term(basis)}」は、可能性がないとする根拠になりません。`,
  "document-menopause": ({ missing }, say) =>
    `閉経の確認を記録してください：${say.list(missing.map(say.term))}。確認できなければ、妊娠する可能性があると記録してください。`,
  "record-indication": () => "何の治療に使うのかを記録し、ニキビの場合は重症度も記録してください。",
  "score-severity": () => "皮膚を診察し、ニキビの重症度を評価してください。",
  "record-support-for-indication": () =>
    "使用を支持する事情(瘢痕、患者さんの大きな負担、他の治療の不成功)を記録してください。",
  "judge-indication": ({ indication }, say) =>
    `「${say.name("indication", indication)}」にイソトレチノインを使ってよいか判断し、理由を記録してください。`,
  "override-indication": ({ indication }, say) =>
    `それでも「${say.name("indication", indication)}」に使う場合は、今回に限りこの判定を適用しないことと、その理由を記録してください。`,
  "assess-pregnancy": () =>
    "イソトレチノインを中止し、診察してください。妊娠が確認されたら、生殖毒性に詳しい産婦人科医に紹介し、結論を記録してください。",
  "record-breastfeeding": () => "授乳中かどうかを確認し、記録してください。",
  "plan-after-late-period": () => "月経の遅れについて患者さんと確認し、今後の方針を記録してください。",
  "plan-after-lapse": () => "避妊の途切れについて患者さんと話し合い、今後の方針を記録してください。",
  "plan-after-gap": () =>
    "十分な避妊ができていなかった期間について患者さんと話し合い、今後の方針を記録してください。",
  "collect-pregnancy-test": ({ setting, first }) =>
    `${settings[setting]}${first ? "治療開始前の1回目の妊娠検査" : "妊娠検査"}の検体を採取し、結果を記録してください。`,
  "collect-confirming-test": ({ setting, fromDay, periodDays }, say) =>
    `${say.day(fromDay)}以降${
      periodDays === null
        ? ""
        : `、月経開始から${say.number(periodDays)}日以内(月経不順・無月経の場合は治療開始の直前)`
    }に、${settings[setting]}2回目の妊娠検査の検体を採取してください。`,
  "result-pregnancy-test": ({ collectedDay }, say) =>
    `${say.day(collectedDay)}採取の妊娠検査の結果を記録してください。`,
  "record-test-setting": ({ collectedDay }, say) =>
    `${say.day(collectedDay)}の妊娠検査をどこで行ったかを記録するか、新しく検査してください。`,
  "record-test-sensitivity": ({ collectedDay, mostMiuPerMl }, say) =>
    `${say.day(collectedDay)}の妊娠検査の感度(hCG ${say.number(mostMiuPerMl)} mIU/mL以下を検出できること)を記録するか、新しく検査してください。`,
  "permit-home-test": () => "この患者さんの自宅での検査を認めるか、医療機関で検査してください。",
  "record-period": ({ testedDay }, say) =>
    `${say.day(testedDay)}の検査の前の月経開始日、または月経不順・無月経であることを記録してください。`,
  "start-contraception": ({ methods, primary }, say) =>
    `${methods > 1 ? `認められた避妊法を${say.number(methods)}つ併用で` : "認められた避妊法を"}始めてください${
      primary ? "(少なくとも1つは主たる方法)" : ""
    }。開始日を記録します。`,
  "keep-contraception": ({ untilDay }, say) =>
    `避妊を途切れなく続けてください。${say.day(untilDay)}から最初の処方ができます。`,
  "state-contraception": () => "避妊を途切れなく続けているかどうかを答えてください。",
  "record-compelling-reasons": () => "性交渉を控えることが確実といえる十分な理由を記録してください。",
  "sign-consents": ({ consents, guardian }, say) =>
    `署名してください：${say.list(consents.map(say.term))}。${guardian ? "患者さんと保護者の両方の署名が必要です。" : ""}`,
  counsel: ({ topics }, say) => `患者さんに説明し、記録してください：${say.list(topics.map(say.term))}。`,
  "answer-comprehension": () => "プログラムの、理解度を確認する質問に答えてください。",
  "ask-medicines": () =>
    "ビタミンAと抗菌薬を名前を挙げて尋ね、すべての薬とサプリメントを確認して記録してください。",
  "end-medicine": ({ medicine }, say) =>
    `${say.name("medicine", medicine)}を終えるか、イソトレチノインを使わないかを相談し、終えた場合は記録してください。`,
  "judge-medicines": ({ medicines }, say) =>
    `${say.names("medicine", medicines)}と併用してよいか判断し、理由を記録してください。`,
  "ask-allergies": () =>
    "ピーナッツ・大豆・パラベンを名前を挙げて尋ね、アレルギーを確認して記録してください。",
  "read-pack": ({ product }, say) =>
    `${say.name("product", product)}の包装に書かれたすべての添加物を確認し、記録してください。`,
  "choose-product": () => "製品、規格、カプセル数を指定してください。",
  "choose-other-product": ({ allergens }, say) =>
    `${say.names("allergen", allergens)}のアレルギーがあっても使える製品を選んでください。`,
  "judge-allergies": ({ allergies }, say) =>
    `次のアレルギーを添加物と照らし合わせ、結論を記録してください：${say.list(allergies)}。`,
  "ask-conditions": () => "現在の病気と過去の病気を確認し、記録してください。",
  "judge-conditions": ({ conditions }, say) =>
    `${say.names("condition", conditions)}があってもイソトレチノインを使ってよいか判断し、理由を記録してください。`,
  "override-conditions": ({ conditions }, say) =>
    `${say.names("condition", conditions)}があってもイソトレチノインを使う場合は、今回に限り院内の決まりを適用しないことと、その理由を記録してください。`,
  "measure-weight": () => "体重(kg)を測り、記録してください。",
  "state-dose": () => "1日量(mg)を指定してください。",
  "lower-dose": ({ mostMg }, say) => `1日量を${say.number(mostMg)} mg以下に減らしてください。`,
  "record-reason-for-high-dose": () =>
    "高い用量が必要な理由(最重症・瘢痕性・体幹のニキビ)を記録するか、用量を減らしてください。",
  "justify-or-lower-dose": ({ ordinaryMgPerKg, mostMg }, say) =>
    `1日量を${say.number(mostMg)} mg以下にするか、成人の場合は${say.number(ordinaryMgPerKg)} mg/kgを超える理由(最重症・瘢痕性・体幹のニキビ)を示してください。どちらか一方で足ります。`,
  "change-dose-target-or-length": () =>
    "1日の量を増やす、目標を下げる、目標の代わりに日数を決める、のいずれかをお選びください。",
  "state-days": () => "処方日数を指定してください。",
  "shorten-supply": ({ mostDays }, say) => `処方日数を${say.number(mostDays)}日分以下にしてください。`,
  "remove-refills": () => "処方からリフィルを外してください。",
  "withdraw-other-orders": ({ others }, say) =>
    `ほかに残っているイソトレチノインの処方（${say.number(others)}件）を取り消すか、1件にまとめてください。`,
  "count-capsules": ({ capsules }, say) => `カプセル数を${say.number(capsules)}に変えてください。`,
  "take-blood": ({ analytes }, say) => `採血してください：${say.names("analyte", analytes)}。`,
  "repeat-result": ({ analyte }, say) => `再検査してください：${say.name("analyte", analyte)}。`,
  "record-fasting": () =>
    "空腹時の採血であることと飲酒からの時間を記録するか、空腹時に採血し直してください。",
  "review-results": () => "血液検査の結果を確認し、確認したことを記録してください。",
  "judge-results": ({ analytes }, say) =>
    `次の結果で治療を続けてよいか判断し、理由を記録してください：${say.names("analyte", analytes)}。`,
  "ask-symptoms": () => "前回の処方からの副作用を尋ね、ない場合も含めて記録してください。",
  "assess-symptom": ({ symptom }, say) =>
    `「${say.name("symptom", symptom)}」を評価し、結論を記録してください。`,
  "see-dermatologist-today": () =>
    "カプセルを中止し、今日のうちに皮膚科医の診察を受けられるようにしてください。増量はしないでください。",
  "ask-circumstance": ({ circumstance }) => circumstanceQuestions[circumstance],
  "record-eye-surgery": () => "目の手術の日(予定日を含む)を記録してください。",
  "give-up-import": () =>
    "個人輸入したカプセルは飲まずに持参し、ここの医師が処方するものだけを飲んでください。",
  "pause-hair-removal": () => "レーザー・光脱毛は、治療中とその後クリニックが決めた期間は休んでください。",
  "find-nearer-clinic": () => "毎月通える医療機関を探してください。",
  "explain-prevention": () =>
    "治療前・治療中・治療後に妊娠を避ける必要がある理由を説明し、同意するかどうかを記録してください。",
  "record-earlier-treatment": () =>
    "これまでのニキビ治療について、種類・週数・結果を尋ねて記録してください。",
  "judge-earlier-treatment": () =>
    "これまでの治療の効果が十分に確かめられていなくても治療してよいか判断し、理由を記録してください。",
  "take-no-capsule": () => "医師がよいと言うまで、カプセルを飲まないでください。",
  "call-clinic": () => "今日のうちに、診察券に書かれている番号でクリニックへ電話してください。",
  "get-help-now": () => "今すぐ救急車を呼ぶか、救急外来を受診してください。",
  "talk-to-someone-now": () =>
    "今すぐ誰かに話してください。まず相談窓口へ、行動に移してしまいそうなときは救急車を呼んでください。一人にならないでください。",
  "ask-mood": () => "自分を傷つけたいという考えと気分の変化について直接尋ね、両方の答えを記録してください。",
  "ask-sexual-function": () => "性機能について尋ね、新たな問題の有無を記録してください。",
  "judge-sexual-function": () => "性機能の新たな問題について患者さんと話し、今後の方針を記録してください。",
  "assess-mood": () =>
    "今日、気分と安全について患者さんと話し、必要なら精神科・心療内科につなぎ、結論を記録してください。",
  "judge-course-length": () => "最長の期間を超えてクールを続けるかどうか判断し、理由を記録してください。",
  "record-last-capsule": () => "最後にカプセルを飲んだ日を教えてください。",
  "wait-for-rest": ({ untilDay }, say) =>
    `休薬期間が終わるまでお待ちください。${say.day(untilDay)}から次のクールを始められます。`,
  "judge-rest": () => "成長期と考えられる患者さんで次のクールを始めてよいか判断し、理由を記録してください。",
  "enrol-party": ({ party }, say) => `プログラムに登録し、記録してください(${say.term(party)})。`,
  "record-pregnancy-wish": () => "妊娠の希望とその時期を確認し、記録してください。",
  "postpone-for-pregnancy-wish": () =>
    "希望する妊娠の後まで治療を延ばすことについて、患者さんと話し合ってください。",
  "wait-after-eye-surgery": ({ untilDay }, say) =>
    `眼のレーザー手術からの期間が過ぎるまでお待ちください。${say.day(untilDay)}から処方できます。`,
  "postpone-eye-surgery": () => "眼のレーザー手術か、イソトレチノインの治療を延期してください。",
  "settle-other-isotretinoin": () =>
    "すでに服用しているイソトレチノインをどこで処方されたかを確認し、服用するのはどちらか一つだけにしてください。",
  "say-whether-eye-surgery-was-done": ({ plannedDay }, say) =>
    `${say.day(plannedDay)}に予定していた眼のレーザー手術を受けたかどうかを確認し、手術日、新しい予定日、または受けていないことを記録してください。`,
  "resume-course": () => "クールを再開するか終了するかを決め、記録してください。",
  "wait-after-missed-window": ({ fromDay }, say) =>
    `次の妊娠検査は${say.day(fromDay)}以降に採取してください。有効期間を逃したため、それより前の検査は使えません。`,
  "check-number": ({ number }) => `承認の番号(${number})を処方医に確認してください。`,
  "authorise-anew": () => "判断し直し、新しい番号で承認してください。",
  "record-programme-number": ({ programme }, say) =>
    `今回お渡しする分について「${say.name("protocol", programme)}」の承認を受け、その番号と調剤期限(do-not-dispense-after date)を記録してください。`,
  "hand-out-as-authorised": ({ product, capsuleMg, capsules }, say) =>
    `承認どおりのもの(${say.name("product", product)} ${say.number(capsuleMg)} mg ${say.number(capsules)}カプセル)をお渡しし、そのように入力してください。`,
  "identify-pack": ({ lastCapsuleDay }, say) =>
    `包装のロット番号と使用期限を確認し、入力してください。最後のカプセルを飲む${say.day(lastCapsuleDay)}まで期限内であることが必要です。`,
  "choose-other-pack": ({ lastCapsuleDay }, say) =>
    `${say.day(lastCapsuleDay)}まで使用期限のある別の包装を選んでください。`,
  "decide-on-capsules-in-hand": () =>
    "手元に残っているカプセルをどうするか、処方医が決めてください。それまでは、渡されたときの用量では飲まないでください。",
  "count-capsules-left": () => "自宅に残っているカプセルを数え、その数を教えてください。",
  "wait-for-capsules-in-hand": ({ untilDay }, say) =>
    `先に手元のカプセルを飲み終えてください。次の分は${say.day(untilDay)}から受け取れます。`,
  "ask-about-dose": () =>
    "いつもの時間以外に飲む前に、説明書を手元に用意して、薬剤師か処方医に確認してください。",
  "plan-after-missed-doses": () => "飲めなかった日のことを患者さんと話し、今後の飲み方を伝えてください。",
  "ask-pharmacist": ({ written }, say) =>
    `一緒に飲む前に、箱や袋を薬剤師か処方医に見せて確認してください(${say.list(written)})。`,
  "void-other-authorisations": ({ numbers }, say) =>
    `まだ使われていない承認(番号${say.list(numbers)})を取り消すか、その番号でお渡しください。`,
  "advise-on-activity": ({ activity }, say) =>
    `「${say.name("activity", activity)}」について患者さんと話し合い、判断してください。`,
  "wait-for-day": ({ fromDay }, say) => `${say.day(fromDay)}までお待ちください。`,
  "name-indication": ({ indications }, say) =>
    `どれのことか選んでください(${say.list(indications.map((id) => say.name("indication", id)))})。`,
  "name-priced-clinic": ({ clinics }, say) =>
    clinics.length === 0
      ? "料金をクリニックに問い合わせてください。"
      : `料金表のあるクリニックを選んでください(${say.names("protocol", clinics)})。`,
  "ask-price": ({ items }, say) =>
    `${say.list(items.map((item) => bill.items[item]))}の金額を患者さんに案内してください。`,
};

const settings = {
  "certified-laboratory": "認定検査施設で",
  "medical-setting": "医療機関で",
  any: "",
} as const;
