import type { privateTopics } from "../../../core/vocabulary.ts";

/** Words of who treats a patient and who opens the record. */
const en = {
  heading: "Who treats, and who opens this record",
  clinics: "Clinics",
  home: "its rules count",
  since: (day: string) => `since ${day}`,
  until: (since: string, until: string) => `${since} to ${until}`,
  end: "End treatment here",
  endHeading: "End treatment at this clinic?",
  endMore:
    "This clinic no longer sees what is newly recorded. What it wrote stays, and stays readable to it. During a course another clinic has to take over first.",
  takeOver: "Take the patient over",
  takeOverMore: (clinic: string) => `From now on the rules of ${clinic} count for this patient.`,
  accounts: "Accounts",
  none: "Nobody opens this record with an account of their own.",
  as: { patient: "the patient", guardian: "parent or guardian" },
  nameless: "Account removed",
  takeBack: "Take back",
  takeBackNamed: (name: string) => `Take back ${name}’s access to this record`,
  takeBackHeading: (name: string) => `Take back ${name}’s access?`,
  takeBackMore:
    "This account no longer opens the record. Whoever lost a telephone can be given a new link afterwards.",
  invite: { patient: "Link for the patient", guardian: "Link for a parent or guardian" },
  inviteHeading: { patient: "A link for the patient", guardian: "A link for a parent or guardian" },
  inviteMore: {
    patient:
      "By this link the patient makes an account and opens their own record. Make sure that it is them.",
    guardian:
      "By this link a parent or guardian makes an account and opens this record. Check identity and custody first. What a minor keeps to themselves stays hidden.",
  },
  makeLink: "Make the link",
  sharing: "What a parent or guardian sees",
  sharingMore:
    "Doses, warnings and appointments are always shown to them. These topics are shown only if you choose them:",
  sharedWith: (topics: string) => `The patient shows a parent or guardian: ${topics}.`,
  sharedNone: "Contraception, sexual history and mood are not shown to a parent or guardian.",
  topics: {
    contraception: "Contraception and pregnancy tests",
    "sexual-history": "Sexual history",
    mood: "Mood",
  } satisfies { readonly [T in (typeof privateTopics)[number]]: string },
  save: "Save",
  saved: "Saved.",
  cancel: "Cancel",
  /** Where the record is not open, for want of a treatment relation. */
  closed: "Not a patient of your clinic",
  closedMore: (patient: string) =>
    `${patient} is not treated at your clinic, so nothing of the record is shown.`,
  begin: "Begin treatment",
  beginMore: (clinic: string) =>
    `The patient has come to ${clinic}. The clinic that treated them until now goes on seeing its own entries, and sees that you began.`,
  beginHome: "We take the patient over: our rules count from now on",
  beginReason: "Why treatment begins here",
  beginReasonMore: "The patient and the clinics that treat them read this. Leave out what is medical.",
  beginReasonNeeded: "Write why treatment begins here.",
  because: (reason: string) => `“${reason}”`,
  beginNow: (clinic: string) => `Begin treatment at ${clinic}`,
  emergency: "Emergency",
  emergencyMore:
    "Opens the record for a day. The patient and the auditors see that you did, and your reason.",
  reason: "Reason",
  reasonNeeded: "Write why it cannot wait.",
  open: "Open in an emergency",
};
const ja: typeof en = {
  heading: "治療しているクリニックと、記録を開ける人",
  clinics: "クリニック",
  home: "このクリニックの規則を適用",
  since: (day) => `${day}から`,
  until: (since, until) => `${since}〜${until}`,
  end: "ここでの治療を終了",
  endHeading: "このクリニックでの治療を終了しますか?",
  endMore:
    "今後の記載は、このクリニックからは見えなくなります。ここで書いた記載は残り、引き続き読めます。クールの途中では、先に別のクリニックが引き継ぐ必要があります。",
  takeOver: "この患者さんを引き継ぐ",
  takeOverMore: (clinic) => `今から、この患者さんには${clinic}の規則が適用されます。`,
  accounts: "アカウント",
  none: "この記録を自分のアカウントで開ける人はいません。",
  as: { patient: "ご本人", guardian: "保護者" },
  nameless: "削除されたアカウント",
  takeBack: "取り消す",
  takeBackNamed: (name) => `${name}の閲覧を取り消す`,
  takeBackHeading: (name) => `${name}の閲覧を取り消しますか?`,
  takeBackMore:
    "このアカウントでは記録を開けなくなります。スマートフォンをなくした方には、そのあとで新しいリンクを渡せます。",
  invite: { patient: "ご本人用のリンク", guardian: "保護者用のリンク" },
  inviteHeading: { patient: "ご本人用のリンク", guardian: "保護者用のリンク" },
  inviteMore: {
    patient:
      "患者さんがこのリンクからアカウントを作ると、ご自身の記録を開けるようになります。必ずご本人であることを確かめてください。",
    guardian:
      "保護者がこのリンクからアカウントを作ると、この記録を開けるようになります。先に本人確認と親権の確認をしてください。未成年の方が共有していない内容は表示されません。",
  },
  makeLink: "リンクを作る",
  sharing: "保護者に見せる内容",
  sharingMore:
    "服用量、注意、予約は、いつでも保護者に表示されます。次の内容は、あなたが選んだものだけが表示されます。",
  sharedWith: (topics) => `患者さんが保護者と共有している内容:${topics}`,
  sharedNone: "避妊、性に関すること、気分についての内容は、保護者には表示されません。",
  topics: {
    contraception: "避妊と妊娠検査",
    "sexual-history": "性に関すること",
    mood: "気分",
  },
  save: "保存する",
  saved: "保存しました。",
  cancel: "やめる",
  closed: "所属クリニックの患者さんではありません",
  closedMore: (patient) =>
    `${patient}の方は、あなたのクリニックでは治療を受けていないため、記録は表示されません。`,
  begin: "治療を始める",
  beginMore: (clinic) =>
    `患者さんが${clinic}に来院した場合に使います。これまでのクリニックは自院の記載を引き続き読め、治療が始まったことも分かります。`,
  beginHome: "この患者さんを引き継ぎ、今から当院の規則を適用する",
  beginReason: "ここで治療を始める理由",
  beginReasonMore: "患者さんと、治療しているほかのクリニックにも表示されます。病状などは書かないでください。",
  beginReasonNeeded: "ここで治療を始める理由を書いてください。",
  because: (reason) => `「${reason}」`,
  beginNow: (clinic) => `${clinic}で治療を始める`,
  emergency: "緊急の場合",
  emergencyMore: "記録を1日だけ開けます。開いたことと理由は、患者さんと監査担当者に表示されます。",
  reason: "理由",
  reasonNeeded: "待てない理由を書いてください。",
  open: "緊急時として開く",
};

export const rightsText = { en, ja };
