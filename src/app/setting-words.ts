/** What each setting is for, in both languages; the English words are those of its shape. */
import type { Bilingual } from "../words/words.ts";
import { type SettingName, settingsShape } from "./settings.ts";

const inJapanese: { readonly [N in SettingName]: string } = {
  data: "診療データのフォルダー。台帳・鍵・アカウントが入ります。",
  host: "待ち受けるアドレス。このコンピューターの外から使うには publicUrl が必要です。",
  port: "待ち受けるポート。0なら空いているものを使います。",
  publicUrl:
    "利用者が実際に開くアドレス(手前にプロキシなどがある場合も含む)。このコンピューターだけで使う場合を除き、https です。",
  trustProxy:
    "手前にプロキシがあり、その X-Forwarded-For と X-Forwarded-Proto を信用してよい場合に true にします。",
  database: "台帳を置く PostgreSQL。省略するとフォルダー内の SQLite を使います。",
  keys: "非公開部分の鍵を置く PostgreSQL。台帳とは別にし、一つのダンプに両方が入らないようにします。",
  masterKeys:
    "非公開部分の鍵を封印するマスターキーのファイル。台帳やバックアップとは別の場所に置きます。`isoward rotate-keys` が作成します。",
  demo: "架空の人だけのデモクリニック。役割ごとにワンクリックでサインインできます。",
  retentionYears:
    "最後の記載のあと記録を保存する年数。法令に従って決めます。設定されるまでは、誰の記録も消去できません。",
  brokenGlassHours: "緊急時に開いた記録を、開いた人がそのまま見られる時間数。",
  sessionIdleMinutes: "操作がないとき、何分で再度サインインを求めるか。",
  log: "リクエストの記録のしかた。氏名や診療上の値は決して書きません。",
  metricsToken:
    "監視側が /metrics を読むときに示すトークン(Authorization: Bearer …)。省略すると、このコンピューターからだけ読めます。",
};

export function settingWords(name: SettingName): Bilingual {
  return { en: settingsShape[name].description ?? "", ja: inJapanese[name] };
}
