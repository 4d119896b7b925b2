import type { RuleWords, Say } from "../../words.ts";

/** Pregnancy, its tests and its prevention. */
export const pregnancy: Pick<
  RuleWords,
  | "category-is-attested"
  | "patient-is-not-pregnant"
  | "patient-is-not-breastfeeding"
  | "no-pregnancy-is-planned-soon"
  | "no-late-period-is-open"
  | "no-contraception-lapse-is-open"
  | "two-tests-come-before-treatment"
  | "pregnancy-test-is-in-window"
  | "first-window-was-not-missed"
  | "contraception-is-acceptable"
  | "contraception-has-run-a-month"
  | "contraception-is-stated"
> = {
  "category-is-attested": {
    title: "妊娠の可能性の確認",
    reasons: {
      contradicted: ({ attestedDay }, say) =>
        `${say.day(attestedDay)}に「妊娠の可能性なし」と記録されていますが、その後に月経、妊娠または陽性の検査が記録されています。改めて確認してください。`,
      "not-attested": () =>
        "妊娠する可能性があるかどうかが、まだ記録されていません。登録上の性別では決まりません。記録されるまでは妊娠に関する手順が必要で、可能性がないと確認できれば不要になります。",
      "menopause-not-documented": ({ missing }, say) =>
        `閉経後と記録されていますが、確認がまだ足りません：${say.list(missing.map(say.term))}。そろうまでは妊娠に関する手順が必要です。`,
      cannot: ({ basis }, say) => `妊娠する可能性がないことが記録されています(${say.term(basis)})。`,
      "basis-does-not-count": ({ basis }, say) =>
        `妊娠する可能性がないと記録されていますが、その根拠(${say.term(basis)})では足りません。妊娠に関する手順が必要です。`,
      can: () => "妊娠する可能性があることが記録されています。妊娠に関する手順が必要です。",
    },
  },
  "patient-is-not-pregnant": {
    title: "妊娠していないこと",
    reasons: {
      "no-sign-of-pregnancy": () => "妊娠の報告も、陽性の検査もありません。",
      "no-longer-pregnant": () => "以前の妊娠または陽性の検査については、対応が済んだと記録されています。",
      "test-positive": ({ collectedDay }, say) =>
        `${collectedDay === undefined ? "" : `${say.day(collectedDay)}採取の`}妊娠検査が陽性です。胎児に影響するおそれがあるため、イソトレチノインは直ちに中止し、処方医が診察します。`,
      "pregnancy-reported": ({ reportedDay }, say) =>
        `${say.day(reportedDay)}に妊娠の報告がありました。胎児に影響するおそれがあるため、イソトレチノインは直ちに中止し、処方医が診察します。`,
    },
  },
  "patient-is-not-breastfeeding": {
    title: "授乳中でないこと",
    reasons: {
      breastfeeding: () => "授乳中です。授乳中はイソトレチノインを服用しません。",
      "not-asked": () => "授乳中かどうかが、まだ確認されていません。授乳中はイソトレチノインを服用しません。",
      "not-breastfeeding": () => "授乳中という記録はありません。",
    },
  },
  "no-pregnancy-is-planned-soon": {
    title: "近い妊娠の希望がないこと",
    reasons: {
      "not-asked-for": () => "ここでは、妊娠の希望は確認の対象ではありません。",
      "not-asked": ({ months }, say) =>
        `今後${say.number(months)}か月以内の妊娠の希望が、まだ確認されていません。このクリニックでは治療の前に確認します。`,
      planned: ({ months, withinMonths }, say) =>
        `${withinMonths < 1 ? "現在" : `${say.number(withinMonths)}か月以内に`}妊娠の希望があります。このクリニックでは、今後${say.number(months)}か月以内に希望がない方に処方します。`,
      "must-wait": ({ monthsAfter }, say) =>
        `妊娠の希望があります。治療が終わり、最後のカプセルから${say.number(monthsAfter)}か月たつまでは、避妊を続けて妊娠を避ける必要があります。`,
      "not-planned": ({ months }, say) => `今後${say.number(months)}か月以内の妊娠の希望はありません。`,
    },
  },
  "no-late-period-is-open": {
    title: "月経の遅れが残っていないこと",
    reasons: {
      "none-open": () => "月経の遅れの記録はありません。",
      "plan-recorded": ({ lateDay }, say) =>
        `${say.day(lateDay)}に記録された月経の遅れは確認済みで、処方医の方針が記録されています。`,
      late: ({ lateDay }, say) =>
        `${say.day(lateDay)}に月経の遅れが記録されました。処方医が確認して方針を記録するまで、治療を止めます。`,
    },
  },
  "no-contraception-lapse-is-open": {
    title: "避妊の途切れが残っていないこと",
    reasons: {
      "none-open": () => "避妊の途切れの記録はありません。",
      "plan-recorded": ({ lapsedDay }, say) =>
        `${say.day(lapsedDay)}の避妊の途切れは確認済みで、処方医の方針が記録されています。`,
      lapsed: ({ lapsedDay }, say) =>
        `${say.day(lapsedDay)}に避妊の途切れが記録されました。処方医が今後の方針を記録するまで、治療を止めます。`,
    },
  },
  "two-tests-come-before-treatment": {
    title: "治療開始前の妊娠検査",
    reasons: {
      "not-asked-for": () => "この患者さんには、治療開始前の妊娠検査は必要ありません。",
      "treatment-under-way": () => "すでに治療中で、開始前の検査は済んでいます。",
      "screening-test-missing": ({ tests }, say) =>
        tests >= 2
          ? `有効な妊娠検査の記録がありません。治療は、間隔をあけた${say.number(tests)}回の陰性を確認してから始めます。`
          : "有効な妊娠検査の記録がありません。治療は、陰性を確認してから始めます。",
      "screening-result-missing": ({ collectedDay }, say) =>
        `1回目の妊娠検査(${say.day(collectedDay)}採取)の結果がまだ記録されていません。ここで必要なのは結果の記録で、採取し直しではありません。`,
      tested: ({ tests }, say) => `治療開始前の陰性の検査が${say.number(tests)}回記録されています。`,
      "too-soon-for-confirming-test": ({ screeningDay, spacingDays, confirmFromDay }, say) =>
        `1回目の陰性は${say.day(screeningDay)}です。${
          confirmFromDay > screeningDay + spacingDays
            ? "避妊を始めて1か月が過ぎてから行うため"
            : `1回目から${say.number(spacingDays)}日以上あけるため`
        }、2回目は${say.day(confirmFromDay)}以降の採取が有効です。`,
      "confirming-test-missing": ({ screeningDay, confirmFromDay, periodDays }, say) =>
        `1回目の陰性は${say.day(screeningDay)}です。2回目(${say.day(confirmFromDay)}以降${
          periodDays === null ? "" : `、月経開始から${say.number(periodDays)}日以内`
        }の採取)がまだありません。`,
      "confirming-result-missing": ({ screeningDay, collectedDay }, say) =>
        `1回目の陰性は${say.day(screeningDay)}です。2回目(${say.day(collectedDay)}採取)の結果がまだ記録されていません。ここで必要なのは結果の記録で、採取し直しではありません。`,
      "period-not-recorded": ({ confirmingDay, periodDays }, say) =>
        `2回目の検査(${say.day(confirmingDay)}採取)は、月経開始から${
          periodDays === null ? "数日" : `${say.number(periodDays)}日`
        }以内に行う必要があります。該当する月経も、月経不順・無月経も記録されていません。`,
      "two-tests": ({ screeningDay, confirmingDay }, say) =>
        `${say.day(screeningDay)}と${say.day(confirmingDay)}の検査が陰性です。`,
    },
  },
  "pregnancy-test-is-in-window": {
    title: "妊娠検査の有効期間",
    reasons: {
      "not-asked-for": () => "この患者さんには、処方ごとの妊娠検査は必要ありません。",
      "no-test": () => "妊娠検査の記録がありません。処方のたびに陰性の確認が必要です。",
      "test-dated-ahead": ({ aheadDay }, say) =>
        `記録された検査の日付(${say.day(aheadDay)})はまだ来ていないため、使えません。日付を確認するか、新しく検査してください。`,
      "test-before-previous-supply": ({ collectedDay, previousDay }, say) =>
        `最後の検査(検体採取日${say.day(collectedDay)})は、${say.day(previousDay)}の処方のものです。処方のたびに検査が必要です。`,
      "test-before-positive": ({ collectedDay, positiveDay }, say) =>
        `陰性の検査は${say.day(collectedDay)}の検体ですが、${say.day(positiveDay)}に妊娠を示す記録があります。それより後の日の新しい検査が必要です。`,
      "window-closed": ({ collectedDay, closedAt }, say) =>
        `${say.day(collectedDay)}採取の検査の有効期間は${say.through(closedAt)}まででした。新しい検査が必要です。`,
      "result-missing": ({ collectedDay }, say) =>
        `${say.day(collectedDay)}採取の検査の結果がまだありません。`,
      indeterminate: ({ collectedDay }, say) =>
        `${say.day(collectedDay)}採取の検査は判定できませんでした。新しい検査が必要です。`,
      "setting-unknown": ({ collectedDay }, say) =>
        `${say.day(collectedDay)}の検査をどこで行ったかが記録されていません。このプロトコルで認められた場所の検査だけが有効です。`,
      "setting-not-accepted": ({ collectedDay, setting }, say) =>
        `${say.day(collectedDay)}の検査${setting === "" ? "" : `(${say.term(setting)})`}は、このプロトコルで認められた場所で行われていません。新しい検査が必要です。`,
      "home-test-not-permitted": ({ collectedDay }, say) =>
        `${say.day(collectedDay)}の検査は自宅で行われました。自宅での検査は、処方医が認めた場合に有効です。`,
      "home-test-not-supervised": ({ collectedDay }, say) =>
        `${say.day(collectedDay)}の検査は自宅で、クリニックの立ち会い(画面越しを含む)なしに行われました。ここでは、自宅での検査は立ち会いがある場合だけ有効です。`,
      "sensitivity-unknown": ({ collectedDay, mostMiuPerMl }, say) =>
        `${say.day(collectedDay)}の検査の感度が記録されていません。hCG ${say.number(mostMiuPerMl)} mIU/mL以下を検出できる検査が必要です。`,
      "not-sensitive-enough": ({ collectedDay, detectsMiuPerMl }, say) =>
        `${say.day(collectedDay)}の検査は感度が足りません${
          detectsMiuPerMl === undefined ? "" : `(検出できるのはhCG ${say.number(detectsMiuPerMl)} mIU/mLから)`
        }。より感度の高い検査が必要です。`,
      "in-window": ({ collectedDay, closesAt }, say) =>
        closesAt === undefined
          ? `陰性です(検体採取日${say.day(collectedDay)})。`
          : `陰性です(検体採取日${say.day(collectedDay)})。有効期間は${say.through(closesAt)}までです。`,
    },
  },
  "first-window-was-not-missed": {
    title: "最初の有効期間を逃していないこと",
    reasons: {
      "no-such-wait": () => "ここでは、最初の有効期間を逃しても待機期間はありません。",
      "treatment-under-way": () => "すでに治療中です。これは治療開始時だけの決まりです。",
      "not-missed": () => "最初の有効期間を逃していません。",
      waited: ({ openedDay, fromDay }, say) =>
        `${say.day(openedDay)}の検査の有効期間は過ぎましたが、決まりどおり${say.day(fromDay)}以降に新しい検査を採取しています。`,
      "locked-out": ({ openedDay, waitDays, fromDay }, say) =>
        `${say.day(openedDay)}の検査の有効期間が、処方のないまま過ぎました。次の検査は、その${say.number(waitDays)}日後の${say.day(fromDay)}以降の採取が有効です。`,
      "result-after-wait-missing": ({ openedDay, collectedDay }, say) =>
        `${say.day(openedDay)}の検査の有効期間が、処方のないまま過ぎました。待機後の新しい検査(${say.day(collectedDay)}採取)の結果がまだ記録されていません。`,
      "test-after-wait-missing": ({ openedDay, waitDays, fromDay }, say) =>
        `${say.day(openedDay)}の検査の有効期間が、処方のないまま過ぎました。${say.number(waitDays)}日の待機は終わりましたが、${say.day(fromDay)}以降に採取した検査がまだありません。`,
    },
  },
  "contraception-is-acceptable": {
    title: "十分な避妊",
    reasons: {
      "not-asked-for": () => "この患者さんには、避妊は必要ありません。",
      abstinence: ({ monthsAfter }, say) =>
        `性交渉を控えることが記録されています。治療中と最後のカプセルから${say.number(monthsAfter)}か月間続けます。`,
      "methods-accepted": ({ accepted, monthsAfter }, say) =>
        `使用中の避妊法は${say.names("contraceptive", accepted)}です。治療中と最後のカプセルから${say.number(monthsAfter)}か月間続けます。`,
      "abstinence-without-reasons": () =>
        "性交渉を控えると記録されていますが、確実といえる理由の記録がありません。このプロトコルでは、十分な理由がある場合だけ認められます。",
      "no-method-recorded": ({ methods, primary }, say) =>
        `避妊の記録がありません。${methods > 1 ? `${say.number(methods)}つの方法の併用` : "避妊"}が必要です${primary ? "(少なくとも1つは主たる方法)" : ""}。`,
      "too-few-methods": ({ methods, accepted, refused }, say) =>
        `必要な避妊法は${say.number(methods)}つですが、認められる方法は${
          accepted.length === 0 ? "まだありません" : `${say.names("contraceptive", accepted)}だけです`
        }。${notCounting(refused, say)}`,
      "no-primary-method": ({ accepted, refused }, say) =>
        `使用中の方法は${say.names("contraceptive", accepted)}で、主たる方法が含まれていません。少なくとも1つ必要です。${notCounting(refused, say)}`,
      "barrier-alone": ({ accepted, refused }, say) =>
        `${say.names("contraceptive", accepted)}だけでは足りません。使う人の操作によらない方法を1つ、またはバリア法だけにならない2つの方法の併用が必要です。${notCounting(refused, say)}`,
    },
  },
  "contraception-has-run-a-month": {
    title: "服用前からの継続した避妊",
    reasons: {
      "not-asked-for": () => "この患者さんには、避妊は必要ありません。",
      "not-in-force": ({ months }, say) =>
        `十分な避妊がまだ始まっていません。最初のカプセルの前に${say.number(months)}か月間、途切れずに続ける必要があります。`,
      "month-not-over": ({ sinceDay, allowedDay, months }, say) =>
        `避妊は${say.day(sinceDay)}から続いています。最初のカプセルの前に${say.number(months)}か月必要なため、${say.day(allowedDay)}から処方できます。`,
      "month-over": ({ sinceDay, months }, say) =>
        `避妊は${say.day(sinceDay)}から続いており、必要な${say.number(months)}か月を過ぎています。`,
      "gap-judged": ({ sinceDay }, say) =>
        `避妊は${say.day(sinceDay)}から途切れなく続いています。それ以前の途切れについては、処方医の方針が記録されています。`,
      "lapse-judged": ({ lapsedDay }, say) =>
        `${say.day(lapsedDay)}の避妊の途切れについては、処方医の方針が記録されています。その途切れによる空白も、この方針に含まれます。`,
      "gap-during-treatment": ({ sinceDay, firstDoseDay, lapsedDay }, say) =>
        lapsedDay !== undefined
          ? `治療は${say.day(firstDoseDay)}に始まりましたが、${say.day(lapsedDay)}に避妊が途切れました。今後の方針を処方医が記録します。`
          : `治療は${say.day(firstDoseDay)}に始まりましたが、避妊が途切れなく続いているのは${say.day(sinceDay)}からです。今後の方針を処方医が記録します。`,
      "without-a-gap": ({ sinceDay }, say) => `避妊は${say.day(sinceDay)}から途切れなく続いています。`,
    },
  },
  "contraception-is-stated": {
    title: "今回の処方のための避妊の確認",
    reasons: {
      "not-asked-for": () => "この患者さんには、避妊の確認は必要ありません。",
      "not-stated": () => "避妊を途切れなく続けたかどうか、今回の処方のための確認がまだです。",
      stated: ({ statedDay }, say) => `${say.day(statedDay)}に避妊について確認し、回答が記録されています。`,
    },
  },
};

function notCounting(refused: readonly string[], say: Say): string {
  return refused.length === 0 ? "" : `${say.names("contraceptive", refused)}は認められていません。`;
}
