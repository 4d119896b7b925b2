/** Words around a one-time link. */
const en = {
  address: "One-time link",
  once: "Hand this link to the person and to nobody else. It works once and is shown only now.",
  until: (when: string) => `Good until ${when}.`,
  copy: "Copy the link",
  copied: "Copied.",
  notCopied: "This browser does not let the page copy: mark the link and copy it by hand.",
  done: "Done",
};
const ja: typeof en = {
  address: "一度だけ使えるリンク",
  once: "このリンクを、ご本人にだけ渡してください。使えるのは一度だけで、表示されるのも今だけです。",
  until: (when) => `${when}まで有効です。`,
  copy: "リンクをコピー",
  copied: "コピーしました。",
  notCopied: "このブラウザーではコピーできません。リンクを選択して、手動でコピーしてください。",
  done: "閉じる",
};

export const madeLinkText = { en, ja };
