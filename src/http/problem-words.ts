/** What can go wrong between a caller and the API, in both languages. Refusals of the application have their own words. */
import type { Bilingual } from "../words/words.ts";

interface ProblemWords {
  readonly status: number;
  readonly title: Bilingual;
  /** `{name}` stands for a fact of that name. */
  readonly text: Bilingual;
  readonly remedy: Bilingual;
}

export const problemWords = {
  "not-json": {
    status: 400,
    title: { en: "Not readable as JSON", ja: "JSONとして読めません" },
    text: { en: "The body cannot be taken as JSON: {why}.", ja: "本文をJSONとして受け取れません: {why}" },
    remedy: {
      en: "Send one JSON object in UTF-8, each key once.",
      ja: "UTF-8のJSONオブジェクトを一つ送ってください。同じキーは一度だけ使えます。",
    },
  },
  "bad-query": {
    status: 400,
    title: { en: "A query parameter does not fit", ja: "クエリパラメーターが正しくありません" },
    text: {
      en: "A parameter of the address is unknown or has a value it cannot have.",
      ja: "アドレスのパラメーターが未知のものか、取りえない値になっています。",
    },
    remedy: { en: "Correct what `errors` names.", ja: "`errors` に示された箇所を直してください。" },
  },
  "bad-header": {
    status: 400,
    title: { en: "A header cannot be read", ja: "ヘッダーを読み取れません" },
    text: { en: "The header {header} cannot be read.", ja: "ヘッダー {header} を読み取れません。" },
    remedy: { en: "Write it as {like}.", ja: "{like} のように書いてください。" },
  },
  "role-not-given": {
    status: 401,
    title: { en: "Nobody says who is writing", ja: "誰が書き込むのかが示されていません" },
    text: {
      en: "Whatever is written down is somebody's word, and this request does not say whose.",
      ja: "記録にはすべて書いた人の役割が必要ですが、この要求には示されていません。",
    },
    remedy: {
      en: "Send the header Isoward-Role with one of: {roles}.",
      ja: "ヘッダー Isoward-Role に次のいずれかを指定してください: {roles}",
    },
  },
  "not-signed-in": {
    status: 401,
    title: { en: "Nobody is signed in", ja: "サインインしていません" },
    text: {
      en: "This is for whoever is signed in, and nobody is, or the session has ended.",
      ja: "サインインが必要です。サインインしていないか、時間が過ぎて終了しています。",
    },
    remedy: { en: "Sign in.", ja: "サインインしてください。" },
  },
  "not-your-role": {
    status: 403,
    title: { en: "Not for your role", ja: "この役割ではできません" },
    text: {
      en: "None of the roles this account was appointed to may do this.",
      ja: "このアカウントの役割では、この操作はできません。",
    },
    remedy: {
      en: "Ask somebody who may, or an administrator of the clinic for an appointment.",
      ja: "権限のある担当者に依頼するか、クリニックの管理者に役割の任命を依頼してください。",
    },
  },
  "not-your-clinic": {
    status: 403,
    title: { en: "Not your clinic", ja: "所属していないクリニックです" },
    text: {
      en: "This account was not appointed at this clinic or site.",
      ja: "このアカウントは、このクリニックまたは院には任命されていません。",
    },
    remedy: {
      en: "Choose your own clinic, or ask its administrator for an appointment.",
      ja: "所属するクリニックを選ぶか、管理者に任命を依頼してください。",
    },
  },
  "no-relation": {
    status: 403,
    title: { en: "Not a patient of your clinic", ja: "所属クリニックの患者さんではありません" },
    text: {
      en: "The patient is not treated at any clinic this account was appointed at.",
      ja: "この患者さんは、所属するクリニックでは治療を受けていません。",
    },
    remedy: {
      en: "Where the patient has come to you, begin treatment at your clinic. In an emergency open the record with a reason: the patient and the auditor are told.",
      ja: "患者さんが来院された場合は、自院での治療の開始を記録してください。緊急の場合は理由を添えて開けます。患者さんと監査担当者に伝えられます。",
    },
  },
  "not-home-clinic": {
    status: 403,
    title: { en: "Another clinic answers for this record", ja: "この記録は別のクリニックが管理しています" },
    text: {
      en: "Your clinic treats the patient too, and another one answers for the record as a whole.",
      ja: "所属クリニックでも治療を受けていますが、記録全体を管理しているのは別のクリニックです。",
    },
    remedy: {
      en: "Ask the patient's home clinic, or the patient.",
      ja: "患者さんの主なクリニックか、患者さん本人に依頼してください。",
    },
  },
  restricted: {
    status: 403,
    title: { en: "Not to be used", ja: "利用が制限されています" },
    text: {
      en: "The patient wishes that this record is kept and not used.",
      ja: "患者さんの希望により、この記録は保管のみとし、利用を制限しています。",
    },
    remedy: {
      en: "The clinic’s administrator can lift the restriction when the patient agrees. In an emergency open the record with a reason.",
      ja: "患者さんの同意があれば、管理者が制限を解除できます。緊急の場合は理由を添えて開けます。",
    },
  },
  "choose-clinic": {
    status: 403,
    title: { en: "For which clinic?", ja: "どのクリニックで行うかを選んでください" },
    text: {
      en: "This account may do this for several clinics, and it is written down for one.",
      ja: "このアカウントは複数のクリニックで行えますが、記録には一つのクリニックが必要です。",
    },
    remedy: {
      en: "Send the header Isoward-Clinic with one of them.",
      ja: "ヘッダー Isoward-Clinic に、そのうちの一つを指定してください。",
    },
  },
  "choose-role": {
    status: 403,
    title: { en: "In which role?", ja: "どの役割で行うかを選んでください" },
    text: {
      en: "Several roles of this account may do this, and whatever is written down is somebody’s word in one role.",
      ja: "このアカウントの複数の役割で行えますが、記録には一つの役割が必要です。",
    },
    remedy: {
      en: "Send the header Isoward-Role with one of them.",
      ja: "ヘッダー Isoward-Role に、そのうちの一つを指定してください。",
    },
  },
  "sign-in-refused": {
    status: 401,
    title: { en: "Not signed in", ja: "サインインできませんでした" },
    text: {
      en: "There is no account with this e-mail address and this password.",
      ja: "このメールアドレスとパスワードの組み合わせのアカウントはありません。",
    },
    remedy: {
      en: "Look at both again. Who has lost the way in asks an administrator for a recovery link.",
      ja: "もう一度確かめてください。サインインできなくなった場合は、管理者に復旧用のリンクを依頼してください。",
    },
  },
  "code-refused": {
    status: 401,
    title: { en: "Not the right code", ja: "コードが正しくありません" },
    text: {
      en: "The code is not right, was used already, or came too late after the password.",
      ja: "コードが違うか、使用済みか、パスワードの入力から時間がたちすぎています。",
    },
    remedy: {
      en: "Wait for the app's next code, or begin again with the password.",
      ja: "アプリの次のコードを待つか、パスワードの入力からやり直してください。",
    },
  },
  "passkey-refused": {
    status: 401,
    title: { en: "Not with this passkey", ja: "このパスキーは使えません" },
    text: {
      en: "The passkey is not known here, did not ask who uses it, or took too long.",
      ja: "登録されていないパスキーか、本人確認が行われなかったか、時間がかかりすぎました。",
    },
    remedy: {
      en: "Try again, or sign in by password.",
      ja: "もう一度試すか、パスワードでサインインしてください。",
    },
  },
  "wrong-password": {
    status: 403,
    title: { en: "Not the password of this account", ja: "現在のパスワードが違います" },
    text: {
      en: "To change what guards an account, its password is asked for, and this is not it.",
      ja: "アカウントの設定を変えるにはパスワードが必要ですが、入力されたものは違います。",
    },
    remedy: { en: "Write the current password.", ja: "現在のパスワードを入力してください。" },
  },
  "sign-in-again": {
    status: 403,
    title: { en: "Signed in too long ago", ja: "サインインから時間がたっています" },
    text: {
      en: "What guards an account is changed soon after signing in, so that nobody changes it at a screen left open.",
      ja: "開いたままの画面から他人に変えられないよう、アカウントの設定はサインインの直後にだけ変えられます。",
    },
    remedy: { en: "Sign in again.", ja: "もう一度サインインしてください。" },
  },
  "sign-out-first": {
    status: 403,
    title: { en: "Somebody is signed in", ja: "サインイン中です" },
    text: {
      en: "The link makes a new account, and somebody is signed in on this device.",
      ja: "このリンクは新しいアカウントを作るものですが、この端末では別の人がサインインしています。",
    },
    remedy: {
      en: "Sign out, and open the link again.",
      ja: "サインアウトしてから、リンクを開き直してください。",
    },
  },
  "not-for-demo": {
    status: 403,
    title: { en: "Not in the demo", ja: "デモではできません" },
    text: {
      en: "The accounts of the demo belong to everybody: nobody changes what guards them.",
      ja: "デモのアカウントは全員で使うものなので、設定は変えられません。",
    },
    remedy: { en: "Use an account of your own.", ja: "ご自身のアカウントでお試しください。" },
  },
  "no-such-account": {
    status: 404,
    title: { en: "No such account", ja: "アカウントが見つかりません" },
    text: {
      en: "There is no account of this e-mail address or number here, or it is not appointed at this clinic.",
      ja: "このメールアドレスまたは番号のアカウントがないか、このクリニックに任命されていません。",
    },
    remedy: {
      en: "Check how it is written, or invite the person by a link.",
      ja: "入力を確かめるか、リンクで招待してください。",
    },
  },
  "not-yours-to-recover": {
    status: 403,
    title: { en: "Not yours to recover", ja: "この管理者からは戻せません" },
    text: {
      en: "The account is your own, or has rights at a clinic that you do not administer.",
      ja: "ご自身のアカウントか、あなたが管理していないクリニックでも権限を持つアカウントです。",
    },
    remedy: {
      en: "Ask an administrator of every clinic it works at, or whoever runs the server: `isoward recovery-link`.",
      ja: "そのアカウントが働くすべてのクリニックの管理者か、サーバーの管理者(`isoward recovery-link`)に依頼してください。",
    },
  },
  "from-elsewhere": {
    status: 403,
    title: { en: "Sent by another site", ja: "別のサイトから送られました" },
    text: {
      en: "A page that is not of this server sent this with somebody's browser. It was not done.",
      ja: "このサーバーのものではないページが、ブラウザーを使って送信しました。実行していません。",
    },
    remedy: { en: "Use the server's own pages.", ja: "このサーバーのページから操作してください。" },
  },
  "no-accounts": {
    status: 404,
    title: { en: "No accounts here", ja: "アカウントはありません" },
    text: { en: "Nobody can sign in here.", ja: "ここではサインインできません。" },
    remedy: { en: "Ask the server of the practice.", ja: "クリニックのサーバーに接続してください。" },
  },
  "no-demo": {
    status: 404,
    title: { en: "Not a demo", ja: "デモではありません" },
    text: {
      en: "This server is no demo, or the demo has nobody in that role.",
      ja: "このサーバーはデモではないか、その役割の人がデモにいません。",
    },
    remedy: { en: "Sign in with an account.", ja: "アカウントでサインインしてください。" },
  },
  "email-taken": {
    status: 409,
    title: { en: "The address has an account", ja: "このアドレスは登録済みです" },
    text: {
      en: "There is an account with this e-mail address already.",
      ja: "このメールアドレスのアカウントはすでにあります。",
    },
    remedy: {
      en: "Sign in with it, or write another address.",
      ja: "そのアカウントでサインインするか、別のアドレスを入力してください。",
    },
  },
  "last-way-in": {
    status: 409,
    title: { en: "The last way in", ja: "最後のサインイン手段です" },
    text: {
      en: "Without this passkey nothing would open the account.",
      ja: "このパスキーを外すと、サインインする方法がなくなります。",
    },
    remedy: {
      en: "Set a password or add another passkey first.",
      ja: "先にパスワードを設定するか、別のパスキーを追加してください。",
    },
  },
  "already-set-up": {
    status: 409,
    title: { en: "Set up already", ja: "設定済みです" },
    text: { en: "An authenticator app is set up already.", ja: "認証アプリはすでに設定されています。" },
    remedy: {
      en: "Remove it first, to set up another.",
      ja: "別のアプリを設定するには、先に今の設定を解除してください。",
    },
  },
  "not-set-up": {
    status: 409,
    title: { en: "No authenticator app", ja: "認証アプリが未設定です" },
    text: {
      en: "Recovery codes stand in for an authenticator app, and none is set up.",
      ja: "復旧コードは認証アプリの代わりですが、アプリが設定されていません。",
    },
    remedy: { en: "Set up the app first.", ja: "先に認証アプリを設定してください。" },
  },
  "link-refused": {
    status: 410,
    title: { en: "The link is no longer good", ja: "リンクは使えません" },
    text: {
      en: "The link was used already, is too old, was replaced by a newer one, or was never made.",
      ja: "使用済みか、期限切れか、新しいものに替えられたか、存在しないリンクです。",
    },
    remedy: {
      en: "Ask for a new one. The first administrator's is printed when the server starts.",
      ja: "新しいリンクを依頼してください。最初の管理者用のリンクは、サーバーの起動時に表示されます。",
    },
  },
  "too-many-tries": {
    status: 429,
    title: { en: "Too many tries", ja: "試行回数が多すぎます" },
    text: {
      en: "There were too many tries in a short time. The next is heard in {seconds} seconds.",
      ja: "短い間に何度も試されました。次は{seconds}秒後に受け付けます。",
    },
    remedy: {
      en: "Wait, and look whether the e-mail address is right. A passkey is not held up.",
      ja: "しばらく待ち、メールアドレスも確かめてください。パスキーならすぐに使えます。",
    },
  },
  "too-many-numbers": {
    status: 429,
    title: { en: "Too many numbers that nobody has", ja: "存在しない番号が多すぎます" },
    text: {
      en: "Several numbers were tried that were never given. The next is heard in {seconds} seconds.",
      ja: "発行されていない番号が何度も入力されました。次は{seconds}秒後に受け付けます。",
    },
    remedy: {
      en: "Type the number from the patient's paper, or call the clinic that authorised.",
      ja: "患者さんの書類の番号を確かめるか、承認したクリニックに電話で確認してください。",
    },
  },
  "no-such-address": {
    status: 404,
    title: { en: "Nothing at this address", ja: "このアドレスには何もありません" },
    text: { en: "The API has nothing at this address.", ja: "APIにこのアドレスはありません。" },
    remedy: {
      en: "Every address stands in /openapi.json.",
      ja: "アドレスの一覧は /openapi.json にあります。",
    },
  },
  "unknown-problem": {
    status: 404,
    title: { en: "No such problem", ja: "該当する問題の説明がありません" },
    text: { en: "There is no problem of that name.", ja: "その名前の問題はありません。" },
    remedy: {
      en: "Take the address from a problem's `type`.",
      ja: "問題の `type` のアドレスを使ってください。",
    },
  },
  "method-not-allowed": {
    status: 405,
    title: { en: "Not done this way here", ja: "この方法では使えません" },
    text: { en: "This address does not answer to {method}.", ja: "このアドレスは {method} に応じません。" },
    remedy: { en: "Use {allowed}.", ja: "{allowed} を使ってください。" },
  },
  moved: {
    status: 412,
    title: { en: "The record has moved on", ja: "記録が更新されています" },
    text: {
      en: "You saw version {expected}; by now it is version {actual}. Nothing was written.",
      ja: "ご覧になったのは版 {expected} ですが、現在は版 {actual} です。何も書き込んでいません。",
    },
    remedy: {
      en: "Read it again, look at what is new, and decide again.",
      ja: "もう一度読み込み、新しい内容を確認してから、あらためて判断してください。",
    },
  },
  "import-refused": {
    status: 422,
    title: { en: "The files cannot be imported", ja: "ファイルを取り込めません" },
    text: {
      en: "Nothing was imported: what `errors` names stands in the way.",
      ja: "`errors` に示された問題があるため、何も取り込みませんでした。",
    },
    remedy: {
      en: "Correct what `errors` names, and send all files again.",
      ja: "`errors` に示された箇所を直し、すべてのファイルを送り直してください。",
    },
  },
  "too-large": {
    status: 413,
    title: { en: "Too large", ja: "大きすぎます" },
    text: { en: "The body is longer than {most} bytes.", ja: "本文が {most} バイトを超えています。" },
    remedy: { en: "Send less at once.", ja: "分けて送ってください。" },
  },
  "not-a-json-type": {
    status: 415,
    title: { en: "Not sent as JSON", ja: "JSONとして送られていません" },
    text: {
      en: "The body is not declared as JSON in UTF-8.",
      ja: "本文がUTF-8のJSONとして宣言されていません。",
    },
    remedy: {
      en: "Send the header Content-Type: application/json, and no Content-Encoding.",
      ja: "ヘッダー Content-Type: application/json を付け、Content-Encoding は付けずに送ってください。",
    },
  },
  misdirected: {
    status: 421,
    title: { en: "Asked for by another name", ja: "別の名前で呼ばれました" },
    text: {
      en: "This server answers to this machine alone, under its own name.",
      ja: "このサーバーは、この機械の中からの、自身の名前での要求だけに応じます。",
    },
    remedy: {
      en: "Use http://127.0.0.1 or http://localhost.",
      ja: "http://127.0.0.1 か http://localhost を使ってください。",
    },
  },
  "does-not-fit": {
    status: 422,
    title: { en: "The input does not fit", ja: "入力が形式に合いません" },
    text: {
      en: "The body is JSON, but not what is asked for here. Nothing was written.",
      ja: "本文はJSONですが、ここで求められる形ではありません。何も書き込んでいません。",
    },
    remedy: { en: "Correct what `errors` names.", ja: "`errors` に示された箇所を直してください。" },
  },
  "key-reused": {
    status: 422,
    title: { en: "The key belongs to another request", ja: "このキーは別の要求に使われています" },
    text: {
      en: "The Idempotency-Key {key} was used before for another request. Nothing was written.",
      ja: "Idempotency-Key {key} は以前、別の要求に使われました。何も書き込んでいません。",
    },
    remedy: { en: "Choose a new key for a new request.", ja: "新しい要求には新しいキーを付けてください。" },
  },
  bug: {
    status: 500,
    title: { en: "A mistake of ours", ja: "こちらの不具合です" },
    text: {
      en: "Something went wrong that should not. It was logged as {id}.",
      ja: "起こるはずのないことが起きました。{id} として記録しました。",
    },
    remedy: {
      en: "Look whether it was written down before you send it again, or send it with the same Idempotency-Key. Please report the number.",
      ja: "もう一度送る前に記録されたかを確認するか、同じ Idempotency-Key で送ってください。番号をお知らせください。",
    },
  },
  "record-unreadable": {
    status: 500,
    title: { en: "A record that cannot be read", ja: "読み取れない記録" },
    text: {
      en: "The record of patient {patient} cannot be read. It was logged as {id}. Other patients are not concerned.",
      ja: "患者 {patient} の記録を読み取れません。{id} として記録しました。ほかの患者の記録には影響ありません。",
    },
    remedy: {
      en: "Nothing is lost. Treat nobody on what is missing here, and report the number.",
      ja: "失われたものはありません。ここにない情報に基づいて治療せず、番号をお知らせください。",
    },
  },
  "nothing-in-force": {
    status: 503,
    title: { en: "Nothing to decide by", ja: "判断の基準がありません" },
    text: {
      en: "No edition of the clinic's protocol is in force on the day that the server takes for today. Nothing was written. It was logged as {id}.",
      ja: "サーバーの時計が示す今日の日付では、クリニックのプロトコルに有効な版がありません。何も書き込んでいません。{id} として記録しました。",
    },
    remedy: {
      en: "Whoever runs the server looks whether its clock is right, and which protocol the clinic follows.",
      ja: "サーバーの管理者が、時計が正しいか、クリニックがどのプロトコルに従っているかを確かめてください。",
    },
  },
  "store-unavailable": {
    status: 503,
    title: { en: "The record cannot be reached", ja: "記録に接続できません" },
    text: {
      en: "The store does not answer, is closed, or is in use by another program. Nothing was written.",
      ja: "保存先が応答しないか、閉じられているか、別のプログラムが使用中です。何も書き込んでいません。",
    },
    remedy: { en: "Wait a moment and send it again.", ja: "少し待ってから、もう一度送ってください。" },
  },
  "store-unsure": {
    status: 503,
    title: { en: "It may have been written", ja: "書き込まれたかどうか確認できません" },
    text: {
      en: "The connection to the store broke while it was writing: it may have been written or not. It was logged as {id}.",
      ja: "書き込みの途中で保存先との接続が切れたため、書き込まれたかどうか分かりません。{id} として記録しました。",
    },
    remedy: {
      en: "Read again to see, or send it again with the same Idempotency-Key: it is then done once.",
      ja: "読み直して確かめるか、同じ Idempotency-Key を付けて送り直してください。二重に書き込まれることはありません。",
    },
  },
  "store-failed": {
    status: 503,
    title: { en: "The store does not work", ja: "保存先が動作していません" },
    text: {
      en: "The store cannot be read or written. It was logged as {id}.",
      ja: "保存先を読み書きできません。{id} として記録しました。",
    },
    remedy: {
      en: "Whoever runs the server finds in its log what to do. What was acknowledged is kept.",
      ja: "対処方法はサーバーのログにあります。受け付け済みの内容は保存されています。",
    },
  },
  "not-noted": {
    status: 503,
    title: { en: "It could not be written down who asked", ja: "閲覧の記録を残せません" },
    text: {
      en: "Whoever sees somebody's data is written down first. That failed, so nothing is shown. It was logged as {id}.",
      ja: "データを表示する前に、誰が見たかを記録します。その記録ができなかったため、表示しません。{id} としてログに残しました。",
    },
    remedy: {
      en: "Try again in a moment. Whoever runs the server finds in its log what to do.",
      ja: "少し待ってからもう一度お試しください。対処方法はサーバーのログにあります。",
    },
  },
  "store-full": {
    status: 507,
    title: { en: "The disk is full", ja: "ディスクの空きがありません" },
    text: {
      en: "There is no room left to write. Nothing was written.",
      ja: "書き込む空きがありません。何も書き込んでいません。",
    },
    remedy: {
      en: "Free space on the server's disk, then send it again; nothing needs to be restarted.",
      ja: "サーバーのディスクに空きを作ってから、もう一度送ってください。再起動は要りません。",
    },
  },
} as const satisfies Readonly<Record<string, ProblemWords>>;

export type ProblemId = keyof typeof problemWords;
